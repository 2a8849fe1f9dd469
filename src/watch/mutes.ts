import { createSuppressor, hasRule, type EarlierFinding, type SuppressedBy } from '../analysis/index.ts';
import type { Config } from '../config/index.ts';
import {
  compareSeverity,
  type Asset,
  type BugMatch,
  type FindingSeverity,
  type Inventory,
  type Problem,
  type Severity,
  type ProductId,
} from '../model/index.ts';
import type { Alert, AlertKind } from './alerts/alert.ts';
import type { VersionGroup } from './versions/version-groups.ts';

/** Mutes of a team, in addition to suppressions at its resources. */
export interface Mutes {
  ignore: Config['ignore'];
  /** Bugs and alerts below this severity are muted; null: none. */
  severityFloor: Severity | null;
  /** Products without alerts. */
  products: readonly ProductId[];
  /** Findings of an earlier scan, which the team knows. */
  baseline: readonly EarlierFinding[];
}

export const NO_MUTES: Mutes = { ignore: [], severityFloor: null, products: [], baseline: [] };

/** Rule of `scan` that corresponds to a kind of alert; each kind can also be muted as `watch/KIND`. */
const RULE_OF: Partial<Record<AlertKind, string>> = {
  'new-release': 'known-bugs',
  'new-bug': 'known-bugs',
  'changed-notes': 'known-bugs',
  'support-date': 'end-of-support',
};

/** Decides which alerts are not sent, by the rules for suppressing findings. */
export interface Muter {
  reportsBug: (match: BugMatch, asset: Asset) => boolean;
  /** Running versions without the assets for which a kind of alert is muted. */
  withoutMuted(kind: AlertKind, inUse: readonly VersionGroup[]): VersionGroup[];
  /** True if a support date is nearer than in the earlier scan. */
  isWorseThanBaseline(asset: Asset, severity: FindingSeverity): boolean;
  isSent(alert: Alert): boolean;
  /** Mutes without effect, with the reason. */
  problems: readonly Problem[];
}

/** @param today YYYY-MM-DD */
export function createMuter(
  { ignore, severityFloor, products, baseline }: Mutes,
  suppressions: Inventory['suppressions'],
  today: string,
): Muter {
  const suppressor = createSuppressor(suppressions, ignore, today);
  const known = knownBugs(baseline);

  function isAboveFloor(severity: FindingSeverity): boolean {
    return severityFloor === null || compareSeverity(severity, severityFloor) <= 0;
  }

  function isSuppressed(kind: AlertKind, asset: Asset): boolean {
    const rules = [`watch/${kind}`, RULE_OF[kind] ?? []].flat();
    const by = (rule: string): SuppressedBy | null => suppressor.finding(rule, asset.location, [asset]);
    return rules.some((rule) => by(rule) !== null);
  }

  return {
    reportsBug({ bug }, asset) {
      const ids = [bug.id, ...bug.aliases];
      return (
        isAboveFloor(bug.severity) &&
        !ids.some((id) => known.get(asset.id)?.has(id) === true) &&
        suppressor.bug(bug, asset.location, [asset]) === null
      );
    },
    withoutMuted: (kind, inUse) =>
      inUse.flatMap((group) => {
        const { product, runs } = group;
        if (products.includes(product) || products.includes(runs?.product ?? product)) return [];
        const assets = group.assets.filter((asset) => !isSuppressed(kind, asset));
        const ids = new Set(assets.map(({ id }) => id));
        const matches = new Map([...group.matches].filter(([id]) => ids.has(id)));
        return assets.length === 0 ? [] : [{ ...group, assets, matches }];
      }),
    isWorseThanBaseline: ({ id }, severity) =>
      !baseline.some(
        (finding) =>
          hasRule(finding, 'end-of-support') &&
          finding.assetIds.includes(id) &&
          compareSeverity(finding.severity, severity) <= 0,
      ),
    // Always sent, because a watch that cannot read must not look like one without news.
    isSent: ({ kind, severity }) => kind === 'source-unreadable' || isAboveFloor(severity),
    problems: suppressor.problems,
  };
}

/** Bugs in an earlier scan, by the asset's id. */
function knownBugs(baseline: readonly EarlierFinding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const { assetIds, bugIds } of baseline) {
    for (const assetId of assetIds) {
      known.set(assetId, (known.get(assetId) ?? new Set()).union(new Set(bugIds)));
    }
  }
  return known;
}
