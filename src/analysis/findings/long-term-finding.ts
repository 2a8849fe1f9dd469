import { text } from '../../l10n/index.ts';
import type { Asset, Finding } from '../../model/index.ts';
import { engineOf, lineageOf, productName, productOf } from '../../products/index.ts';
import type { CheckContext } from '../checks/check.ts';
import { readMembers } from '../checks/subjects/members.ts';
import { isOn, nameOf } from '../checks/reading/readings.ts';
import { commonFindingParts } from '../judging/finding-parts.ts';
import { supportOf } from '../support/support.ts';

const SETTING = 'autoMinorVersionUpgrade';

type Known = Pick<CheckContext, 'graph' | 'catalogue' | 'today'>;

/** Findings about clusters on a long-term support version that automatic upgrades move off it. */
export function longTermFindings(assets: readonly Asset[], known: Known): Finding[] {
  return assets.flatMap((asset) => (asset.kind === 'database' ? (longTermFinding(asset, known) ?? []) : []));
}

/**
 * Finding about a cluster on a long-term support version whose instances all have automatic minor version upgrades on, so
 * that the vendor moves it off that version. Null if one instance has them off, which stops all, or if one is unknown.
 */
function longTermFinding(cluster: Asset, { graph, catalogue, today }: Known): Finding | null {
  const { product, versions } = cluster;
  const version = versions.running ?? cluster.version;
  if (product === null || version === null || engineOf(product) === null) return null;
  const status = supportOf(catalogue, product, version, today);
  const isLongTerm = status?.lts ?? lineageOf(catalogue, product).release(version)?.lts ?? false;
  if (!isLongTerm || status?.phase === 'ended') return null;
  const readings = readMembers(cluster, SETTING, graph);
  if (!readings.every((reading) => reading.state === 'known' && isOn(reading.value))) return null;
  const minor = productOf(product).versions.branch(version);
  return {
    ruleId: 'leaves-long-term',
    ...commonFindingParts([cluster]),
    severity: 'medium',
    level: 'warning',
    applies: 'on',
    message: text('finding.leavesLongTerm', {
      name: productName(product),
      minor,
      setting: nameOf(cluster, SETTING),
    }),
    bugIds: [],
    bugs: null,
    helpUri:
      engineOf(product)?.observability?.pages.minorUpgrades ??
      productOf(product).advice?.pages.minorUpgrade ??
      '',
  };
}
