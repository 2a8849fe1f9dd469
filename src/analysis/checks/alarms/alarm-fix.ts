import { text } from '../../../l10n/index.ts';
import { databaseWords } from '../../../vocabulary/index.ts';
import { observabilityOfCluster } from '../engine.ts';
import type { AlarmRule, Asset, Fix, MetricDimension } from '../../../model/index.ts';
import { databaseName, commandVariable } from '../commands.ts';

/** Dimension, with the word that a command uses for it: a name, or a placeholder. */
interface NamedDimension extends MetricDimension {
  word: string;
}

/** Missing alarm; its threshold is a starting point, not a rule. */
interface MissingAlarm {
  about: Asset;
  /** Prefix of alarm names in a command. */
  prefix: string;
  namespace: string;
  metric: string;
  dimensions: readonly NamedDimension[];
  rule: AlarmRule;
}

/** Dimension for an asset, with the word that a command uses for it. */
export function dimensionOf(name: string, asset: Asset | undefined, word: string): NamedDimension {
  return { name, value: asset === undefined ? word : { assetId: asset.id }, word };
}

/** An alarm on all instances of a database, or on its writer, whichever instance that is. */
export function clusterAlarm(cluster: Asset, of: 'cluster' | 'writer', metric: string, rule: AlarmRule): Fix {
  const name = databaseName(cluster);
  const whole = dimensionOf(databaseWords(cluster).dimension, cluster, name);
  const role = { name: 'Role', value: 'WRITER', word: 'WRITER' };
  return alarmFix({
    about: cluster,
    prefix: name,
    namespace: 'AWS/RDS',
    metric,
    dimensions: of === 'writer' && observabilityOfCluster(cluster).metrics.hasRoles ? [whole, role] : [whole],
    rule,
  });
}

/** Change and command that create an alarm. */
export function alarmFix({ about, prefix, namespace, metric, dimensions, rule }: MissingAlarm): Fix {
  return {
    title: text('fix.alarm', { metric }),
    changes: [
      {
        kind: 'alarm',
        assetId: about.id,
        namespace,
        metric,
        dimensions: dimensions.map(({ name, value }) => ({ name, value })),
        rule,
      },
    ],
    command: [
      `aws cloudwatch put-metric-alarm --alarm-name ${prefix}-${metric} --namespace ${namespace} --metric-name ${metric}`,
      `--dimensions ${dimensions.map(({ name, word }) => `Name=${name},Value=${word}`).join(' ')}`,
      `--period 60 --statistic ${rule.statistic} --comparison-operator ${rule.comparison}`,
      `--threshold ${rule.threshold} --evaluation-periods ${rule.evaluationPeriods}`,
      ...(rule.datapointsToAlarm === undefined ? [] : [`--datapoints-to-alarm ${rule.datapointsToAlarm}`]),
      ...(rule.treatMissingData === undefined ? [] : [`--treat-missing-data ${rule.treatMissingData}`]),
      `--alarm-actions ${commandVariable('ALARM_TOPIC_ARN')}`,
    ].join(' '),
  };
}

/** One fix that creates the alarms on all of these metrics; null if there are none. */
export function alarmFixes(byMetric: ReadonlyMap<string, Fix>): Fix | null {
  const [first, ...rest] = byMetric.values();
  if (first === undefined || rest.length === 0) return first ?? null;
  const all = [first, ...rest];
  return {
    title: text('fix.alarms', { metrics: [...byMetric.keys()] }),
    changes: all.flatMap(({ changes }) => changes),
    command: all.map(({ command }) => command).join(' && '),
  };
}
