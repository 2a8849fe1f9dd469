import type { Asset } from '../../../../model/index.ts';
import { connectionLimit } from '../../subjects/connection-demand.ts';
import { instanceClasses } from '../../subjects/members.ts';
import { observed } from '../../engine.ts';
import type { Graph } from '../../reading/graph.ts';
import { numberOf } from '../../reading/readings.ts';

// What alarms can look at, and between which values each metric moves. Metrics, units, dimensions and the statistics that
// mean something: Aurora User Guide (Aurora.AuroraMonitoring.Metrics), Amazon RDS User Guide (rds-metrics), EC2 Auto Scaling User Guide
// (ec2-auto-scaling-metrics), User Guide for Application Load Balancers (load-balancer-cloudwatch-metrics).

/** A number of which only this is known: it is at least the first, and at most the second. */
export type Between = readonly [least: number, most: number];

/** Between which values a metric of something moves. */
export interface Extent {
  /** When all is well. */
  calm: Between;
  /** When it is at its worst. */
  worst: Between;
}

export interface MetricFacts {
  /** Which direction is trouble. */
  worse: 'high' | 'low';
  /** As CloudWatch names it. */
  unit: string;
  /** What a data point is: a level, or a number of occurrences; `each` where every occurrence is a data point of 1. */
  counts?: 'minute' | 'each';
  /** Sets of dimensions that it is published with. */
  dimensions: readonly (readonly string[])[];
  extent: (subject: Asset, graph: Graph) => Extent;
}

const OF_INSTANCES = [['DBInstanceIdentifier'], ['DBClusterIdentifier'], ['DBClusterIdentifier', 'Role'], []];
const OF_CLUSTERS = [
  ['DBClusterIdentifier'],
  ['DBClusterIdentifier', 'EngineName'],
  ['DBClusterIdentifier', 'Role'],
];
const OF_GROUPS = [['AutoScalingGroupName']];
const OF_TARGETS = [['LoadBalancer', 'TargetGroup']];
const OF_BALANCERS = [['LoadBalancer']];

const GIB = 2 ** 30;
const MIB = 2 ** 20;
/** Nobody is served with less memory or disk: the host fails before (our choice). */
const NOTHING_LEFT = 32 * MIB;
/** From db.t3.small, with 2 GiB, to db.x2iedn.32xlarge, with 4 TiB. */
const MEMORY: Between = [2 * GIB, 4096 * GIB];
/** GiB of memory of `large` in the r families; each size has twice the one before (Concepts.DBInstanceClass.Summary). */
const LARGE = 16;
/** The least and the most local disk: a few GB of burstable classes, 15 TB of Optimized Reads. */
const DISK: Between = [8 * GIB, 16_384 * GIB];
/** What Amazon RDS can allocate: 20 GiB to 64 TiB (CHAP_Storage). */
const STORAGE: Between = [20 * GIB, 65_536 * GIB];
/** Aurora's volumes: 128 TiB, and 256 TiB with newer versions. */
const VOLUME: Between = [128 * 1024 * GIB, 256 * 1024 * GIB];
/** Occurrences in a minute that no website has (our choice). */
const MOST_IN_A_MINUTE = 1_000_000;
/** A reader that is further behind restarts itself. */
const MOST_LAG = 60_000;
const DAY = 86_400;
const CONNECTIONS_OF_LARGE = 1000;
/** Far above the quota of any group (our choice). */
const MOST_IN_A_GROUP = 10_000;

const high = (worst: Between): Extent => ({ calm: [0, 0], worst });
const low = (calm: Between, worst: Between = [0, 0]): Extent => ({ calm, worst });
const certain = (value: number): Between => [value, value];

const FACTS: Readonly<Record<string, MetricFacts>> = {
  AbortedClients: counted(OF_INSTANCES, (cluster, graph) => {
    // All sessions end each second, at the very most.
    const [least, most] = connectionsOf(cluster, graph);
    return high([60 * least, 60 * most]);
  }),
  AuroraBinlogReplicaLag: level('Seconds', OF_INSTANCES, () => high(certain(30 * DAY))),
  AuroraReplicaLag: level('Milliseconds', OF_INSTANCES, () => high(certain(MOST_LAG))),
  AuroraReplicaLagMaximum: level('Milliseconds', OF_INSTANCES, () => high(certain(MOST_LAG))),
  AuroraVolumeBytesLeftTotal: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: OF_CLUSTERS,
    extent: () => low(VOLUME),
  },
  BlockedTransactions: counted(OF_INSTANCES, () => high(certain(MOST_IN_A_MINUTE))),
  ConnectionAttempts: counted(OF_INSTANCES, () => high(certain(MOST_IN_A_MINUTE))),
  CPUUtilization: level('Percent', OF_INSTANCES, () => high(certain(100))),
  DatabaseConnections: level('Count', OF_INSTANCES, (cluster, graph) => high(connectionsOf(cluster, graph))),
  DBLoad: level('None', OF_INSTANCES, (cluster, graph) => high(connectionsOf(cluster, graph))),
  Deadlocks: counted(OF_INSTANCES, () => high(certain(MOST_IN_A_MINUTE))),
  // A writer that has just started; one that is down sends nothing at all.
  EngineUptime: { worse: 'low', unit: 'Seconds', dimensions: OF_INSTANCES, extent: () => low(certain(DAY)) },
  FreeableMemory: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: OF_INSTANCES,
    extent: (cluster, graph) => low(memoryOf(cluster, graph), certain(NOTHING_LEFT)),
  },
  FreeStorageSpace: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: OF_INSTANCES,
    extent: ({ settings }) => {
      const allocated = numberOf(settings.allocatedStorage);
      return low(allocated === null ? STORAGE : certain(allocated * GIB), certain(NOTHING_LEFT));
    },
  },
  FreeLocalStorage: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: OF_INSTANCES,
    extent: () => low(DISK, certain(NOTHING_LEFT)),
  },
  GroupInServiceCapacity: inService('None', OF_GROUPS),
  GroupInServiceInstances: inService('None', OF_GROUPS),
  GroupTerminatingInstances: level('None', OF_GROUPS, (group) => high(sizeOf(group))),
  HealthyHostCount: inService('Count', OF_TARGETS),
  HTTPCode_ELB_5XX_Count: requests(OF_BALANCERS),
  HTTPCode_Target_5XX_Count: requests([...OF_BALANCERS, ...OF_TARGETS]),
  LoginFailures: counted(OF_INSTANCES, () => high(certain(MOST_IN_A_MINUTE))),
  MaximumUsedTransactionIDs: level('Count', OF_INSTANCES, () => high(certain(2 ** 31))),
  // A replica that does not follow any more is behind by more each second.
  ReplicaLag: level('Seconds', OF_INSTANCES, () => high(certain(30 * DAY))),
  RollbackSegmentHistoryListLength: level('Count', OF_INSTANCES, () => high(certain(2 ** 40))),
  TargetConnectionErrorCount: requests([...OF_BALANCERS, ...OF_TARGETS]),
  UnHealthyHostCount: level('Count', OF_TARGETS, (group) => high(sizeOf(group))),
};

/** What is known of a metric; null of one that no check asks for. */
export function factsOf(metric: string): MetricFacts | null {
  return FACTS[metric] ?? null;
}

function level(
  unit: string,
  dimensions: MetricFacts['dimensions'],
  extent: MetricFacts['extent'],
): MetricFacts {
  return { worse: 'high', unit, dimensions, extent };
}

function counted(dimensions: MetricFacts['dimensions'], extent: MetricFacts['extent']): MetricFacts {
  return { ...level('Count', dimensions, extent), counts: 'minute' };
}

function requests(dimensions: MetricFacts['dimensions']): MetricFacts {
  return { ...level('Count', dimensions, () => high(certain(MOST_IN_A_MINUTE))), counts: 'each' };
}

/** What of the size of a group is there to serve. */
function inService(unit: string, dimensions: MetricFacts['dimensions']): MetricFacts {
  return { worse: 'low', unit, dimensions, extent: (group) => low(sizeOf(group)) };
}

/** How many instances a group can have. */
function sizeOf({ settings }: Asset): Between {
  const most = numberOf(settings.maxSize);
  return most === null ? [Math.max(numberOf(settings.minSize) ?? 1, 1), MOST_IN_A_GROUP] : certain(most);
}

/** How many connections the instances of a cluster take, each; of a class that is not known at least a db.r*.large. */
function connectionsOf(cluster: Asset, graph: Graph): Between {
  const { limit } = connectionLimit(cluster, graph);
  return limit === null
    ? [CONNECTIONS_OF_LARGE, observed(cluster).connections.most(cluster.version)]
    : certain(limit);
}

/** The memory of the smallest and of the largest class of a cluster, where the class tells it. */
function memoryOf(cluster: Asset, graph: Graph): Between {
  const known = instanceClasses(cluster, graph).map(memoryOfClass);
  const sizes = known.filter((size) => size !== null);
  if (sizes.length === 0 || sizes.length < known.length) return MEMORY;
  return [Math.min(...sizes), Math.max(...sizes)];
}

function memoryOfClass(name: string): number | null {
  const size = /^db\.r\d\w*\.(\w+)$/.exec(name)?.[1];
  if (size === undefined) return null;
  if (size === 'large') return LARGE * GIB;
  const times = /^(\d*)xlarge$/.exec(size)?.[1];
  return times === undefined ? null : 2 * Number(times || 1) * LARGE * GIB;
}
