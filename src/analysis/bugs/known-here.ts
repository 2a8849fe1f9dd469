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
import { featureStates, NO_FEATURES, type FeatureStates, type KnownState } from '../features.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import { isOfHost, shareHost } from './systems/image-of.ts';
import { withoutMembers } from '../judging/finding-parts.ts';
import { comingUpgrades } from '../support/coming-upgrades.ts';
import { withKnownIssues } from './own-issues.ts';
import { createSuppressor, type Suppressor } from '../suppress/suppress.ts';

/** What is known for assets that share a version, and what their settings say. Every surface counts with these. */
export interface KnownHere {
  /** With the team's own issues, without what it left out. */
  catalogue: Catalogue;
  states: FeatureStates;
  /** Upgrades of the assets that come without anybody's doing. */
  coming: readonly Text[];
}

/** What a finding about some assets counts, for later questions about the same version. */
export function knownHere(
  catalogue: Catalogue,
  inventory: Inventory,
  assets: readonly [Asset, ...Asset[]],
  { today, config = EMPTY_CONFIG }: AnalysisOptions,
): KnownHere {
  const known = withKnownIssues(catalogue, config.knownIssues);
  const isHeardHere = hearing(inventory, { today, config });
  return {
    catalogue: withoutBugs(known, idsOf(known.bugs.filter((bug) => !isHeardHere(bug, assets)))),
    states: sharedStates(assets, config.features),
    coming: comingUpgrades(assets),
  };
}

function idsOf(bugs: readonly KnownBug[]): string {
  return bugs.map(({ id }) => id).join(' ');
}

/** Kept by what is left out: mostly nothing is, and what was computed from a catalogue serves again. */
const withoutBugs = memoize((catalogue: Catalogue, leftOut: string): Catalogue => {
  if (leftOut === '') return catalogue;
  const ids = new Set(leftOut.split(' '));
  return { ...catalogue, bugs: catalogue.bugs.filter(({ id }) => !ids.has(id)) };
});

/**
 * The catalogue by which a version of some assets is advised: without the bugs of its product that the team left out.
 * @param catalogue with the team's own issues
 */
export function heardCatalogue(
  catalogue: Catalogue,
  assets: readonly [Asset, ...Asset[]],
  suppressor: Suppressor,
  floor: Severity | null,
): Catalogue {
  const [{ product, location }] = assets;
  if (floor === null && !suppressor.speaksOf(location)) return catalogue;
  const leftOut = catalogue.bugs.filter(
    (bug) => bug.product === product && !isHeard(bug, assets, suppressor, floor),
  );
  return withoutBugs(catalogue, idsOf(leftOut));
}

/** What is known where no asset says more: the team's own issues too, and the features that it knows to be in use. */
export function knownToTeam(
  catalogue: Catalogue,
  { knownIssues, features }: Pick<Config, 'knownIssues' | 'features'>,
): KnownHere {
  return {
    catalogue: withKnownIssues(catalogue, knownIssues),
    states: sharedStates([], features),
    coming: [],
  };
}

/** Answers whether the team wants to hear of a bug at some assets of an inventory. */
export type Hearing = (bug: KnownBug, assets: readonly [Asset, ...Asset[]]) => boolean;

export function hearing(
  { suppressions }: Pick<Inventory, 'suppressions'>,
  { today, config = EMPTY_CONFIG }: Pick<AnalysisOptions, 'today' | 'config'>,
): Hearing {
  const suppressor = createSuppressor(suppressions, config.ignore, today);
  return (bug, assets) => isHeard(bug, assets, suppressor, config.severityFloor);
}

/**
 * Whether the team wants to hear of a bug at some assets, and these can have it: a container does not bring a kernel.
 * How far an operating system is behind is told whole: there the lowest severity judges the finding, not each fix.
 */
export function isHeard(
  bug: KnownBug,
  assets: readonly [Asset, ...Asset[]],
  suppressor: Suppressor,
  floor: Severity | null,
): boolean {
  if (isOfHost(bug) && shareHost(assets)) return false;
  if (floor !== null && bug.os === undefined && compareSeverity(bug.severity, floor) > 0) return false;
  return suppressor.bug(bug, assets[0].location, assets) === null;
}

/**
 * What the settings of several assets tell together: in use if anywhere, off only if everywhere. A member says little of
 * the features of its cluster: where the cluster is among the assets, its own silence opens no question.
 */
export function sharedStates(
  assets: readonly Asset[],
  inUse: readonly Feature[] = NO_FEATURES,
): FeatureStates {
  const [only, another] = assets;
  if (only !== undefined && another === undefined) return featureStates(only, inUse);
  const heads = withoutMembers(assets);
  const deciding = new Set(heads.length > 0 ? heads : assets);
  const told = assets.map((asset) => ({ asset, states: featureStates(asset, inUse) }));
  const shared = new Map<Feature, KnownState>(inUse.map((feature) => [feature, 'on']));
  for (const feature of new Set(told.flatMap(({ states }) => [...states.keys()]))) {
    const isOff = ({ asset, states }: (typeof told)[number]): boolean =>
      !deciding.has(asset) || states.get(feature) === 'off';
    const each = told.map(({ states }) => states.get(feature));
    const named = each.flatMap((state) => (typeof state === 'object' ? state : []));
    if (each.includes('on')) shared.set(feature, 'on');
    else if (named.length > 0)
      shared.set(feature, [...new Map(named.map((one) => [JSON.stringify(one), one])).values()]);
    else if (told.every(isOff)) shared.set(feature, 'off');
  }
  return shared;
}
