import { text } from '../../../l10n/index.ts';
import { clusterAlarm } from './alarm-fix.ts';
import { alarmChain, unwatchedMetricsRemark, databaseDemand, type AlarmDemand } from './alarms.ts';
import { withRemarks } from '../answers.ts';
import { answerOfChains } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';

/** Seconds within which the alarm has to ring: a surge of connections lasts minutes. */
const RING_WITHIN_SECONDS = 1800;

export const auroraAlarmAbortedClients: Check = {
  id: 'aurora-alarm-aborted-clients',
  title: text('check.aurora-alarm-aborted-clients.title'),
  why: text('check.aurora-alarm-aborted-clients.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const { aborted, besideAborted } = observabilityOfCluster(cluster).metrics;
    if (aborted === null) return notApplicableToEngine(cluster);
    const demand = (metric: string): AlarmDemand =>
      databaseDemand(cluster, graph, [metric], RING_WITHIN_SECONDS);
    const answer = answerOfChains([alarmChain(graph, demand(aborted))], {
      fix: clusterAlarm(cluster, 'writer', aborted, {
        statistic: 'Sum',
        comparison: 'GreaterThanThreshold',
        threshold: 50,
        evaluationPeriods: 5,
        datapointsToAlarm: 5,
      }),
    });
    const refused = text('evidence.refusedElsewhere', { aborted, metrics: [...besideAborted] });
    return withRemarks(answer, refused, unwatchedMetricsRemark(graph, besideAborted.map(demand)));
  },
  care: text('check.aurora-alarm-aborted-clients.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP03', 'REL11-BP06'] }),
};
