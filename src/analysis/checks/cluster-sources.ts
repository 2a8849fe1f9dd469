import { text } from '../../l10n/index.ts';
import type { Asset, Text } from '../../model/index.ts';
import type { LogSource, ParameterDemand, SlowLog } from '../../products/index.ts';
import { allOf, passingLink, linkOf, unknownLink, type Answer, type Link } from './answers.ts';
import { measurementsOf } from './database-logs/aurora-log-group-retention.ts';
import { logGroupOf } from './database-logs/log-groups.ts';
import type { CheckContext } from './check.ts';
import { isReachable } from './database-logs/aurora-audit-connect-events.ts';
import { exportLink, logTypes } from './database-logs/exports.ts';
import { observed } from './engine.ts';
import type { Graph } from './reading/graph.ts';
import { judge } from './judge.ts';
import { auroraEnhancedMonitoring } from './databases/aurora-enhanced-monitoring.ts';
import { isServerless, readMembers } from './subjects/members.ts';
import { demandLink, writtenLinks } from './subjects/parameters.ts';
import { rdsEventSubscription } from './alarms/rds-event-subscription.ts';
import { isOn, numberOf, read } from './reading/readings.ts';

/** Logs and metrics that explain afterwards what a database did. */
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

/** Log or source of metrics that an engine version offers. */
export interface ClusterSource {
  id: SourceId;
  /** True if an incident cannot be explained without it. */
  isIndispensable: boolean;
  written: Link;
  /** Link that holds if the log leaves the database's host or reaches a person; null if it is kept elsewhere anyway. */
  exported: Link | null;
  kept: Text;
}

/** Logs and metrics that a cluster's version offers, in reading order. */
export function clusterSources(cluster: Asset, context: CheckContext): ClusterSource[] {
  const sources = [...logSources(cluster, context), ...metricSources(cluster, context)];
  return sources.map((source) =>
    source.written.outcome === 'fail' ? { ...source, kept: text('source.kept.nothing') } : source,
  );
}

function logSources(cluster: Asset, context: CheckContext): ClusterSource[] {
  const { error, deadlocks, slow, audit, changes, general, logs } = observed(cluster);
  const log = (id: SourceId, isIndispensable: boolean, type: string, written: Link): ClusterSource => {
    const exported = exportLink(cluster, type);
    return { id, isIndispensable, written, exported, kept: keptLog(cluster, type, exported, context) };
  };
  const isOffered = (type: string): boolean => {
    const found = logs.find((each) => each.type === type);
    if (found === undefined) return false;
    if (!logTypes(cluster).includes(type)) return false;
    const isFitting = found.isServerless !== true || isServerless(cluster, context.graph);
    return isFitting && (found.isOffered?.(cluster.version) ?? true);
  };
  const needed = (
    id: SourceId,
    isIndispensable: boolean,
    source: LogSource | null,
    other: LogSource | null = null,
  ): ClusterSource[] =>
    source === null || !isOffered(source.type)
      ? []
      : [log(id, isIndispensable, source.type, eitherWritten(cluster, source, other, context.graph))];
  const hasTokens = linkOf(read(cluster, 'iamDatabaseAuthenticationEnabled'), isOn);
  return [
    log('error', true, error.type, writtenLink(cluster, error, context.graph)),
    ...needed('deadlocks', false, deadlocks),
    ...needed('slowquery', true, slow === null ? null : { ...slow, needs: writingSlow(slow) }),
    // Same level as in the check.
    ...needed('audit', isReachable(cluster, context.graph), audit, changes),
    ...needed('general', false, general),
    ...(isOffered('iam-db-auth-error')
      ? [log('iam-db-auth-error', hasTokens.outcome === 'pass', 'iam-db-auth-error', hasTokens)]
      : []),
    ...(isOffered('instance')
      ? [log('instance', false, 'instance', unknownLink(text('source.instance.written')))]
      : []),
  ];
}

/** Parameters that turn on the slow log: a switch, or a threshold. */
function writingSlow({ needs, threshold }: SlowLog): readonly ParameterDemand[] {
  if (needs.length > 0) return needs;
  const { name, seconds, good } = threshold;
  return [{ name, isGood: (value) => Number.isFinite(seconds(value)), good }];
}

/** Link that holds if the engine's parameters turn the log on; else gives the missing or unknown ones. */
function writtenLink(cluster: Asset, source: LogSource, graph: Graph): Link {
  const links = writtenLinks(cluster, source, graph).map(({ link }) => link);
  return links.length === 0 ? passingLink(text('source.error.written')) : linkFrom(allOf(links));
}

/** Link for the audit log, which is written if connections, changes or both are recorded. */
function eitherWritten(cluster: Asset, source: LogSource, other: LogSource | null, graph: Graph): Link {
  const own = writtenLink(cluster, source, graph);
  if (other === null || own.outcome === 'pass') return own;
  const beside = writtenLink(cluster, other, graph);
  return beside.outcome === 'fail' ? own : beside;
}

function metricSources(cluster: Asset, context: CheckContext): ClusterSource[] {
  const { graph } = context;
  const insights = judge(readMembers(cluster, 'performanceInsightsEnabled', graph), isOn);
  return [
    {
      id: 'metrics',
      isIndispensable: true,
      written: passingLink(text('source.metrics.written')),
      exported: null,
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html
      kept: text('source.metrics.kept'),
    },
    {
      id: 'enhanced-monitoring',
      isIndispensable: true,
      written: linkFrom(auroraEnhancedMonitoring.evaluate(cluster, context)),
      exported: null,
      kept: keptMeasurements(cluster, context),
    },
    { id: 'insights', isIndispensable: true, written: insights, exported: null, kept: keptInsights(cluster) },
    ...schemaSource(cluster, insights, graph),
    {
      id: 'events',
      isIndispensable: true,
      written: passingLink(text('source.events.written')),
      exported: linkFrom(rdsEventSubscription.evaluate(cluster, context)),
      kept: text('source.events.kept'),
    },
  ];
}

function linkFrom({ answer, evidence }: Answer): Link {
  return { outcome: answer === 'not-applicable' ? 'unknown' : answer, evidence };
}

/** Statement statistics in the engine, which the insights manage unless the team set them. */
function schemaSource(cluster: Asset, insights: Link, graph: Graph): ClusterSource[] {
  const demand = observed(cluster).performanceSchema;
  if (demand === null) return [];
  const schema = demandLink(cluster, demand, graph);
  const isManaged = insights.outcome === 'pass' && schema.outcome === 'unknown';
  return [
    {
      id: 'performance-schema',
      isIndispensable: false,
      written: isManaged ? passingLink(text('source.schema.managed')) : schema,
      exported: null,
      kept: text('source.schema.kept'),
    },
  ];
}

/** Retention of a log: limited on the host; that of the log group if exported. */
function keptLog(cluster: Asset, type: string, exported: Link, context: CheckContext): Text {
  if (exported.outcome !== 'pass') {
    const log = observed(cluster).logs.find((each) => each.type === type);
    return log?.onHost?.text ?? text('source.kept.host.unknown');
  }
  const group = logGroupOf(cluster, type, context);
  if (group === undefined) {
    // The CDK's cluster sets the retention of all its logs itself.
    const days = numberOf(cluster.settings.cloudwatchLogsRetention);
    return days === null ? text('source.kept.noGroup') : text('source.kept.days', { days });
  }
  return keptIn(group);
}

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
