import { text } from '../../../l10n/index.ts';
import { clusterAlarm } from './alarm-fix.ts';
import { alarmChain, unwatchedMetricsRemark, databaseDemand, type AlarmDemand } from './alarms.ts';
import { withRemarks } from '../answers.ts';
import { answerOfChains } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check } from '../check.ts';
import { notApplicableToEngine, observabilityOfCluster } from '../engine.ts';

/** Seconds within which the alarm has to ring. */
const RING_WITHIN_SECONDS = 1800;

export const auroraAlarmRestart: Check = {
  id: 'aurora-alarm-restart',
  title: text('check.aurora-alarm-restart.title'),
  why: text('check.aurora-alarm-restart.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const { uptime, besideRestart } = observabilityOfCluster(cluster).metrics;
    if (uptime === null) return notApplicableToEngine(cluster);
    const demand = (metric: string): AlarmDemand =>
      databaseDemand(cluster, graph, [metric], RING_WITHIN_SECONDS);
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
    return withRemarks(answer, unwatchedMetricsRemark(graph, besideRestart.map(demand)));
  },
  care: text('check.aurora-alarm-restart.care'),
  ownWords: { rds: { title: text('check.aurora-alarm-restart.rds') } },
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP03', 'REL11-BP06'] }),
};
