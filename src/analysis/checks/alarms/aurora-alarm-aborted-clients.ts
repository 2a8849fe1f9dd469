import { text } from '../../../l10n/index.ts';
import { clusterAlarm } from './alarm-fix.ts';
import { alarmLink, alsoWorthAnAlarm } from './alarms.ts';
import { allOf, remarked } from '../answers.ts';
import { cloudWatchGuide, maps, type Check } from '../check.ts';
import { notOfEngine, observed } from '../engine.ts';
import { membersOf } from '../databases/members.ts';

export const auroraAlarmAbortedClients: Check = {
  id: 'aurora-alarm-aborted-clients',
  title: text('check.aurora-alarm-aborted-clients.title'),
  why: text('check.aurora-alarm-aborted-clients.why'),
  level: 'must',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const { aborted, besideAborted } = observed(cluster).metrics;
    if (aborted === null) return notOfEngine(cluster);
    const subjects = [cluster, ...membersOf(cluster, graph)] as const;
    const answer = allOf([alarmLink(graph, subjects, [aborted])], {
      fix: clusterAlarm(cluster, 'writer', aborted, {
        statistic: 'Sum',
        comparison: 'GreaterThanThreshold',
        threshold: 50,
        evaluationPeriods: 5,
        datapointsToAlarm: 5,
      }),
    });
    return remarked(answer, alsoWorthAnAlarm(graph, subjects, besideAborted));
  },
  care: text('check.aurora-alarm-aborted-clients.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: maps({ wellArchitected: ['REL06-BP03', 'REL11-BP06'] }),
};
