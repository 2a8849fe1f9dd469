import path from 'node:path';
import { scanWorkspace } from '../../inventory/index.ts';
import { isFileLocation, type Asset, type Inventory, type Location } from '../../model/index.ts';

/**
 * What several folders declare, as one inventory: two folders may name files and resources alike, so files are absolute
 * paths (with forward slashes) and ids begin with the folder.
 */
export async function readFolders(folders: readonly string[], signal: AbortSignal): Promise<Inventory> {
  const inventories: Inventory[] = [];
  // One after the other: nobody waits for this, and it must not take all cores.
  for (const folder of outermost(folders)) {
    inventories.push(inFolder(folder, await scanWorkspace([folder], { base: folder, signal })));
  }
  return {
    assets: inventories.flatMap(({ assets }) => assets),
    suppressions: inventories.flatMap(({ suppressions }) => suppressions),
    problems: inventories.flatMap(({ problems }) => problems),
  };
}

/** A folder inside another one is read with it. */
function outermost(folders: readonly string[]): string[] {
  const unique = [...new Set(folders.map((folder) => path.resolve(folder)))].sort();
  return unique.filter((folder) => !unique.some((other) => folder.startsWith(withSeparator(other))));
}

function withSeparator(folder: string): string {
  return folder.endsWith(path.sep) ? folder : folder + path.sep;
}

function inFolder(folder: string, { assets, suppressions, problems }: Inventory): Inventory {
  const root = folder.replaceAll(path.sep, '/').replace(/\/$/, '');
  const fileOf = (file: string): string => `${root}/${file}`;
  const idOf = (id: string): string => `${root}#${id}`;
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
