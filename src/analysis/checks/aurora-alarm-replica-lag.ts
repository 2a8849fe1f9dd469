import { text } from '../../l10n/index.ts';
import { alarmFix, alarmLink } from './alarms.ts';
import { allOf, notApplicable, unknown } from './answers.ts';
import { cloudWatchGuide, maps, type Check } from './check.ts';
import { clusterName } from './exports.ts';
import { instanceCount, membersOf } from './members.ts';

export const auroraAlarmReplicaLag: Check = {
  id: 'aurora-alarm-replica-lag',
  title: text('check.aurora-alarm-replica-lag.title'),
  why: text('check.aurora-alarm-replica-lag.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const count = instanceCount(cluster, graph);
    if (count === null) return unknown(text('evidence.noInstances', { asset: cluster.name }));
    if (count < 2) return notApplicable(text('evidence.oneInstance', { asset: cluster.name }));
    const subjects = [cluster, ...membersOf(cluster, graph)] as const;
    const name = clusterName(cluster);
    return allOf([alarmLink(graph, subjects, ['AuroraReplicaLag', 'AuroraReplicaLagMaximum'])], {
      fix: alarmFix(
        name,
        'AWS/RDS',
        'AuroraReplicaLagMaximum',
        `Name=DBClusterIdentifier,Value=${name}`,
        '--statistic Maximum --comparison-operator GreaterThanThreshold --threshold 2000 --evaluation-periods 5',
      ),
    });
  },
  care: text('check.aurora-alarm-replica-lag.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: maps({ wellArchitected: ['REL11-BP01'] }),
};
