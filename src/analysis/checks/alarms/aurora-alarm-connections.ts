import { text } from '../../../l10n/index.ts';
import { clusterAlarm } from './alarm-fix.ts';
import { alarmChain, databaseDemand } from './alarms.ts';
import { answerOfChains } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check } from '../check.ts';
import { connectionLimit, MAX_SHARE_PERCENT } from '../subjects/connection-demand.ts';

/** Seconds within which the alarm has to ring: a surge of connections lasts minutes. */
const RING_WITHIN_SECONDS = 1800;

export const auroraAlarmConnections: Check = {
  id: 'aurora-alarm-connections',
  title: text('check.aurora-alarm-connections.title'),
  why: text('check.aurora-alarm-connections.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    // 80 % of the limit of the smallest instance; of a db.r*.large if that is unknown.
    const most = connectionLimit(cluster, graph).limit ?? 1000;
    const threshold = Math.floor((most * MAX_SHARE_PERCENT) / 100);
    const demand = databaseDemand(cluster, graph, ['DatabaseConnections'], RING_WITHIN_SECONDS);
    return answerOfChains([alarmChain(graph, demand)], {
      fix: clusterAlarm(cluster, 'writer', 'DatabaseConnections', {
        statistic: 'Maximum',
        comparison: 'GreaterThanThreshold',
        threshold,
        evaluationPeriods: 5,
        datapointsToAlarm: 5,
      }),
    });
  },
  care: text('check.aurora-alarm-connections.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP03', 'REL11-BP06'] }),
};
