import { text } from '../../l10n/index.ts';
import type { Asset, Text } from '../../model/index.ts';
import type { LogSource, ParameterDemand, SlowLog } from '../../products/index.ts';
import { allOf, passingLink, linkOf, unknownLink, type Answer, type CheckLink } from './answers.ts';
import { measurementsLogGroup } from './database-logs/aurora-log-group-retention.ts';
import { logGroupOf } from './database-logs/log-groups.ts';
import type { CheckContext } from './check.ts';
import { isReachable } from './database-logs/aurora-audit-connect-events.ts';
import { exportLink, logTypes } from './database-logs/exports.ts';
import { observabilityOfCluster } from './engine.ts';
import type { Graph } from './reading/graph.ts';
import { linkOfReadings } from './link-of-readings.ts';
import { auroraEnhancedMonitoring } from './databases/aurora-enhanced-monitoring.ts';
import { isServerless, readMembers } from './subjects/members.ts';
import { demandLink, logParameterLinks } from './subjects/parameters.ts';
import { rdsEventSubscription } from './alarms/rds-event-subscription.ts';
import { isOn, numberOf, readSetting } from './reading/readings.ts';

/** Logs and metrics that explain afterwards what a database did. */
export const CLUSTER_SOURCES = [
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
export type SourceId = (typeof CLUSTER_SOURCES)[number];

/** Log or source of metrics that an engine version offers. */
export interface ClusterSource {
  id: SourceId;
  /** True if an incident cannot be explained without it. */
  isIndispensable: boolean;
  written: CheckLink;
  /** Link that holds if the log leaves the database's host or reaches a person; null if it is kept elsewhere anyway. */
  exported: CheckLink | null;
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
  const { error, deadlocks, slow, audit, changes, general, logs } = observabilityOfCluster(cluster);
  const log = (id: SourceId, isIndispensable: boolean, type: string, written: CheckLink): ClusterSource => {
    const exported = exportLink(cluster, type);
    return { id, isIndispensable, written, exported, kept: logRetention(cluster, type, exported, context) };
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
      : [log(id, isIndispensable, source.type, eitherLogLink(cluster, source, other, context.graph))];
  const hasTokens = linkOf(readSetting(cluster, 'iamDatabaseAuthenticationEnabled'), isOn);
  return [
    log('error', true, error.type, writtenLink(cluster, error, context.graph)),
    ...needed('deadlocks', false, deadlocks),
    ...needed('slowquery', true, slow === null ? null : { ...slow, needs: slowLogDemands(slow) }),
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
function slowLogDemands({ needs, threshold }: SlowLog): readonly ParameterDemand[] {
  if (needs.length > 0) return needs;
  const { name, seconds, good } = threshold;
  return [{ name, isGood: (value) => Number.isFinite(seconds(value)), good }];
}

/** Link that holds if the engine's parameters turn the log on; else gives the missing or unknown ones. */
function writtenLink(cluster: Asset, source: LogSource, graph: Graph): CheckLink {
  const links = logParameterLinks(cluster, source, graph).map(({ link }) => link);
  return links.length === 0 ? passingLink(text('source.error.written')) : linkFrom(allOf(links));
}

/** Link for the audit log, which is written if connections, changes or both are recorded. */
function eitherLogLink(cluster: Asset, source: LogSource, other: LogSource | null, graph: Graph): CheckLink {
  const own = writtenLink(cluster, source, graph);
  if (other === null || own.outcome === 'pass') return own;
  const beside = writtenLink(cluster, other, graph);
  return beside.outcome === 'fail' ? own : beside;
}

function metricSources(cluster: Asset, context: CheckContext): ClusterSource[] {
  const { graph } = context;
  const insights = linkOfReadings(readMembers(cluster, 'performanceInsightsEnabled', graph), isOn);
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
      kept: monitoringRetention(cluster, context),
    },
    {
      id: 'insights',
      isIndispensable: true,
      written: insights,
      exported: null,
      kept: insightsRetention(cluster),
    },
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

function linkFrom({ answer, evidence }: Answer): CheckLink {
  return { outcome: answer === 'not-applicable' ? 'unknown' : answer, evidence };
}

/** Statement statistics in the engine, which the insights manage unless the team set them. */
function schemaSource(cluster: Asset, insights: CheckLink, graph: Graph): ClusterSource[] {
  const demand = observabilityOfCluster(cluster).performanceSchema;
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
function logRetention(cluster: Asset, type: string, exported: CheckLink, context: CheckContext): Text {
  if (exported.outcome !== 'pass') {
    const log = observabilityOfCluster(cluster).logs.find((each) => each.type === type);
    return log?.onHost?.text ?? text('source.kept.host.unknown');
  }
  const group = logGroupOf(cluster, type, context);
  if (group === undefined) {
    // The CDK's cluster sets the retention of all its logs itself.
    const days = numberOf(cluster.settings.cloudwatchLogsRetention);
    return days === null ? text('source.kept.noGroup') : text('source.kept.days', { days });
  }
  return retentionIn(group);
}

function retentionIn(group: Asset): Text {
  const retention = readSetting(group, 'retentionInDays');
  if (retention.state === 'unknown') return text('source.kept.unknown', { group: group.name });
  const days = numberOf(retention.value) ?? 0;
  return days > 0 ? text('source.kept.days', { days }) : text('source.kept.forever');
}

function monitoringRetention(cluster: Asset, context: CheckContext): Text {
  const group = measurementsLogGroup(cluster, context);
  return group === undefined ? text('source.monitoring.kept') : retentionIn(group);
}

function insightsRetention(cluster: Asset): Text {
  const retention = readSetting(cluster, 'performanceInsightsRetentionPeriod');
  const days = retention.state === 'known' ? numberOf(retention.value) : null;
  return days === null ? text('source.insights.kept') : text('source.kept.days', { days });
}
