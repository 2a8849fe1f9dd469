import { text } from '../../l10n/index.ts';
import { type Asset, type Text } from '../../model/index.ts';
import { allOf, good, linkOf, open, type Answer, type Link } from './answers.ts';
import { logGroupOf, measurementsOf } from './database-logs/aurora-log-group-retention.ts';
import type { CheckContext } from './check.ts';
import { exportLink } from './database-logs/exports.ts';
import { judge } from './judge.ts';
import { isServerless, readMembers } from './databases/members.ts';
import { parameterLink, readClusterParameter, readParameter } from './parameters.ts';
import { rdsEventSubscription } from './alarms/rds-event-subscription.ts';
import { isOn, numberOf, read } from './readings.ts';
import { engineLine } from './engine-line.ts';

/** What tells afterwards what a database did. */
export const SOURCES = [
  'error',
  'deadlocks',
  'slowquery',
  'audit',
  'general',
  'iam-db-auth-error',
  'instance',
  'metrics',
  'enhanced-monitoring',
  'insights',
  'performance-schema',
  'events',
] as const;
export type SourceId = (typeof SOURCES)[number];

/** One log or source of metrics that an engine version offers. */
export interface ClusterSource {
  id: SourceId;
  /** Without it nobody can tell afterwards what happened. */
  isIndispensable: boolean;
  written: Link;
  /** Whether it leaves the database's host or reaches people; null where it never was only there. */
  exported: Link | null;
  kept: Text;
}

/** Every log and source of metrics that a cluster's version offers, in the order in which they are looked at. */
export function clusterSources(cluster: Asset, context: CheckContext): ClusterSource[] {
  const { graph } = context;
  const parameter = (name: string, isGood: (value: string) => boolean): Link =>
    parameterLink(readParameter(cluster, name, graph), isGood);
  const auditing = (name: string, isGood: (value: string) => boolean): Link =>
    parameterLink([readClusterParameter(cluster, name, graph)], isGood);
  const toFile = parameter('log_output', (value) => /^file$/i.test(value));
  const log = (id: SourceId, isIndispensable: boolean, written: Link, type: string = id): ClusterSource => {
    const exported = exportLink(cluster, type);
    return { id, isIndispensable, written, exported, kept: keptLog(cluster, type, exported, context) };
  };
  const hasTokens = linkOf(read(cluster, 'iamDatabaseAuthenticationEnabled'), isOn);
  const sources = [
    log('error', true, good(text('source.error.written'))),
    log('deadlocks', false, parameter('innodb_print_all_deadlocks', isOn), 'error'),
    log('slowquery', true, both(parameter('slow_query_log', isOn), toFile)),
    log(
      'audit',
      true,
      both(auditing('server_audit_logging', isOn), auditing('server_audit_events', isNamed)),
    ),
    log('general', false, both(parameter('general_log', isOn), toFile)),
    log('iam-db-auth-error', hasTokens.outcome === 'pass', hasTokens),
    ...(offersInstanceLog(cluster, context)
      ? [log('instance', false, open(text('source.instance.written')))]
      : []),
    ...metricSources(cluster, context),
  ];
  return sources.map((source) =>
    source.written.outcome === 'fail' ? { ...source, kept: text('source.kept.nothing') } : source,
  );
}

function metricSources(cluster: Asset, context: CheckContext): ClusterSource[] {
  const { graph } = context;
  const measured = judge(
    readMembers(cluster, 'monitoringInterval', graph),
    (value) => (numberOf(value) ?? 0) > 0,
  );
  const insights = judge(readMembers(cluster, 'performanceInsightsEnabled', graph), isOn);
  const schema = parameterLink(readParameter(cluster, 'performance_schema', graph), isOn);
  return [
    {
      id: 'metrics',
      isIndispensable: true,
      written: good(text('source.metrics.written')),
      exported: null,
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html
      kept: text('source.metrics.kept'),
    },
    {
      id: 'enhanced-monitoring',
      isIndispensable: true,
      written: measured,
      exported: null,
      kept: keptMeasurements(cluster, context),
    },
    { id: 'insights', isIndispensable: true, written: insights, exported: null, kept: keptInsights(cluster) },
    {
      id: 'performance-schema',
      isIndispensable: false,
      // The insights manage it unless somebody set it by hand.
      written:
        insights.outcome === 'pass' && schema.outcome === 'unknown'
          ? good(text('source.schema.managed'))
          : schema,
      exported: null,
      kept: text('source.schema.kept'),
    },
    {
      id: 'events',
      isIndispensable: true,
      written: good(text('source.events.written')),
      exported: linkFrom(rdsEventSubscription.evaluate(cluster, context)),
      kept: text('source.events.kept'),
    },
  ];
}

function isNamed(value: string): boolean {
  return value !== '';
}

/** Why an instance that may pause did not: serverless v2 pauses from 3.08 on (Aurora User Guide, aurora-serverless-v2-auto-pause). */
function offersInstanceLog(cluster: Asset, { graph }: CheckContext): boolean {
  return engineLine(cluster) !== '2' && isServerless(cluster, graph);
}

/** Written only where both hold; what fails or is unknown is said. */
function both(first: Link, second: Link): Link {
  return linkFrom(allOf([first, second]));
}

function linkFrom({ answer, evidence }: Answer): Link {
  return { outcome: answer === 'not-applicable' ? 'unknown' : answer, evidence };
}

/** On the host for a day or a month (Aurora User Guide, USER_LogAccess.MySQL.LogFileSize); exported for as long as the log group says. */
function keptLog(cluster: Asset, type: string, exported: Link, context: CheckContext): Text {
  if (exported.outcome !== 'pass') return text(HOST[type] ?? 'source.kept.host.day');
  const group = logGroupOf(cluster, type, context);
  if (group === undefined) {
    // CDK's cluster takes the retention of all its logs itself.
    const days = numberOf(cluster.settings.cloudwatchLogsRetention);
    return days === null ? text('source.kept.noGroup') : text('source.kept.days', { days });
  }
  return keptIn(group);
}

const HOST: Readonly<
  Record<string, 'source.kept.host.error' | 'source.kept.host.iam' | 'source.kept.host.unknown'>
> = {
  error: 'source.kept.host.error',
  'iam-db-auth-error': 'source.kept.host.iam',
  instance: 'source.kept.host.unknown',
};

function keptIn(group: Asset): Text {
  const retention = read(group, 'retentionInDays');
  if (retention.state === 'unknown') return text('source.kept.unknown', { group: group.name });
  const days = numberOf(retention.value) ?? 0;
  return days > 0 ? text('source.kept.days', { days }) : text('source.kept.forever');
}

function keptMeasurements(cluster: Asset, context: CheckContext): Text {
  const group = measurementsOf(cluster, context);
  return group === undefined ? text('source.monitoring.kept') : keptIn(group);
}

function keptInsights(cluster: Asset): Text {
  const retention = read(cluster, 'performanceInsightsRetentionPeriod');
  const days = retention.state === 'known' ? numberOf(retention.value) : null;
  return days === null ? text('source.insights.kept') : text('source.kept.days', { days });
}
