import { text } from '../../../l10n/index.ts';
import { alarmFix, alarmFixes, alarmLink } from './alarms.ts';
import { allOf } from '../answers.ts';
import { cloudWatchGuide, maps, type Check } from '../check.ts';
import { observed } from '../engine.ts';
import { clusterName } from '../database-logs/exports.ts';
import { isServerless, membersOf } from '../databases/members.ts';

/** What every engine needs an alarm on. Only the 90 % are AWS's figure; the others depend on the class (our choice). */
const METRICS: Readonly<Record<string, string>> = {
  CPUUtilization: '--comparison-operator GreaterThanThreshold --threshold 90 --evaluation-periods 5',
  FreeableMemory: '--comparison-operator LessThanThreshold --threshold 1600000000 --evaluation-periods 15',
  FreeLocalStorage: '--comparison-operator LessThanThreshold --threshold 6000000000 --evaluation-periods 5',
};

export const auroraAlarmCpuMemoryStorage: Check = {
  id: 'aurora-alarm-cpu-memory-storage',
  title: text('check.aurora-alarm-cpu-memory-storage.title'),
  why: text('check.aurora-alarm-cpu-memory-storage.why'),
  level: 'must',
  appliesTo: ['aurora-cluster'],
  evaluate(cluster, { graph }) {
    const subjects = [cluster, ...membersOf(cluster, graph)] as const;
    // Serverless instances have no local storage of their own.
    const isWanted = (metric: string): boolean =>
      metric !== 'FreeLocalStorage' || !isServerless(cluster, graph);
    const options = { ...METRICS, ...observed(cluster).metrics.exhaustible };
    const metrics = Object.keys(options).filter(isWanted);
    const links = metrics.map((metric) => alarmLink(graph, subjects, [metric]));
    const name = clusterName(cluster);
    const missing = metrics.filter((_, index) => links[index]?.outcome === 'fail');
    const fixes = missing.map((metric) => {
      const rest = `--statistic Average ${options[metric] ?? ''}`;
      return [
        metric,
        alarmFix(name, 'AWS/RDS', metric, `Name=DBClusterIdentifier,Value=${name}`, rest),
      ] as const;
    });
    return allOf(links, { fix: alarmFixes(new Map(fixes)) });
  },
  care: text('check.aurora-alarm-cpu-memory-storage.care'),
  helpUri: cloudWatchGuide('Best_Practice_Recommended_Alarms_AWS_Services'),
  mappings: maps({ wellArchitected: ['REL06-BP03', 'REL11-BP01'] }),
};
