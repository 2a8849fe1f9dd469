import { text } from '../../../l10n/index.ts';
import type { AlarmRule, Asset, Fix } from '../../../model/index.ts';
import { alarmFixes, clusterAlarm } from './alarm-fix.ts';
import { alarmChain, databaseDemand } from './alarms.ts';
import { isTargetMissing, notApplicable, unknown } from '../answers.ts';
import { answerOfChains, decisiveLink } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check } from '../check.ts';
import { observabilityOfCluster } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { unknownCountReason, instanceCount } from '../subjects/members.ts';
import { isWritten } from '../reading/readings.ts';

function lagRule(database: Asset): AlarmRule {
  return {
    statistic: 'Maximum',
    comparison: 'GreaterThanThreshold',
    threshold: observabilityOfCluster(database).metrics.replicaLag.most,
    evaluationPeriods: 5,
  };
}

/** Alarm that a cluster with a reader needs. */
export function lagAlarm(cluster: Asset): Fix {
  const [metric] = observabilityOfCluster(cluster).metrics.replicaLag.metrics;
  return clusterAlarm(cluster, 'cluster', metric, lagRule(cluster));
}

/** True for a database that follows another one by the engine's own replication. */
function isReplicaOfAnother(database: Asset, graph: Graph): boolean {
  return (
    graph.linked(database, 'source').length > 0 ||
    SOURCES.some((setting) => isWritten(database, setting) === true)
  );
}

const SOURCES = ['replicationSourceIdentifier', 'readReplicaSourceDBInstanceIdentifier'] as const;

/** Seconds within which the alarm has to ring. */
const RING_WITHIN_SECONDS = 3600;

export const auroraAlarmReplicaLag: Check = {
  id: 'aurora-alarm-replica-lag',
  title: text('check.aurora-alarm-replica-lag.title'),
  why: text('check.aurora-alarm-replica-lag.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const count = instanceCount(cluster, graph);
    if (count === null) return unknown(unknownCountReason(cluster, graph));
    const { followerLag, replicaLag } = observabilityOfCluster(cluster).metrics;
    // A cluster that follows another one by the engine's replication lags behind it, too.
    const isFollower = followerLag !== null && isReplicaOfAnother(cluster, graph);
    if (count < 2 && !isFollower) return notApplicable(text('evidence.oneInstance', { asset: cluster.name }));
    const wanted: [string, ...string[]][] = [
      ...(count < 2 ? [] : [[...replicaLag.metrics] satisfies [string, ...string[]]]),
      ...(isFollower ? [[followerLag] satisfies [string]] : []),
    ];
    const chains = wanted.map((metrics) =>
      alarmChain(graph, {
        ...databaseDemand(cluster, graph, metrics, RING_WITHIN_SECONDS),
        isOfReaders: true,
      }),
    );
    const missing = wanted.filter((_, index) => isTargetMissing(decisiveLink(chains[index] ?? [])));
    return answerOfChains(chains, {
      fix: alarmFixes(
        new Map(
          missing.map(([metric]) => [metric, clusterAlarm(cluster, 'cluster', metric, lagRule(cluster))]),
        ),
      ),
    });
  },
  care: text('check.aurora-alarm-replica-lag.care'),
  ownWords: {
    rds: {
      why: text('check.aurora-alarm-replica-lag.rds.why'),
      care: text('check.aurora-alarm-replica-lag.rds'),
    },
  },
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: controlMappings({ wellArchitected: ['REL11-BP01'] }),
};
