import { text } from '../../../l10n/index.ts';
import { clusterAlarm } from './alarm-fix.ts';
import { alarmLink, alsoWorthAnAlarm } from './alarms.ts';
import { allOf, remarked } from '../answers.ts';
import { cloudWatchGuide, maps, type Check } from '../check.ts';
import { observed } from '../engine.ts';
import { membersOf } from '../databases/members.ts';

export const auroraAlarmRestart: Check = {
  id: 'aurora-alarm-restart',
  title: text('check.aurora-alarm-restart.title'),
  why: text('check.aurora-alarm-restart.why'),
  level: 'should',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const subjects = [cluster, ...membersOf(cluster, graph)] as const;
    const answer = allOf([alarmLink(graph, subjects, ['EngineUptime'])], {
      fix: clusterAlarm(cluster, 'writer', 'EngineUptime', {
        statistic: 'Minimum',
        comparison: 'LessThanOrEqualToThreshold',
        threshold: 0,
        evaluationPeriods: 2,
        datapointsToAlarm: 2,
        treatMissingData: 'breaching',
      }),
    });
    return remarked(answer, alsoWorthAnAlarm(graph, subjects, observed(cluster).metrics.besideRestart));
  },
  care: text('check.aurora-alarm-restart.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: maps({ wellArchitected: ['REL06-BP03', 'REL11-BP06'] }),
};
