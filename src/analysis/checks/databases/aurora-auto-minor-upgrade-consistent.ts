import { text } from '../../../l10n/index.ts';
import { type Asset, type Fix } from '../../../model/index.ts';
import { lineageOf, productOf } from '../../../products/index.ts';
import { supportOf } from '../../support/support.ts';
import { allOf, withRemarks, unknown } from '../answers.ts';
import { controlMappings, type Check } from '../check.ts';
import { modifyCommand } from '../commands.ts';
import { observabilityOfCluster } from '../engine.ts';
import { membersOf, readMembers } from '../subjects/members.ts';
import { linkOfReadings } from '../link-of-readings.ts';
import { isOn, isWritten } from '../reading/readings.ts';

/**
 * Automatic minor upgrades are recommended, except on long-term support lines, which they would leave. The controls of
 * other tools (see `mappings`) do not know this exception.
 */
export const auroraAutoMinorUpgradeConsistent: Check = {
  id: 'aurora-auto-minor-upgrade-consistent',
  title: text('check.aurora-auto-minor-upgrade-consistent.title'),
  why: text('check.aurora-auto-minor-upgrade-consistent.why'),
  level: 'should',
  appliesTo: ['database'],
  evaluate(cluster, { graph, catalogue, today }) {
    const version = cluster.versions.running ?? cluster.version;
    const { product } = cluster;
    if (version === null || product === null)
      return unknown(cluster.reason ?? text('evidence.versionUnknown'));
    const status = supportOf(catalogue, product, version, today);
    const release = lineageOf(catalogue, product).release(version);
    if (status === null && release === undefined)
      return unknown(text('evidence.notInCatalogue', { version }));
    const isLts = status?.lts === true || release?.lts === true;
    const readings = readMembers(cluster, 'autoMinorVersionUpgrade', graph);
    const members = membersOf(cluster, graph);
    const answer = allOf([linkOfReadings(readings, (value) => isOn(value) !== isLts)], {
      fix: fixFor(cluster, members, !isLts),
    });
    if (isLts)
      return withRemarks(
        answer,
        text('evidence.ltsConflict', { branch: productOf(product).versions.branch(version) }),
      );
    const isGlobal =
      graph.linked(cluster, 'member-of').some(({ kind }) => kind === 'global-cluster') ||
      isWritten(cluster, 'replicationSourceIdentifier') === true;
    return withRemarks(answer, isGlobal ? text('evidence.globalAutoUpgrade') : null);
  },
  care: text('check.aurora-auto-minor-upgrade-consistent.care'),
  helpUri: ({ pages }) => pages.minorUpgrades,
  mappings: controlMappings({
    securityHub: ['RDS.13', 'RDS.35'],
    config: ['rds-cluster-auto-minor-version-upgrade-enable'],
    prowler: ['rds_cluster_minor_version_upgrade_enabled', 'rds_instance_minor_version_upgrade_enabled'],
    checkov: ['CKV_AWS_226'],
    wellArchitected: ['OPS05-BP05'],
  }),
};

/** Fix for each asset that sets automatic upgrades, else for the instances: a single one can stop them for the cluster. */
function fixFor(cluster: Asset, members: readonly Asset[], value: boolean): Fix {
  const written = [cluster, ...members].filter(
    (asset) => isWritten(asset, 'autoMinorVersionUpgrade') === true,
  );
  const open =
    members.length > 0 || observabilityOfCluster(cluster).instances === 'beside' ? members : [cluster];
  const holders = written.length > 0 ? written : open;
  return {
    title: text(value ? 'fix.autoMinor.on' : 'fix.autoMinor'),
    changes: holders.map(({ id }) => ({
      kind: 'setting',
      assetId: id,
      setting: 'autoMinorVersionUpgrade',
      value,
      mode: 'set',
    })),
    command: `${modifyCommand(cluster)} ` + `--${value ? '' : 'no-'}auto-minor-version-upgrade`,
  };
}
