import { text } from '../../../l10n/index.ts';
import type { Asset, Fix, Text } from '../../../model/index.ts';
import { failingLink, passingLink, notApplicable, unknownLink, withRemarks } from '../answers.ts';
import { answerOfChain, decisiveLink, follow, nameLink, type Chain } from '../chain.ts';
import { roleChain, type ActingService } from '../receivers/roles.ts';
import { databaseGuide, controlMappings, type Check, type CheckContext } from '../check.ts';
import { linkOfReadings } from '../link-of-readings.ts';
import { isServerlessV1, membersOf, readMembers } from '../subjects/members.ts';
import { isWritten, numberOf, readSetting, type Reading } from '../reading/readings.ts';
import { modifyCommand, commandVariable } from '../commands.ts';

/** Seconds that the API accepts. */
const INTERVALS: readonly number[] = [1, 5, 10, 15, 30, 60];
/** Seconds (our choice): finer than a minute, or a surge hides between two values. */
const FINE_INTERVAL_SECONDS = 15;

/** Role that writes measurements (Aurora User Guide, USER_Monitoring.OS.Enabling). */
const MEASURING: ActingService = {
  service: 'monitoring.rds.amazonaws.com',
  actions: ['logs:PutLogEvents'],
  managed:
    /(?:AdministratorAccess|PowerUserAccess|CloudWatchLogsFullAccess|AmazonRDSEnhancedMonitoringRole)$/,
};

export const auroraEnhancedMonitoring: Check = {
  id: 'aurora-enhanced-monitoring',
  title: text('check.aurora-enhanced-monitoring.title'),
  why: text('check.aurora-enhanced-monitoring.why'),
  level: 'must',
  appliesTo: ['database'],
  evaluate(cluster, context) {
    if (isServerlessV1(cluster)) return notApplicable(text('evidence.serverlessV1', { asset: cluster.name }));
    const readings = readMembers(cluster, 'monitoringInterval', context.graph);
    const isMeasured = linkOfReadings(readings, (value) => INTERVALS.includes(numberOf(value) ?? 0));
    const chain = follow(nameLink('interval', cluster, isMeasured), () =>
      isMeasured.outcome === 'unknown' ? [] : monitoringRoleChain(cluster, context),
    );
    const answer = answerOfChain(chain, { fix: fixFor(cluster, context) });
    const isCoarse =
      linkOfReadings(readings, (value) => (numberOf(value) ?? 0) <= FINE_INTERVAL_SECONDS).outcome === 'fail';
    return withRemarks(
      answer,
      answer.answer === 'pass' && isCoarse
        ? text('evidence.coarseMonitoring', { seconds: FINE_INTERVAL_SECONDS })
        : null,
      mixedIntervals(readings),
    );
  },
  care: text('check.aurora-enhanced-monitoring.care'),
  helpUri: databaseGuide('USER_Monitoring.OS.Enabling'),
  mappings: controlMappings({
    securityHub: ['RDS.6'],
    config: ['rds-enhanced-monitoring-enabled'],
    prowler: ['rds_instance_enhanced_monitoring_enabled'],
    checkov: ['CKV_AWS_118'],
    wellArchitected: ['REL06-BP01'],
  }),
};

/** Remark on instances that differ, which keeps the cluster from managing the interval for all of them. */
function mixedIntervals(readings: readonly Reading[]): Text | null {
  const seconds = readings.flatMap((reading) =>
    reading.state === 'known' ? (numberOf(reading.value) ?? []) : [],
  );
  const different = [...new Set(seconds)].map(String);
  return different.length > 1 ? text('evidence.mixedIntervals', { seconds: different }) : null;
}

/** Chain of the monitoring role. The API requires interval and role together, so a running instance has both. */
function monitoringRoleChain(cluster: Asset, { graph }: CheckContext): Chain {
  const holders = [cluster, ...membersOf(cluster, graph)].filter(
    (asset) =>
      numberOf(asset.settings.monitoringInterval) !== null &&
      numberOf(asset.settings.monitoringInterval) !== 0,
  );
  const without = holders.find(
    (asset) =>
      isWritten(asset, 'monitoringRoleArn') === false && isWritten(cluster, 'monitoringRoleArn') === false,
  );
  if (without !== undefined && without.source !== 'api' && !makesRole(without)) {
    return [
      nameLink('role', without, failingLink(text('evidence.noMonitoringRole', { asset: without.name }))),
    ];
  }
  const unclear = holders.find((asset) => isWritten(asset, 'monitoringRoleArn') === null);
  if (unclear !== undefined)
    return [nameLink('role', unclear, unknownLink(readSetting(unclear, 'monitoringRoleArn').evidence))];
  const role = nameLink(
    'role',
    cluster,
    passingLink(text('evidence.monitoringRole', { asset: cluster.name })),
  );
  const declared = new Set(holders.flatMap((asset) => graph.linked(asset, 'role')));
  const chains = [...declared].map((each) => roleChain(each, MEASURING, graph));
  return [role, ...(chains.find((chain) => decisiveLink(chain) !== undefined) ?? [])];
}

/** True if the construct creates the role itself: the registry's Aurora module and the CDK's own (not `Cfn…`) do. */
function makesRole({ name, source }: Asset): boolean {
  return name.startsWith('module.') || (source === 'cdk' && !name.startsWith('Cfn'));
}

/** Fix at the cluster, and at the instances that override it. */
function fixFor(cluster: Asset, { graph }: CheckContext): Fix {
  const contrary = membersOf(cluster, graph).filter(
    (member) =>
      isWritten(member, 'monitoringInterval') === true &&
      !INTERVALS.includes(numberOf(member.settings.monitoringInterval) ?? 0),
  );
  return {
    title: text('fix.monitoring', { seconds: FINE_INTERVAL_SECONDS }),
    changes: [
      { kind: 'enhanced-monitoring', assetId: cluster.id, seconds: FINE_INTERVAL_SECONDS },
      ...contrary.map(({ id }) => ({
        kind: 'setting' as const,
        assetId: id,
        setting: 'monitoringInterval',
        value: FINE_INTERVAL_SECONDS,
        mode: 'set' as const,
      })),
    ],
    command:
      `${modifyCommand(cluster)} ` +
      `--monitoring-interval ${FINE_INTERVAL_SECONDS} --monitoring-role-arn ${commandVariable('MONITORING_ROLE_ARN')} --apply-immediately`,
  };
}
