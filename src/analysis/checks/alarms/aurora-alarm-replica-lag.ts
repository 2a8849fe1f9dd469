import { text } from '../../../l10n/index.ts';
import { alarmFix, alarmLink } from './alarms.ts';
import { allOf, notApplicable, unknown } from '../answers.ts';
import { cloudWatchGuide, maps, type Check } from '../check.ts';
import { observed } from '../engine.ts';
import { clusterName } from '../database-logs/exports.ts';
import { countUnknown, instanceCount, membersOf } from '../databases/members.ts';
import { isWritten } from '../readings.ts';

export const auroraAlarmReplicaLag: Check = {
  id: 'aurora-alarm-replica-lag',
  title: text('check.aurora-alarm-replica-lag.title'),
  why: text('check.aurora-alarm-replica-lag.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const count = instanceCount(cluster, graph);
    if (count === null) return unknown(countUnknown(cluster, graph));
    const { followerLag } = observed(cluster).metrics;
    // A cluster that follows another one by the engine's replication lags behind it, too.
    const isFollower = followerLag !== null && isWritten(cluster, 'replicationSourceIdentifier') === true;
    if (count < 2 && !isFollower) return notApplicable(text('evidence.oneInstance', { asset: cluster.name }));
    const subjects = [cluster, ...membersOf(cluster, graph)] as const;
    const name = clusterName(cluster);
    const wanted: [string, ...string[]][] = [
      ...(count < 2 ? [] : [['AuroraReplicaLagMaximum', 'AuroraReplicaLag'] satisfies [string, string]]),
      ...(isFollower ? [[followerLag] satisfies [string]] : []),
    ];
    const links = wanted.map((metrics) => alarmLink(graph, subjects, metrics));
    const missing = wanted[links.findIndex(({ outcome }) => outcome === 'fail')];
    return allOf(links, {
      fix: alarmFix(
        name,
        'AWS/RDS',
        missing?.[0] ?? 'AuroraReplicaLagMaximum',
        `Name=DBClusterIdentifier,Value=${name}`,
        '--statistic Maximum --comparison-operator GreaterThanThreshold --threshold 2000 --evaluation-periods 5',
      ),
    });
  },
  care: text('check.aurora-alarm-replica-lag.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: maps({ wellArchitected: ['REL11-BP01'] }),
};
