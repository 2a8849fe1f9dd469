import path from 'node:path';
import { createSuppressor } from '../../../analysis/index.ts';
import { EMPTY_CONFIG, type Config } from '../../../config/index.ts';
import { scanFolders } from '../../../inventory/index.ts';
import {
  isFileLocation,
  type Asset,
  type Inventory,
  type Location,
  type Suppression,
} from '../../../model/index.ts';

export interface FolderConfig {
  /** Absolute path. */
  folder: string;
  config: Config;
}

/**
 * Inventory of several folders. File paths are absolute (with forward slashes) and ids start with the folder, so that
 * names in different folders do not collide.
 * @param cacheFolder folder with the editor's stored scans, which are usually up to date
 */
export async function readFolders(
  folders: readonly FolderConfig[],
  cacheFolder: string,
  signal: AbortSignal,
): Promise<Inventory> {
  const inventories: Inventory[] = [];
  // Sequential, because a background look must not use all cores.
  for (const { folder, config } of folders) {
    const inventory = await scanFolders([folder], { base: folder, signal, keep: { folder: cacheFolder } });
    const suppressions = [...inventory.suppressions, ...suppressionsOf(inventory.assets, config)];
    inventories.push(inventoryInFolder(folder, { ...inventory, suppressions }));
  }
  return {
    assets: inventories.flatMap(({ assets }) => assets),
    suppressions: inventories.flatMap(({ suppressions }) => suppressions),
    problems: inventories.flatMap(({ problems }) => problems),
  };
}

/** Suppressions in a folder's configuration, limited to the assets of this folder. */
function suppressionsOf(assets: readonly Asset[], { ignore }: Config): Suppression[] {
  return ignore.flatMap((entry) => {
    const { rule: target, reason, until = null } = entry;
    // Ignores expiry, which is checked later together with all other suppressions.
    const suppressor = createSuppressor([], [entry], until ?? '');
    return assets.flatMap(({ name, location, ...asset }): Suppression[] => {
      if (!isFileLocation(location)) return [];
      const isSuppressed = suppressor.finding(target, location, [{ ...asset, name, location }]) !== null;
      const { file, line } = location;
      return isSuppressed
        ? [{ target, scope: { file, lines: { first: line, last: line } }, reason, until, location }]
        : [];
    });
  });
}

/** Folders that are not inside another one of the list: nested folders are read with the outer one. */
export function outermostFolders(folders: readonly string[]): string[] {
  const unique = [...new Set(folders.map((folder) => path.resolve(folder)))].sort();
  return unique.filter((folder) => !unique.some((other) => folder.startsWith(withSeparator(other))));
}

function withSeparator(folder: string): string {
  return folder.endsWith(path.sep) ? folder : folder + path.sep;
}

function rootOf(folder: string): string {
  return folder.replaceAll(path.sep, '/').replace(/\/$/, '');
}

/** Id of an asset, unique across folders. */
export function idInFolder(folder: string, id: string): string {
  return `${rootOf(folder)}#${id}`;
}

/** Configuration of the first folder that declares one of the assets; of the first folder if none is declared. */
export function configOfAssets(folders: readonly FolderConfig[], assets: readonly Asset[]): Config {
  const declaring = folders.find(({ folder }) =>
    assets.some(({ id }) => id.startsWith(idInFolder(folder, ''))),
  );
  return (declaring ?? folders[0])?.config ?? EMPTY_CONFIG;
}

function inventoryInFolder(folder: string, { assets, suppressions, problems }: Inventory): Inventory {
  const fileOf = (file: string): string => `${rootOf(folder)}/${file}`;
  const idOf = (id: string): string => idInFolder(folder, id);
  const locationOf = (location: Location): Location =>
    isFileLocation(location) ? { ...location, file: fileOf(location.file) } : location;
  return {
    assets: assets.map((asset): Asset => ({
      ...asset,
      id: idOf(asset.id),
      location: locationOf(asset.location),
      links: asset.links.map((link) => ({ ...link, assetId: idOf(link.assetId) })),
    })),
    suppressions: suppressions.map((suppression) => ({
      ...suppression,
      scope:
        'file' in suppression.scope
          ? { ...suppression.scope, file: fileOf(suppression.scope.file) }
          : suppression.scope,
      location: locationOf(suppression.location),
    })),
    problems: problems.map((problem) => ({ ...problem, source: fileOf(problem.source) })),
  };
}
