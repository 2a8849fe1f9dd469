import { text } from '../../../l10n/index.ts';
import { databaseWords, nameSetting } from '../../../vocabulary/index.ts';
import { isUnknownSetting, shellWord, type Asset, type Fix } from '../../../model/index.ts';
import { absentLink } from '../absent-link.ts';
import {
  allOf,
  failingLink,
  linkOf,
  notApplicable,
  unknownLink,
  unknown,
  type CheckLink,
} from '../answers.ts';
import { controlMappings, type Check, type CheckContext } from '../check.ts';
import { logTypes } from './exports.ts';
import { databaseName } from '../commands.ts';
import { serviceName } from '../engine.ts';
import { logGroupOf, mayBeGroupOf, NEW_GROUP_DAYS } from './log-groups.ts';
import { isWritten, numberOf, readSetting, textOf, textsOf } from '../reading/readings.ts';

/** Days (our choice): long enough for the second occurrence to prove a pattern. */
const MIN_RETENTION_DAYS = 30;
/** Evidence of logs that never expire. */
const ENDLESS_RETENTION: ReadonlySet<string> = new Set(['evidence.neverExpires', 'evidence.noLogGroup']);

export const auroraLogGroupRetention: Check = {
  id: 'aurora-log-group-retention',
  title: text('check.aurora-log-group-retention.title'),
  why: text('check.aurora-log-group-retention.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    const exported = readSetting(cluster, 'enabledCloudwatchLogsExports');
    if (exported.state === 'unknown') return unknown(exported.evidence);
    const offered = logTypes(cluster);
    const types = textsOf(exported.value).filter((type) => offered.includes(type));
    if (types.length === 0) return notApplicable(text('evidence.noExports', { asset: cluster.name }));
    const links = [
      ...types.map((type) => retentionLink(cluster, type, context)),
      ...measurementLinks(cluster, context),
    ];
    const firstBroken = types.find((_, index) => links[index]?.outcome === 'fail');
    const group =
      firstBroken === undefined
        ? measurementsLogGroup(cluster, context)
        : logGroupOf(cluster, firstBroken, context);
    // Logs that are kept for good are there when needed: only their price is wrong.
    const isOnlyEndless = links.every(
      ({ outcome, evidence }) => outcome !== 'fail' || ENDLESS_RETENTION.has(evidence.key),
    );
    return allOf(links, {
      level: isOnlyEndless ? 'could' : null,
      fix: fixFor(cluster, firstBroken ?? '', group),
    });
  },
  care: text('check.aurora-log-group-retention.care'),
  ownWords: { rds: { care: text('check.aurora-log-group-retention.rds') } },
  helpUri: ({ pages }) => pages.exports,
  mappings: controlMappings({
    securityHub: ['CloudWatch.16'],
    config: ['cw-loggroup-retention-period-check'],
    prowler: ['cloudwatch_log_group_retention_policy_specific_days_enabled'],
    checkov: ['CKV_AWS_66', 'CKV_AWS_338'],
    wellArchitected: ['REL06-BP05'],
  }),
};

function retentionLink(cluster: Asset, type: string, context: CheckContext): CheckLink {
  const group = logGroupOf(cluster, type, context);
  if (group === undefined) {
    // CDK's cluster takes the retention of all its logs itself.
    if (isWritten(cluster, 'cloudwatchLogsRetention') !== false)
      return retentionLinkOf(cluster, 'cloudwatchLogsRetention', context);
    const name = nameSetting(cluster.declaredAs ?? cluster.kind);
    if (isUnknownSetting(cluster, name)) return unknownLink(readSetting(cluster, name).evidence);
    const unclear = context.graph
      .near(cluster, 'log-group')
      .find((group) => isUnknownSetting(group, 'logGroupName') || mayBeGroupOf(group, cluster, type));
    if (unclear !== undefined) {
      return {
        outcome: 'unknown',
        evidence: text('evidence.logGroupUnclear', { group: unclear.name, type }),
      };
    }
    const missing = absentLink(
      context.graph,
      [cluster],
      'DescribeLogGroups',
      text('evidence.noLogGroup', { type, service: serviceName(cluster) }),
    );
    return { ...missing, name: 'log group' };
  }
  return keptLink(group, context);
}

/** Links to the group of Enhanced Monitoring, one for all instances; an undeclared one has AWS's default retention. */
function measurementLinks(cluster: Asset, context: CheckContext): CheckLink[] {
  const group = measurementsLogGroup(cluster, context);
  return group === undefined ? [] : [keptLink(group, context)];
}

/** Log group of Enhanced Monitoring (Aurora User Guide, USER_Monitoring.OS.CloudWatchLogs). */
export function measurementsLogGroup(cluster: Asset, { graph }: CheckContext): Asset | undefined {
  return graph
    .near(cluster, 'log-group')
    .find(({ settings }) => textOf(settings.logGroupName) === 'RDSOSMetrics');
}

function keptLink(group: Asset, context: CheckContext): CheckLink {
  return { ...retentionLinkOf(group, 'retentionInDays', context), name: 'retention' };
}

function retentionLinkOf(group: Asset, setting: string, context: CheckContext): CheckLink {
  const retention = readSetting(group, setting);
  if (retention.state === 'known' && !(Number(retention.value) > 0)) {
    return failingLink(text('evidence.neverExpires', { group: group.name }));
  }
  const shortest = context.threshold('days', MIN_RETENTION_DAYS);
  return linkOf(
    retention,
    (value) => (numberOf(value) ?? 0) >= shortest,
    text('evidence.shortRetention', {
      group: group.name,
      days: numberOf(group.settings[setting]) ?? 0,
      shortest,
    }),
  );
}

function fixFor(cluster: Asset, type: string, group: Asset | undefined): Fix {
  const written = textOf(group?.settings.logGroupName);
  const name =
    written === null
      ? `${databaseWords(cluster).logGroups}${databaseName(cluster)}/${type}`
      : shellWord(written);
  return {
    title: text('fix.retention', { group: name, days: NEW_GROUP_DAYS }),
    changes: [
      group === undefined
        ? { kind: 'log-group', assetId: cluster.id, logType: type, days: NEW_GROUP_DAYS }
        : {
            kind: 'setting',
            assetId: group.id,
            setting: 'retentionInDays',
            value: NEW_GROUP_DAYS,
            mode: 'set',
          },
    ],
    command:
      (group === undefined
        ? `{ aws logs create-log-group --log-group-name ${name} 2>/dev/null || true; } && `
        : '') +
      `aws logs put-retention-policy --log-group-name ${name} --retention-in-days ${NEW_GROUP_DAYS}`,
  };
}
