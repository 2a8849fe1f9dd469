import {
  type Asset,
  isFileLocation,
  getOrInsert,
  NAMED_EXTENSIONS,
  type NamedExtension,
} from '../../../model/index.ts';
import { productOf } from '../../../products/index.ts';
import { userGivenName } from '../../../vocabulary/index.ts';

/**
 * Adds extensions in code to clusters: each to the cluster with the nearest folder. If several are equally near, the
 * extension belongs to one of them, unknown which. Equal declarations in several folders or environments count once.
 * @param areOthers true if databases of uncovered engines are declared: an extension may be theirs
 */
export function withExtensions(assets: readonly Asset[], areOthers: boolean): Asset[] {
  const { named = [], others = [] } = Object.groupBy(assets, ({ kind }) =>
    kind === 'database-extension' ? 'named' : 'others',
  );
  const clusters = named.length === 0 ? [] : others.filter(hasExtensions);
  const nearFolder = new Map<string, readonly Asset[]>();
  const given = new Map<Asset, Map<string, NamedExtension>>();
  for (const extension of named) {
    const { location } = extension;
    const name = userGivenName(extension);
    if (name === null || !isFileLocation(location)) continue;
    const folder = location.file.slice(0, location.file.lastIndexOf('/') + 1);
    const near = getOrInsert(nearFolder, folder, () => nearestTo(folder, clusters));
    const isOwn = !areOthers && new Set(near.map((cluster) => cluster.name)).size === 1;
    for (const cluster of near) {
      const known = getOrInsert(given, cluster, () => new Map<string, NamedExtension>());
      if (known.get(name)?.isOwn === true || (known.has(name) && !isOwn)) continue;
      known.set(name, { name, where: `${location.file}:${location.line}`, isOwn });
    }
  }
  return others.map((asset) => {
    const own = given.get(asset);
    if (own === undefined) return asset;
    return { ...asset, settings: { ...asset.settings, [NAMED_EXTENSIONS]: [...own.values()] } };
  });
}

/** True for clusters and lone instances; members follow their cluster. */
function hasExtensions({ kind, product, links }: Asset): boolean {
  if (kind !== 'database' && kind !== 'db-instance') return false;
  if (product === null || productOf(product).features?.extensions === undefined) return false;
  return links.every(({ role }) => role !== 'member-of') || kind === 'database';
}

/** Clusters that share most folders with a given one. */
function nearestTo(folder: string, clusters: readonly Asset[]): readonly Asset[] {
  const path = folder.split('/');
  const depths = clusters.map(({ id }) => {
    const own = id.slice(0, id.indexOf('#')).split('/');
    const apart = own.findIndex((step, nth) => step !== path[nth]);
    return apart < 0 ? own.length : apart;
  });
  const most = Math.max(0, ...depths);
  return clusters.filter((_, nth) => depths[nth] === most);
}
