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
import { pinOf } from '../at-version.ts';
import { effectBetween, type ChangeEffect } from './change-effect.ts';
import { coverageOf } from '../coverage.ts';
import { countableAt } from '../upstream/counted-bugs.ts';
import { upstreamAnswer } from '../upstream/upstream.ts';
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
  /** Effect on the bugs of an upstream that are counted apart; null if there are none, or its release stays the same. */
  upstream: UpstreamChange | null;
}

interface UpstreamChange extends ChangeEffect {
  name: string;
  from: string;
  to: string;
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

  function effectOf(
    asset: Asset,
    from: string,
    to: string,
  ): ChangeEffect & Pick<VersionChange, 'unknown' | 'upstream'> {
    const unknown = [from, to].find((version) => !isCovered(asset, version)) ?? null;
    return unknown === null
      ? {
          unknown,
          ...effectOfBugs(bugsOf(asset, from), bugsOf(asset, to), to),
          upstream: upstreamChange(asset, from, to),
        }
      : { unknown, ...effectBetween([], []), upstream: null };
  }

  function upstreamChange(asset: Asset, from: string, to: string): UpstreamChange | null {
    const { product } = asset;
    const states = featureStates(asset, featuresInUse);
    const [here, there] = [from, to].map((version) =>
      product === null ? null : upstreamAnswer(catalogue, product, [version], states),
    );
    if (!here || !there || here.isIncluded || here.version === there.version) return null;
    const effect = effectBetween(here.matches, there.matches);
    return { name: here.name, from: here.version, to: there.version, ...effect };
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
    return countableAt(catalogue, { product, version, states, pinned: pinOf(asset, product, version) });
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
