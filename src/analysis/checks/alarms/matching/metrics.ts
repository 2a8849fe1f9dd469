import type { Asset } from '../../../../model/index.ts';
import { connectionLimit } from '../../subjects/connection-demand.ts';
import { instanceClasses } from '../../subjects/members.ts';
import { observabilityOfCluster } from '../../engine.ts';
import type { Graph } from '../../reading/graph.ts';
import { numberOf } from '../../reading/readings.ts';

// Metrics that alarms can watch, and the range of each. Metrics, units, dimensions and the statistics that mean something:
// Aurora User Guide (Aurora.AuroraMonitoring.Metrics), Amazon RDS User Guide (rds-metrics), EC2 Auto Scaling User Guide
// (ec2-auto-scaling-metrics), User Guide for Application Load Balancers (load-balancer-cloudwatch-metrics).

/** Known bounds of a number, both inclusive. */
export type Bounds = readonly [least: number, most: number];

/** Range of a metric. */
export interface MetricRange {
  /** Values in normal operation. */
  calm: Bounds;
  /** Values at the worst of an incident. */
  worst: Bounds;
}

export interface MetricFacts {
  /** Side on which values of the metric mean trouble. */
  worse: 'high' | 'low';
  /** Unit in CloudWatch's words. */
  unit: string;
  /** Meaning of a data point: a level if absent, a count a minute, or `each` if every occurrence is a data point of 1. */
  counts?: 'minute' | 'each';
  /** Sets of dimensions that the metric is published with. */
  dimensions: readonly (readonly string[])[];
  extent: (subject: Asset, graph: Graph) => MetricRange;
}

const INSTANCE_DIMENSIONS = [
  ['DBInstanceIdentifier'],
  ['DBClusterIdentifier'],
  ['DBClusterIdentifier', 'Role'],
  [],
];
const CLUSTER_DIMENSIONS = [
  ['DBClusterIdentifier'],
  ['DBClusterIdentifier', 'EngineName'],
  ['DBClusterIdentifier', 'Role'],
];
const GROUP_DIMENSIONS = [['AutoScalingGroupName']];
const TARGET_DIMENSIONS = [['LoadBalancer', 'TargetGroup']];
const BALANCER_DIMENSIONS = [['LoadBalancer']];

const GIB = 2 ** 30;
const MIB = 2 ** 20;
/** A host with less memory or disk fails before it can serve anybody (our choice). */
const EXHAUSTED_BYTES = 32 * MIB;
/** db.t3.small has 2 GiB, db.x2iedn.32xlarge has 4 TiB. */
const MEMORY: Bounds = [2 * GIB, 4096 * GIB];
/** GiB of memory of `large` in the r families; each size doubles it (Concepts.DBInstanceClass.Summary). */
const LARGE = 16;
/** Smallest and largest local disk: a few GB of burstable classes, 15 TB of Optimized Reads. */
const DISK: Bounds = [8 * GIB, 16_384 * GIB];
/** Storage that Amazon RDS can allocate: 20 GiB to 64 TiB (CHAP_Storage). */
const STORAGE: Bounds = [20 * GIB, 65_536 * GIB];
/** Aurora's volumes: 128 TiB, and 256 TiB with newer versions. */
const VOLUME: Bounds = [128 * 1024 * GIB, 256 * 1024 * GIB];
/** More occurrences in a minute than any website has (our choice). */
const MAX_PER_MINUTE = 1_000_000;
/** A reader that is further behind restarts itself. */
const MAX_LAG_SECONDS = 60_000;
const DAY_SECONDS = 86_400;
const CONNECTIONS_OF_LARGE = 1000;
/** Far above the quota of any group (our choice). */
const MAX_GROUP_SIZE = 10_000;

const badWhenHigh = (worst: Bounds): MetricRange => ({ calm: [0, 0], worst });
const badWhenLow = (calm: Bounds, worst: Bounds = [0, 0]): MetricRange => ({ calm, worst });
const exactly = (value: number): Bounds => [value, value];

const FACTS: Readonly<Record<string, MetricFacts>> = {
  AbortedClients: counted(INSTANCE_DIMENSIONS, (cluster, graph) => {
    // Upper bound: every session aborts once a second.
    const [least, most] = connectionsOf(cluster, graph);
    return badWhenHigh([60 * least, 60 * most]);
  }),
  AuroraBinlogReplicaLag: level('Seconds', INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(30 * DAY_SECONDS))),
  AuroraReplicaLag: level('Milliseconds', INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(MAX_LAG_SECONDS))),
  AuroraReplicaLagMaximum: level('Milliseconds', INSTANCE_DIMENSIONS, () =>
    badWhenHigh(exactly(MAX_LAG_SECONDS)),
  ),
  AuroraVolumeBytesLeftTotal: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: CLUSTER_DIMENSIONS,
    extent: () => badWhenLow(VOLUME),
  },
  BlockedTransactions: counted(INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(MAX_PER_MINUTE))),
  ConnectionAttempts: counted(INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(MAX_PER_MINUTE))),
  CPUUtilization: level('Percent', INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(100))),
  DatabaseConnections: level('Count', INSTANCE_DIMENSIONS, (cluster, graph) =>
    badWhenHigh(connectionsOf(cluster, graph)),
  ),
  DBLoad: level('None', INSTANCE_DIMENSIONS, (cluster, graph) => badWhenHigh(connectionsOf(cluster, graph))),
  Deadlocks: counted(INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(MAX_PER_MINUTE))),
  // Uptime of a writer that has just started; one that is down sends nothing at all.
  EngineUptime: {
    worse: 'low',
    unit: 'Seconds',
    dimensions: INSTANCE_DIMENSIONS,
    extent: () => badWhenLow(exactly(DAY_SECONDS)),
  },
  FreeableMemory: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: INSTANCE_DIMENSIONS,
    extent: (cluster, graph) => badWhenLow(memoryOf(cluster, graph), exactly(EXHAUSTED_BYTES)),
  },
  FreeStorageSpace: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: INSTANCE_DIMENSIONS,
    extent: ({ settings }) => {
      const allocated = numberOf(settings.allocatedStorage);
      return badWhenLow(allocated === null ? STORAGE : exactly(allocated * GIB), exactly(EXHAUSTED_BYTES));
    },
  },
  FreeLocalStorage: {
    worse: 'low',
    unit: 'Bytes',
    dimensions: INSTANCE_DIMENSIONS,
    extent: () => badWhenLow(DISK, exactly(EXHAUSTED_BYTES)),
  },
  GroupInServiceCapacity: inService('None', GROUP_DIMENSIONS),
  GroupInServiceInstances: inService('None', GROUP_DIMENSIONS),
  GroupTerminatingInstances: level('None', GROUP_DIMENSIONS, (group) => badWhenHigh(sizeOf(group))),
  HealthyHostCount: inService('Count', TARGET_DIMENSIONS),
  HTTPCode_ELB_5XX_Count: requests(BALANCER_DIMENSIONS),
  HTTPCode_Target_5XX_Count: requests([...BALANCER_DIMENSIONS, ...TARGET_DIMENSIONS]),
  LoginFailures: counted(INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(MAX_PER_MINUTE))),
  MaximumUsedTransactionIDs: level('Count', INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(2 ** 31))),
  // A replica that does not follow any more is behind by more each second.
  ReplicaLag: level('Seconds', INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(30 * DAY_SECONDS))),
  RollbackSegmentHistoryListLength: level('Count', INSTANCE_DIMENSIONS, () => badWhenHigh(exactly(2 ** 40))),
  TargetConnectionErrorCount: requests([...BALANCER_DIMENSIONS, ...TARGET_DIMENSIONS]),
  UnHealthyHostCount: level('Count', TARGET_DIMENSIONS, (group) => badWhenHigh(sizeOf(group))),
};

/** Facts about a metric; null if no check uses it. */
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
  return { ...level('Count', dimensions, () => badWhenHigh(exactly(MAX_PER_MINUTE))), counts: 'each' };
}

/** Metric of the instances in service of a group. */
function inService(unit: string, dimensions: MetricFacts['dimensions']): MetricFacts {
  return { worse: 'low', unit, dimensions, extent: (group) => badWhenLow(sizeOf(group)) };
}

/** Possible number of instances of a group. */
function sizeOf({ settings }: Asset): Bounds {
  const most = numberOf(settings.maxSize);
  return most === null ? [Math.max(numberOf(settings.minSize) ?? 1, 1), MAX_GROUP_SIZE] : exactly(most);
}

/** Possible number of connections of each instance in a cluster; an unknown class has at least that of a db.r*.large. */
function connectionsOf(cluster: Asset, graph: Graph): Bounds {
  const { limit } = connectionLimit(cluster, graph);
  return limit === null
    ? [CONNECTIONS_OF_LARGE, observabilityOfCluster(cluster).connections.most(cluster.version)]
    : exactly(limit);
}

/** Memory of the smallest and the largest class of a cluster, if the class states it. */
function memoryOf(cluster: Asset, graph: Graph): Bounds {
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
