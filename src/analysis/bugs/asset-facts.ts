import { EMPTY_CONFIG, type Config } from '../../config/index.ts';
import {
  compareSeverity,
  memoize,
  type Asset,
  type Catalogue,
  type Feature,
  type Inventory,
  type KnownBug,
  type Severity,
  type Text,
} from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { featureStates, NO_FEATURES, type FeatureStates, type KnownState } from '../features.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import { shareHost } from './systems/image-of.ts';
import { withoutMembers } from '../judging/finding-parts.ts';
import { comingUpgrades } from '../support/coming-upgrades.ts';
import { withKnownIssues } from './own/own-issues.ts';
import { createSuppressor, type Suppressor } from '../suppress/suppress.ts';

/** Known facts about assets that share a version, with their settings applied. Every surface counts with these. */
export interface AssetFacts {
  /** With the team's own issues, without suppressed bugs. */
  catalogue: Catalogue;
  states: FeatureStates;
  /** True for containers and the like, which have no kernel of their own. */
  sharesHost: boolean;
  /** Automatic upgrades of the assets. */
  pendingUpgrades: readonly Text[];
}

/** Known facts for a finding about some assets, reused for later questions about the same version. */
export function factsOfAssets(
  catalogue: Catalogue,
  inventory: Inventory,
  assets: readonly [Asset, ...Asset[]],
  { today, config = EMPTY_CONFIG }: AnalysisOptions,
): AssetFacts {
  const known = withKnownIssues(catalogue, config.knownIssues);
  const isWantedHere = createBugFilter(inventory, { today, config });
  return {
    catalogue: withoutBugs(
      known,
      idsOf(bugsAbout(known, assets).filter((bug) => !isWantedHere(bug, assets))),
    ),
    states: combinedStates(assets, config.features),
    sharesHost: shareHost(assets),
    pendingUpgrades: comingUpgrades(assets),
  };
}

function idsOf(bugs: readonly KnownBug[]): string {
  return bugs.map(({ id }) => id).join(' ');
}

/** Memoized by the suppressed bugs, usually none, so that results computed from a catalogue are reused. */
const withoutBugs = memoize((catalogue: Catalogue, leftOut: string): Catalogue => {
  if (leftOut === '') return catalogue;
  const ids = new Set(leftOut.split(' '));
  const { bugs, upstream } = catalogue;
  return {
    ...catalogue,
    bugs: bugs.filter(({ id }) => !ids.has(id)),
    ...(upstream && { upstream: () => withoutBugs(upstream(), leftOut) }),
  };
});

/** Bugs of the product of some assets, and of the upstream that it contains. */
function bugsAbout(catalogue: Catalogue, [{ product }]: readonly [Asset, ...Asset[]]): readonly KnownBug[] {
  const upstream = product === null ? undefined : productOf(product).upstream?.product;
  const notes = upstream === undefined ? undefined : catalogue.upstream?.();
  return [...catalogue.bugs, ...(notes?.bugs ?? [])].filter(
    (bug) => bug.product === product || bug.product === upstream,
  );
}

/**
 * Catalogue that advises on a version of some assets: without the bugs of its product that the team suppressed.
 * @param catalogue with the team's own issues
 */
export function advisedCatalogue(
  catalogue: Catalogue,
  assets: readonly [Asset, ...Asset[]],
  suppressor: Suppressor,
  floor: Severity | null,
): Catalogue {
  if (floor === null && !suppressor.mayCover(assets[0].location)) return catalogue;
  const leftOut = bugsAbout(catalogue, assets).filter((bug) => !isWanted(bug, assets, suppressor, floor));
  return withoutBugs(catalogue, idsOf(leftOut));
}

/** Known facts without an asset: the team's own issues included, and the features that it declares to be in use. */
export function factsOfTeam(
  catalogue: Catalogue,
  { knownIssues, features }: Pick<Config, 'knownIssues' | 'features'>,
): AssetFacts {
  return {
    catalogue: withKnownIssues(catalogue, knownIssues),
    states: combinedStates([], features),
    sharesHost: false,
    pendingUpgrades: [],
  };
}

/** Filter that keeps a bug unless the team suppresses it for some assets of an inventory. */
export type BugFilter = (bug: KnownBug, assets: readonly [Asset, ...Asset[]]) => boolean;

export function createBugFilter(
  { suppressions }: Pick<Inventory, 'suppressions'>,
  { today, config = EMPTY_CONFIG }: Pick<AnalysisOptions, 'today' | 'config'>,
): BugFilter {
  const suppressor = createSuppressor(suppressions, config.ignore, today);
  return (bug, assets) => isWanted(bug, assets, suppressor, config.severityFloor);
}

/**
 * True if the team has not suppressed a bug for some assets. The lowest severity does not filter fixes of an operating
 * system: it applies to the finding as a whole.
 */
export function isWanted(
  bug: KnownBug,
  assets: readonly [Asset, ...Asset[]],
  suppressor: Suppressor,
  floor: Severity | null,
): boolean {
  if (floor !== null && bug.os === undefined && compareSeverity(bug.severity, floor) > 0) return false;
  return suppressor.bug(bug, assets[0].location, assets) === null;
}

/**
 * Combined feature states of several assets: in use if any uses it, off only if all switch it off. If the cluster of a
 * member is among them, the member's missing settings do not make a feature unknown.
 */
export function combinedStates(
  assets: readonly Asset[],
  inUse: readonly Feature[] = NO_FEATURES,
): FeatureStates {
  const [only, another] = assets;
  if (only !== undefined && another === undefined) return featureStates(only, inUse);
  const heads = withoutMembers(assets);
  const deciding = new Set(heads.length > 0 ? heads : assets);
  const statesByAsset = assets.map((asset) => ({ asset, states: featureStates(asset, inUse) }));
  const shared = new Map<Feature, KnownState>(inUse.map((feature) => [feature, 'on']));
  for (const feature of new Set(statesByAsset.flatMap(({ states }) => [...states.keys()]))) {
    const isOff = ({ asset, states }: (typeof statesByAsset)[number]): boolean =>
      !deciding.has(asset) || states.get(feature) === 'off';
    const each = statesByAsset.map(({ states }) => states.get(feature));
    const named = each.flatMap((state) => (typeof state === 'object' ? state : []));
    const isNamed = feature === 'extensions' && named.length > 0;
    if (each.includes('on') && !isNamed) shared.set(feature, 'on');
    else if (named.length > 0)
      shared.set(feature, [...new Map(named.map((one) => [JSON.stringify(one), one])).values()]);
    else if (statesByAsset.every(isOff)) shared.set(feature, 'off');
  }
  return shared;
}
