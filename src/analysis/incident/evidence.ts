import { text } from '../../l10n/index.ts';
import { compareText, shellWord, type Asset, type SettingValue, type Text } from '../../model/index.ts';
import { logGroupOf } from '../checks/database-logs/aurora-log-group-retention.ts';
import type { CheckContext } from '../checks/check.ts';
import { clusterName, LOG_TYPES } from '../checks/database-logs/exports.ts';
import { groupName, targetArn, templateOf } from '../checks/scaling/groups.ts';
import { judge } from '../checks/judge.ts';
import { logShipping } from '../checks/scaling/lt-log-shipping.ts';
import { membersOf, readMembers } from '../checks/databases/members.ts';
import { parameterLink, readParameter } from '../checks/parameters.ts';
import { fieldOf, isOn, listOf, numberOf, read, textOf, textsOf } from '../checks/readings.ts';
import { instancesToKeep } from './brake.ts';

/**
 * How long something is there: only while it happens; as long as an instance lives or the engine runs; some days (or
 * about so many, where AWS promises none); for good. `not-written`: there is none. In this order it is lost.
 */
export const LASTING = [
  'moment',
  'instance',
  'engine',
  'days',
  'about-days',
  'unknown',
  'kept',
  'not-written',
] as const;
export type Lasting = (typeof LASTING)[number];

/** Something that tells what happened, and until when it is there. */
export interface Evidence {
  kept: Text;
  /** They save it before it is gone; none where nothing has to be done. */
  commands: readonly string[];
  lasts: Lasting;
  /** ISO 8601: when what happens now is gone; null unless it lasts some days. */
  expires: string | null;
  /** From an account: when the oldest entry that is still there was written, and when it goes. */
  oldest: { at: string; expires: string } | null;
}

/** Days for which AWS keeps things; Auto Scaling's own number is not on its pages. */
export const KEPT_DAYS = { activities: 42, events: 14, metrics: 15, trail: 90, errorLog: 30, otherLogs: 1 };

const DAY = 86_400_000;

/** What tells of an incident of some groups and clusters, what is lost first in front. @param now ISO 8601 */
export function evidenceOf(
  groups: readonly Asset[],
  clusters: readonly Asset[],
  context: CheckContext,
  now: string,
): Evidence[] {
  const clock = Date.parse(now);
  const all = [
    ...groups.flatMap((group) => ofGroup(group, context, clock)),
    ...clusters.flatMap((cluster) => ofCluster(cluster, context, clock)),
    ...(clusters.length === 0 ? ofUnknownCluster(clock) : []),
    lastingDays(text('incident.evidence.metrics'), KEPT_DAYS.metrics, clock),
    lastingDays(text('incident.evidence.trail'), KEPT_DAYS.trail, clock, [
      `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=rds.amazonaws.com`,
      `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventSource,AttributeValue=autoscaling.amazonaws.com`,
    ]),
  ];
  return all.sort((a, b) => rankOf(a) - rankOf(b) || compareText(a.expires ?? '', b.expires ?? ''));
}

/** `days` and `about-days` are one row of dates. */
function rankOf({ lasts }: Evidence): number {
  return LASTING.indexOf(lasts === 'about-days' ? 'days' : lasts);
}

function ofGroup(group: Asset, context: CheckContext, clock: number): Evidence[] {
  const name = groupName(group);
  const shown = textOf(group.settings.autoScalingGroupName) ?? group.name;
  const template = templateOf(group, context.graph);
  const isShipped = template !== undefined && logShipping(template, context).outcome === 'pass';
  const [instance = 'INSTANCE_ID'] = instancesToKeep(group);
  const targets = context.graph.linked(group, 'target-group').map(targetArn);
  const activities = {
    ...lastingDays(
      text('incident.evidence.activities', { group: shown }),
      KEPT_DAYS.activities,
      clock,
      [`aws autoscaling describe-scaling-activities --auto-scaling-group-name ${name} --max-items 1000`],
      oldestOf(group.settings.scalingActivities, 'startTime', KEPT_DAYS.activities),
    ),
    lasts: 'about-days',
  } as const;
  return [
    isShipped
      ? lasting('kept', text('incident.evidence.shipped', { group: shown }))
      : lasting('instance', text('incident.evidence.replaced', { group: shown }), [
          `aws ec2 get-console-output --instance-id ${instance} --latest --output text`,
        ]),
    ...(targets.length === 0
      ? []
      : [
          lasting(
            'moment',
            text('incident.evidence.targetHealth', { group: shown }),
            [...new Set(targets)].map((arn) => `aws elbv2 describe-target-health --target-group-arn ${arn}`),
          ),
        ]),
    activities,
  ];
}

function ofCluster(cluster: Asset, context: CheckContext, clock: number): Evidence[] {
  const name = clusterName(cluster);
  const shown = textOf(cluster.settings.dbClusterIdentifier) ?? cluster.name;
  const events = lastingDays(
    text('incident.evidence.events', { cluster: shown }),
    KEPT_DAYS.events,
    clock,
    [`aws rds describe-events --source-type db-cluster --source-identifier ${name} --duration 20160`],
    oldestOf(cluster.settings.recentEvents, 'date', KEPT_DAYS.events),
  );
  return [
    ofEngine(shown),
    ...ofLogs(cluster, context, clock),
    events,
    ...ofInsights(cluster, context, clock),
  ];
}

function ofEngine(cluster: string): Evidence {
  return lasting('engine', text('incident.evidence.engine', { cluster }), [
    `mysql -h ENDPOINT -u USER -p -e "SHOW GLOBAL STATUS LIKE 'Aborted%'; SHOW FULL PROCESSLIST; SHOW ENGINE INNODB STATUS"`,
  ]);
}

/** What every cluster has, with words for its names. */
function ofUnknownCluster(clock: number): Evidence[] {
  return [
    ofEngine('CLUSTER'),
    lastingDays(
      text('incident.evidence.dayLog', { log: 'slowquery', isCertain: false }),
      KEPT_DAYS.otherLogs,
      clock,
    ),
    {
      ...lastingDays(
        text('incident.evidence.errorLog'),
        KEPT_DAYS.errorLog,
        clock,
        filesOfInstance('INSTANCE'),
      ),
      lasts: 'about-days',
    },
    lastingDays(text('incident.evidence.events', { cluster: 'CLUSTER' }), KEPT_DAYS.events, clock, [
      'aws rds describe-events --source-type db-cluster --source-identifier CLUSTER --duration 20160',
    ]),
  ];
}

/** Which parameter makes a log be written at all; the error log always is. */
const SWITCHES: Readonly<Record<string, string>> = {
  slowquery: 'slow_query_log',
  audit: 'server_audit_logging',
  general: 'general_log',
};

/** Logs on the host: the error log up to 30 days, the others a day (Aurora User Guide, USER_LogAccess.MySQL.LogFileSize). */
function ofLogs(cluster: Asset, context: CheckContext, clock: number): Evidence[] {
  const exported = read(cluster, 'enabledCloudwatchLogsExports');
  if (exported.state === 'unknown') return [lasting('unknown', text('incident.evidence.exportUnknown'))];
  const names = textsOf(exported.value);
  const files = filesOf(cluster, context);
  return LOG_TYPES.filter((log) => log === 'error' || log in SWITCHES).map((log): Evidence => {
    const parameter = SWITCHES[log];
    const isWrittenNow =
      parameter === undefined
        ? 'pass'
        : parameterLink(readParameter(cluster, parameter, context.graph), isOn).outcome;
    if (parameter !== undefined && isWrittenNow === 'fail')
      return lasting('not-written', text('incident.evidence.logOff', { log, parameter }));
    if (names.includes(log)) return ofExported(cluster, log, context, clock);
    if (log === 'error')
      return {
        ...lastingDays(text('incident.evidence.errorLog'), KEPT_DAYS.errorLog, clock, files),
        lasts: 'about-days',
      };
    const isCertain = isWrittenNow === 'pass';
    return lastingDays(
      text('incident.evidence.dayLog', { log, isCertain }),
      KEPT_DAYS.otherLogs,
      clock,
      files,
    );
  });
}

function ofExported(cluster: Asset, log: string, context: CheckContext, clock: number): Evidence {
  const group = logGroupOf(cluster, log, context);
  if (group === undefined) return lasting('unknown', text('incident.evidence.exported', { log }));
  const name = textOf(group.settings.logGroupName) ?? group.name;
  const since = textOf(group.settings.createdAt)?.slice(0, 10) ?? null;
  const retention = read(group, 'retentionInDays');
  const days = retention.state === 'known' ? numberOf(retention.value) : null;
  const kept = text('incident.evidence.logGroup', { log, group: name, since });
  if (days === null) return lasting('unknown', kept);
  return days > 0 ? lastingDays(kept, days, clock) : lasting('kept', kept);
}

/** The commands that list the log files of each instance. */
function filesOf(cluster: Asset, { graph }: CheckContext): string[] {
  const names = membersOf(cluster, graph).flatMap(
    ({ settings }) => textOf(settings.dbInstanceIdentifier) ?? [],
  );
  const instances = names.length === 0 ? ['INSTANCE'] : [...new Set(names)];
  return instances.flatMap(filesOfInstance);
}

function filesOfInstance(instance: string): string[] {
  const word = shellWord(instance);
  return [
    `aws rds describe-db-log-files --db-instance-identifier ${word}`,
    `aws rds download-db-log-file-portion --db-instance-identifier ${word} --log-file-name LOG_FILE --starting-token 0 --output text`,
  ];
}

/** Database Insights keeps seven days free of charge (Aurora User Guide, USER_PerfInsights.Enabling). */
function ofInsights(cluster: Asset, { graph }: CheckContext, clock: number): Evidence[] {
  if (judge(readMembers(cluster, 'performanceInsightsEnabled', graph), isOn).outcome !== 'pass') return [];
  const retention = read(cluster, 'performanceInsightsRetentionPeriod');
  const days = retention.state === 'known' ? numberOf(retention.value) : null;
  const kept = text('incident.evidence.insights');
  return [days === null ? lasting('unknown', kept) : lastingDays(kept, days, clock)];
}

function lasting(lasts: Lasting, kept: Text, commands: readonly string[] = []): Evidence {
  return { kept, commands, lasts, expires: null, oldest: null };
}

function lastingDays(
  kept: Text,
  days: number,
  clock: number,
  commands: readonly string[] = [],
  oldest: Evidence['oldest'] = null,
): Evidence {
  return { kept, commands, lasts: 'days', expires: new Date(clock + days * DAY).toISOString(), oldest };
}

function oldestOf(list: SettingValue | undefined, field: string, days: number): Evidence['oldest'] {
  const times = listOf(list)
    .map((entry) => Date.parse(textOf(fieldOf(entry, field)) ?? ''))
    .filter((time) => !Number.isNaN(time));
  if (times.length === 0) return null;
  const at = Math.min(...times);
  return { at: new Date(at).toISOString(), expires: new Date(at + days * DAY).toISOString() };
}
