import path from 'node:path';
import { repositoryRoot } from '../../files/index.ts';
import {
  type FileLocation,
  type Inventory,
  isFileLocation,
  type Location,
  getOrInsert,
  NAMED_EXTENSIONS,
  type NamedExtension,
  type Settings,
  type WorkspaceClues,
} from '../../model/index.ts';

/** Path of a file as seen from `folder`, with forward slashes: `../a/b.tf`; absolute if it is further away. */
export type MapPath = (file: string) => string;

/** More parent steps than people can count. */
const CLIMBS_FURTHER = /^(?:\.\.\/){3}/;

/** Maps files relative to `base` to paths as seen from `folder`. Both are absolute. */
export function pathsRelativeTo(base: string, folder: string): MapPath {
  if (base === folder) return (file) => file;
  const known = new Map<string, string>();
  return (file) =>
    getOrInsert(known, file, () => {
      const absolute = path.resolve(base, file).replaceAll(path.sep, '/');
      const below = path.relative(folder, absolute).replaceAll(path.sep, '/') || '.';
      return CLIMBS_FURTHER.test(`${below}/`) ? absolute : below;
    });
}

/** The same inventory with mapped file names. Ids stay: they identify an asset wherever a scan was started. */
export function inventoryWithPaths(inventory: Inventory, show: MapPath): Inventory {
  const location = locationWithPath(show);
  return {
    ...inventory,
    assets: inventory.assets.map((asset) => ({
      ...asset,
      settings: settingsWithPaths(asset.settings, show),
      location: location(asset.location),
      uses: asset.uses.map((use) => ({ ...use, location: location(use.location) })),
    })),
    suppressions: inventory.suppressions.map((suppression) => ({
      ...suppression,
      scope:
        'file' in suppression.scope
          ? { ...suppression.scope, file: show(suppression.scope.file) }
          : suppression.scope,
      location: location(suppression.location),
    })),
    problems: inventory.problems.map((problem) => ({ ...problem, source: show(problem.source) })),
  };
}

/** Maps file names inside settings of extensions, too. */
function settingsWithPaths(settings: Settings, show: MapPath): Settings {
  const named = settings[NAMED_EXTENSIONS];
  if (!Array.isArray(named)) return settings;
  const shown = (named as readonly NamedExtension[]).map((each) => ({ ...each, where: show(each.where) }));
  return { ...settings, [NAMED_EXTENSIONS]: shown };
}

/** The same clues with mapped file names. */
export function cluesWithPaths(clues: WorkspaceClues | null, show: MapPath): WorkspaceClues | null {
  if (clues === null) return null;
  const shown = (where: FileLocation): FileLocation => ({ ...where, file: show(where.file) });
  const placed = <T extends { location: FileLocation }>(each: T): T => ({
    ...each,
    location: shown(each.location),
  });
  return {
    runbooks: clues.runbooks.map((each) =>
      placed({ ...each, undo: each.undo === null ? null : shown(each.undo) }),
    ),
    routes: clues.routes.map(placed),
    pages: clues.pages.map(placed),
    pools: clues.pools.map(placed),
    clients: clues.clients.map(placed),
  };
}

function locationWithPath(show: MapPath): (location: Location) => Location {
  return (location) => (isFileLocation(location) ? { ...location, file: show(location.file) } : location);
}

/** Path prefix of a scan's ids: the base folder relative to the root of its repository; null outside one. */
export function idRootOf(base: string): string | null {
  const repository = repositoryRoot(base);
  if (repository === null) return null;
  return path.relative(repository, base).replaceAll(path.sep, '/') || '.';
}
