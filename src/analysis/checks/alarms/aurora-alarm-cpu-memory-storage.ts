import { text } from '../../../l10n/index.ts';
import type { AlarmRule, Asset } from '../../../model/index.ts';
import { alarmFixes, clusterAlarm } from './alarm-fix.ts';
import { alarmChain, unwatchedMetricsRemark, databaseDemand } from './alarms.ts';
import { isTargetMissing, withRemarks } from '../answers.ts';
import { answerOfChains, decisiveLink } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check } from '../check.ts';
import { observabilityOfCluster } from '../engine.ts';
import type { Graph } from '../reading/graph.ts';
import { isServerless } from '../subjects/members.ts';
import { numberOf } from '../reading/readings.ts';

/**
 * Metrics that need an alarm on every engine. Only the 90 % are AWS's figure; the others depend on the class (our
 * choice).
 */
const METRICS: Readonly<Record<string, AlarmRule>> = {
  CPUUtilization: {
    statistic: 'Average',
    comparison: 'GreaterThanThreshold',
    threshold: 90,
    evaluationPeriods: 5,
  },
  FreeableMemory: {
    statistic: 'Average',
    comparison: 'LessThanThreshold',
    threshold: 1_600_000_000,
    evaluationPeriods: 15,
  },
};

/** Free share at which the alarm rings, if the size of the storage is known (our choice). */
const SHARE_LEFT = 0.1;

/** The rule for the disk that fills first; null for serverless instances, which have none of their own. */
function storageRule(database: Asset, graph: Graph): [string, AlarmRule] | null {
  const { isStorageAllocated, metrics } = observabilityOfCluster(database);
  const { metric, least } = metrics.freeStorage;
  if (!isStorageAllocated && isServerless(database, graph)) return null;
  const gib = isStorageAllocated ? numberOf(database.settings.allocatedStorage) : null;
  const threshold = gib === null ? least : Math.round(gib * SHARE_LEFT) * 2 ** 30;
  return [metric, { statistic: 'Average', comparison: 'LessThanThreshold', threshold, evaluationPeriods: 5 }];
}

/** Seconds within which the alarm has to ring: memory and storage fill up over hours. */
const RING_WITHIN_SECONDS = 3600;

export const auroraAlarmCpuMemoryStorage: Check = {
  id: 'aurora-alarm-cpu-memory-storage',
  title: text('check.aurora-alarm-cpu-memory-storage.title'),
  why: text('check.aurora-alarm-cpu-memory-storage.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, { graph }) {
    const storage = storageRule(cluster, graph);
    const wanted = [...Object.entries(METRICS), ...(storage === null ? [] : [storage])];
    const demand = (metric: string) => databaseDemand(cluster, graph, [metric], RING_WITHIN_SECONDS);
    const chains = wanted.map(([metric]) => alarmChain(graph, demand(metric)));
    const fixes = wanted
      .filter((_, index) => isTargetMissing(decisiveLink(chains[index] ?? [])))
      .map(([metric, rule]) => [metric, clusterAlarm(cluster, 'cluster', metric, rule)] as const);
    return withRemarks(
      answerOfChains(chains, { fix: alarmFixes(new Map(fixes)) }),
      unwatchedMetricsRemark(graph, observabilityOfCluster(cluster).metrics.exhaustible.map(demand)),
    );
  },
  care: text('check.aurora-alarm-cpu-memory-storage.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP03', 'REL11-BP01'] }),
};
