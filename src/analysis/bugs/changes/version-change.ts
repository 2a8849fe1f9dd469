import {
  type Asset,
  type BugMatch,
  type Catalogue,
  type Feature,
  type Finding,
  type FindingSeverity,
  compareSeverity,
  withoutNeverCreated,
  type ProductId,
} from '../../../model/index.ts';
import { hasLineage } from '../../../products/index.ts';
import { bugsAt, pinOf } from '../at-version.ts';
import { effectBetween, type ChangeEffect } from './change-effect.ts';
import { coverageOf } from '../coverage.ts';
import { countableBugs } from '../upstream/counted-bugs.ts';
import { featureStates } from '../../features.ts';
import { withOpenIssues } from '../own/own-issues.ts';

/** Changed version, the number of its assets, and the effect on known bugs. */
export interface VersionChange extends ChangeEffect {
  product: ProductId;
  from: string;
  to: string;
  assetIds: readonly string[];
  /** Version whose bugs cannot be counted; null if both versions are known. */
  unknown: string | null;
}

/** Changes of known versions between two inventories of the same assets, in asset order. */
export function versionChanges(
  catalogue: Catalogue,
  before: readonly Asset[],
  now: readonly Asset[],
  featuresInUse: readonly Feature[] = [],
): VersionChange[] {
  const known = new Map(before.map((asset) => [asset.id, asset]));
  const changes = new Map<string, VersionChange & { assetIds: string[] }>();
  for (const asset of withoutNeverCreated(now)) {
    const from = known.get(asset.id)?.version ?? null;
    const { product, version: to } = asset;
    if (product === null || from === null || to === null || from === to) continue;
    const key = `${product} ${from} ${to}`;
    const change = changes.get(key) ?? { product, from, to, assetIds: [], ...effectOf(asset, from, to) };
    change.assetIds.push(asset.id);
    changes.set(key, change);
  }
  return [...changes.values()];

  function effectOf(asset: Asset, from: string, to: string): ChangeEffect & Pick<VersionChange, 'unknown'> {
    const unknown = [from, to].find((version) => !isCovered(asset, version)) ?? null;
    return unknown === null
      ? { unknown, ...effectOfBugs(bugsOf(asset, from), bugsOf(asset, to), to) }
      : { unknown, ...effectBetween([], []) };
  }

  function effectOfBugs(here: readonly BugMatch[], there: readonly BugMatch[], to: string): ChangeEffect {
    return effectBetween(here, withOpenIssues(there, here, to));
  }

  function isCovered({ product }: Asset, version: string): boolean {
    return product !== null && coverageOf(catalogue, product, version).coverage === 'known';
  }

  function bugsOf(asset: Asset, version: string): readonly BugMatch[] {
    const { product } = asset;
    if (product === null) return [];
    const states = featureStates(asset, featuresInUse);
    return hasLineage(product)
      ? countableBugs(catalogue, product, version, states)
      : bugsAt(catalogue, { product, version, states, pinned: pinOf(asset, product, version) });
  }
}

/** The parts of an earlier finding that are compared. */
export interface EarlierFinding {
  ruleId: string;
  alsoRules?: readonly string[];
  assetIds: readonly string[];
  severity: FindingSeverity;
  bugIds: readonly string[];
}

/** Findings that are worse than before: a rule that the asset did not have, a higher severity, or a new bug. */
export function worseThan(now: readonly Finding[], before: readonly EarlierFinding[]): Finding[] {
  // Grouped once, since a fleet has thousands of findings on both sides.
  const known = Map.groupBy(
    before.flatMap((finding) => finding.assetIds.map((assetId) => ({ ...finding, assetId }))),
    ({ assetId }) => assetId,
  );
  return now.filter((finding) =>
    finding.assetIds.some((assetId) => {
      const earlier = known.get(assetId) ?? [];
      const ofRule = (rule: string): EarlierFinding[] => earlier.filter((each) => hasRule(each, rule));
      const bugs = new Set(
        ruleIds(finding)
          .flatMap(ofRule)
          .flatMap(({ bugIds }) => bugIds),
      );
      const wasAsBad = ofRule(finding.ruleId).some(
        ({ severity }) => compareSeverity(severity, finding.severity) <= 0,
      );
      const isNew = ruleIds(finding).some((rule) => ofRule(rule).length === 0);
      return !wasAsBad || isNew || finding.bugIds.some((id) => !bugs.has(id));
    }),
  );
}

function ruleIds({ ruleId, alsoRules = [] }: Pick<EarlierFinding, 'ruleId' | 'alsoRules'>): string[] {
  return [ruleId, ...alsoRules];
}

/** True if a finding has a rule, or mentions it in addition to its own. */
export function hasRule(finding: Pick<EarlierFinding, 'ruleId' | 'alsoRules'>, rule: string): boolean {
  return ruleIds(finding).includes(rule);
}
