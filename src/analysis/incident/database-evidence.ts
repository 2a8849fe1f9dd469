import { text } from '../../l10n/index.ts';
import { databaseWords } from '../../vocabulary/index.ts';
import { shellWord, type Asset, type ProductId, type Text } from '../../model/index.ts';
import { observabilityOf, type LogSource } from '../../products/index.ts';
import { logGroupOf } from '../checks/database-logs/log-groups.ts';
import type { CheckContext } from '../checks/check.ts';
import { databaseName } from '../checks/commands.ts';
import { membersOf, readMembers } from '../checks/subjects/members.ts';
import { linkOfReadings } from '../checks/link-of-readings.ts';
import { demandLink } from '../checks/subjects/parameters.ts';
import { isOn, numberOf, readSetting, displayName, textOf, textsOf } from '../checks/reading/readings.ts';
import {
  evidenceUntil,
  RETENTION_DAYS,
  evidenceForDays,
  oldestOf,
  type Evidence,
} from './evidence-lifetime.ts';

/** Evidence of an incident of one cluster. */
export function clusterEvidence(cluster: Asset, context: CheckContext, clock: number): Evidence[] {
  const name = databaseName(cluster);
  const shown = displayName(cluster);
  const events = evidenceForDays(
    text('incident.evidence.events', { cluster: shown }),
    RETENTION_DAYS.events,
    clock,
    [
      `aws rds describe-events --source-type ${databaseWords(cluster).type} --source-identifier ${name} --duration 20160`,
    ],
    oldestOf(cluster.settings.recentEvents, 'date', RETENTION_DAYS.events),
  );
  return [
    ...engineEvidence(cluster.product, shown),
    ...logEvidence(cluster, context, clock),
    events,
    ...insightsEvidence(cluster, context, clock),
  ];
}

function engineEvidence(product: ProductId | null, cluster: string): Evidence[] {
  const observability = observabilityOf(product);
  if (observability === null) return [];
  return [
    evidenceUntil('engine', text('incident.evidence.engine', { cluster }), [observability.inspectCommand]),
  ];
}

/** Evidence that every cluster has, with placeholders for its names. */
export function unknownClusterEvidence(product: ProductId, clock: number): Evidence[] {
  const { error, slow } = observabilityOf(product) ?? {};
  const onHost = [slow, error].flatMap((source) => source ?? []).map(({ type }) => type);
  return [
    ...engineEvidence(product, 'CLUSTER'),
    ...[...new Set(onHost)].map((log) =>
      hostLog(
        product,
        log,
        log === error?.type,
        clock,
        log === error?.type ? filesOfInstance('INSTANCE') : [],
      ),
    ),
    evidenceForDays(text('incident.evidence.events', { cluster: 'CLUSTER' }), RETENTION_DAYS.events, clock, [
      'aws rds describe-events --source-type db-cluster --source-identifier CLUSTER --duration 20160',
    ]),
  ];
}

/** Logs of a cluster as evidence; those that are not exported stay on the host for some time. */
function logEvidence(cluster: Asset, context: CheckContext, clock: number): Evidence[] {
  const exported = readSetting(cluster, 'enabledCloudwatchLogsExports');
  if (exported.state === 'unknown')
    return [evidenceUntil('unknown', text('incident.evidence.exportUnknown'))];
  const names = textsOf(exported.value);
  const files = logFileCommands(cluster, context);
  return writtenLogs(cluster).map(({ type: log, needs: [need] }): Evidence => {
    const isWrittenNow = need === undefined ? 'pass' : demandLink(cluster, need, context.graph).outcome;
    if (need !== undefined && isWrittenNow === 'fail')
      return evidenceUntil('not-written', text('incident.evidence.logOff', { log, parameter: need.name }));
    if (names.includes(log)) return exportedLogEvidence(cluster, log, context, clock);
    return hostLog(cluster.product, log, isWrittenNow === 'pass', clock, files);
  });
}

/** Logs that an engine writes, each once: a log shared with errors counts as the error log. */
function writtenLogs({ product }: Asset): LogSource[] {
  const observability = observabilityOf(product);
  if (observability === null) return [];
  const { error, slow, audit, general, logs } = observability;
  const sources = [error, slow, audit, general].flatMap((source) => source ?? []);
  return logs.flatMap(({ type }) => sources.find((source) => source.type === type) ?? []);
}

/** Evidence in a log that is not exported. */
function hostLog(
  product: ProductId | null,
  log: string,
  isCertain: boolean,
  clock: number,
  files: readonly string[],
): Evidence {
  const onHost = observabilityOf(product)?.logs.find(({ type }) => type === log)?.onHost ?? null;
  const { days, isAtMost } = onHost ?? { days: null, isAtMost: false };
  const kept = text('incident.evidence.hostLog', {
    log,
    kept: keptText(days, isAtMost),
    isUncertain: !isCertain,
  });
  if (days === null) return evidenceUntil('unknown', kept, files);
  return { ...evidenceForDays(kept, days, clock, files), lasts: isAtMost ? 'about-days' : 'days' };
}

/**
 * Time for which a host keeps a log, as a sentence.
 * @param days null if unknown
 */
function keptText(days: number | null, isAtMost: boolean): Text {
  if (days === null) return text('incident.kept.unknown');
  const time = days === 1 ? text('incident.kept.day') : text('incident.kept.days', { days });
  return isAtMost ? text('incident.kept.atMost', { time }) : time;
}

function exportedLogEvidence(cluster: Asset, log: string, context: CheckContext, clock: number): Evidence {
  const group = logGroupOf(cluster, log, context);
  if (group === undefined) return evidenceUntil('unknown', text('incident.evidence.exported', { log }));
  const name = textOf(group.settings.logGroupName) ?? group.name;
  const since = textOf(group.settings.createdAt)?.slice(0, 10) ?? null;
  const retention = readSetting(group, 'retentionInDays');
  const days = retention.state === 'known' ? numberOf(retention.value) : null;
  const kept = text('incident.evidence.logGroup', { log, group: name, since });
  if (days === null) return evidenceUntil('unknown', kept);
  return days > 0 ? evidenceForDays(kept, days, clock) : evidenceUntil('kept', kept);
}

/** Commands that list the log files of each instance. */
function logFileCommands(cluster: Asset, { graph }: CheckContext): string[] {
  const instances = cluster.declaredAs === undefined ? membersOf(cluster, graph) : [cluster];
  const names = instances.flatMap(({ settings }) => textOf(settings.dbInstanceIdentifier) ?? []);
  const known = names.length === 0 ? ['INSTANCE'] : [...new Set(names)];
  return known.flatMap(filesOfInstance);
}

function filesOfInstance(instance: string): string[] {
  const word = shellWord(instance);
  return [
    `aws rds describe-db-log-files --db-instance-identifier ${word}`,
    `aws rds download-db-log-file-portion --db-instance-identifier ${word} --log-file-name LOG_FILE ` +
      '--starting-token 0 --output text',
  ];
}

/** Database Insights as evidence; it keeps seven days free of charge (Aurora User Guide, USER_PerfInsights.Enabling). */
function insightsEvidence(cluster: Asset, { graph }: CheckContext, clock: number): Evidence[] {
  if (linkOfReadings(readMembers(cluster, 'performanceInsightsEnabled', graph), isOn).outcome !== 'pass')
    return [];
  const retention = readSetting(cluster, 'performanceInsightsRetentionPeriod');
  const days = retention.state === 'known' ? numberOf(retention.value) : null;
  const kept = text('incident.evidence.insights');
  return [days === null ? evidenceUntil('unknown', kept) : evidenceForDays(kept, days, clock)];
}
