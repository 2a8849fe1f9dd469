import { text } from '../../../l10n/index.ts';
import { clusterAlarm } from './alarm-fix.ts';
import { alarmChain, alsoWorthAnAlarm, databaseDemand, type Demand } from './alarms.ts';
import { withRemarks } from '../answers.ts';
import { answerOfChains } from '../chain.ts';
import { cloudWatchGuide, maps, type Check } from '../check.ts';
import { notOfEngine, observed } from '../engine.ts';

/** Seconds within which the alarm has to ring. */
const WITHIN = 1800;

export const auroraAlarmRestart: Check = {
  id: 'aurora-alarm-restart',
  title: text('check.aurora-alarm-restart.title'),
  why: text('check.aurora-alarm-restart.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const { uptime, besideRestart } = observed(cluster).metrics;
    if (uptime === null) return notOfEngine(cluster);
    const demand = (metric: string): Demand => databaseDemand(cluster, graph, [metric], WITHIN);
    const answer = answerOfChains([alarmChain(graph, { ...demand(uptime), isOfLife: true })], {
      fix: clusterAlarm(cluster, 'writer', uptime, {
        statistic: 'Minimum',
        comparison: 'LessThanOrEqualToThreshold',
        threshold: 0,
        evaluationPeriods: 2,
        datapointsToAlarm: 2,
        treatMissingData: 'breaching',
      }),
    });
    return withRemarks(answer, alsoWorthAnAlarm(graph, besideRestart.map(demand)));
  },
  care: text('check.aurora-alarm-restart.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: maps({ wellArchitected: ['REL06-BP03', 'REL11-BP06'] }),
};
