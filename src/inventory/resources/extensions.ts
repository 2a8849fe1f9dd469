import {
  type Asset,
  isFileLocation,
  getOrInsert,
  NAMED_EXTENSIONS,
  type NamedExtension,
} from '../../model/index.ts';
import { productOf } from '../../products/index.ts';
import { givenName } from '../../vocabulary/index.ts';

/**
 * Gives clusters the extensions that code names, each to the cluster whose folder is nearest. Several that are as near learn
 * that one of them has it; the same declaration in several folders or environments is one.
 * @param areOthers databases of engines that nobody covers are declared: an extension may be theirs
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
    const name = givenName(extension);
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

/** Members follow their cluster. */
function hasExtensions({ kind, product, links }: Asset): boolean {
  if (kind !== 'database' && kind !== 'db-instance') return false;
  if (product === null || productOf(product).features?.extensions === undefined) return false;
  return links.every(({ role }) => role !== 'member-of') || kind === 'database';
}

/** Those that have most folders in common with one. */
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
