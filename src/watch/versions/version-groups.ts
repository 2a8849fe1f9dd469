import {
  countableAt,
  isReported,
  keyOfStates,
  pinOf,
  combinedStates,
  NO_STATES,
  upstreamAnswer,
  type FeatureStates,
  type UpstreamAnswer,
} from '../../analysis/index.ts';
import {
  isFileLocation,
  locationKey,
  memoize,
  withoutNeverCreated,
  type Asset,
  type BugMatch,
  type Catalogue,
  type Feature,
  type Inventory,
  type ProductId,
} from '../../model/index.ts';

/** Assets that have the same version, and the known bugs of each. */
export interface VersionGroup {
  product: ProductId;
  version: string;
  assets: readonly Asset[];
  /** Applicable bugs of high and medium confidence that are not muted, by the asset's id. */
  matches: ReadonlyMap<string, readonly BugMatch[]>;
  /** Version in use, for a group of the upstream that it contains. */
  runs?: Pick<VersionGroup, 'product' | 'version'>;
}

/** An asset, and the members that repeat its version. */
type Unit = readonly [Asset, ...Asset[]];

/**
 * Groups assets by product and version, and by the upstream's release in it: news of an upstream concern the same assets.
 * Assets of unknown version are in no group.
 */
export function groupByVersion(
  catalogue: Catalogue,
  inventory: Pick<Inventory, 'assets'>,
  featuresInUse: readonly Feature[],
  reportsBug: (match: BugMatch, asset: Asset) => boolean,
): VersionGroup[] {
  const matchesOf = createMatcher(catalogue, featuresInUse);
  const members = membersOf(inventory.assets);
  const groups = new Map<string, { product: ProductId; version: string; assets: Asset[] }>();
  for (const asset of withoutMembers(withoutNeverCreated(inventory.assets))) {
    const version = runningVersion(asset);
    const { product } = asset;
    if (product === null || version === null) continue;
    const key = `${product} ${version}`;
    const group = groups.get(key) ?? { product, version, assets: [] };
    group.assets.push(asset);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ product, version, assets }) => {
    const units = assets.map((asset): Unit => [asset, ...(members.get(asset.id) ?? [])]);
    const matches = matchesById(units, (unit) => matchesOf(unit, product, version));
    const upstream = upstreamOf(product, version, units);
    const group = { product, version, assets, matches };
    return upstream === null ? [group] : [group, { ...upstream, assets, runs: { product, version } }];
  });

  function matchesById(
    units: readonly Unit[],
    matchesIn: (unit: Unit) => readonly BugMatch[],
  ): ReadonlyMap<string, readonly BugMatch[]> {
    return new Map(
      units.map((unit) => [unit[0].id, matchesIn(unit).filter((match) => reportsBug(match, unit[0]))]),
    );
  }

  function upstreamOf(
    product: ProductId,
    version: string,
    units: readonly Unit[],
  ): Pick<VersionGroup, 'product' | 'version' | 'matches'> | null {
    const answerFor = (unit: Unit): UpstreamAnswer | null =>
      upstreamAnswer(catalogue, product, [version], combinedStates(unit, featuresInUse));
    // The version alone decides if there is an answer.
    const [first] = units.map(answerFor);
    if (!first) return null;
    const matches = matchesById(units, (unit) => (answerFor(unit)?.matches ?? []).filter(isReported));
    return { product: first.product, version: first.version, matches };
  }
}

/** Version of an asset: the running one, else the declared one. */
export function runningVersion(asset: Asset): string | null {
  return asset.kind === 'parameter-group' || asset.kind === 'cluster-parameter-group'
    ? null
    : (asset.versions.running ?? asset.version);
}

/**
 * Members that repeat their cluster's version, by the cluster's id. A feature that a member uses counts for its
 * cluster.
 */
function membersOf(assets: readonly Asset[]): ReadonlyMap<string, readonly Asset[]> {
  const own = new Set(withoutMembers(assets));
  const members = new Map<string, Asset[]>();
  for (const asset of assets.filter((each) => !own.has(each))) {
    for (const { role, assetId } of asset.links) {
      if (role === 'member-of') members.set(assetId, [...(members.get(assetId) ?? []), asset]);
    }
  }
  return members;
}

/** Removes cluster members that repeat their cluster's version. */
function withoutMembers(assets: readonly Asset[]): Asset[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  return assets.filter((asset) => {
    const clusters = asset.links.flatMap(({ role, assetId }) =>
      role === 'member-of' ? (byId.get(assetId) ?? []) : [],
    );
    return !clusters.some((cluster) => runningVersion(cluster) === runningVersion(asset));
  });
}

/** Returns a matcher that looks up each combination of version and settings once. */
function createMatcher(
  catalogue: Catalogue,
  featuresInUse: readonly Feature[],
): (assets: readonly [Asset, ...Asset[]], product: ProductId, version: string) => readonly BugMatch[] {
  const matchesAt = memoize(
    (product: ProductId, version: string, states: FeatureStates, pinned: ReturnType<typeof pinOf>) =>
      countableAt(catalogue, { product, version, states, pinned }).filter(isReported),
    (product, version, states, pinned) => [
      Object.values(pinned ?? { product, version }).join(' '),
      keyOfStates(states),
    ],
  );
  return (assets, product, version) => {
    const [asset] = assets;
    const pinned = pinOf(asset, product, version);
    const states = pinned === null ? combinedStates(assets, featuresInUse) : NO_STATES;
    return matchesAt(product, version, states, pinned);
  };
}

/** Number of places in files that declare some assets. */
export function placesOf(assets: readonly Asset[]): number {
  const files = assets.filter(({ location }) => isFileLocation(location));
  return new Set(files.map(({ location }) => locationKey(location))).size;
}
