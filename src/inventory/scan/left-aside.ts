import { EXAMPLE_FOLDERS, isInFolders, type Asset } from '../../model/index.ts';
import type { Format } from '../formats/format.ts';
import type { WantedUnit } from './read-unit.ts';

/** A unit that uses another. */
export interface Use extends WantedUnit {
  target: string;
}

/**
 * Whether a unit that nobody uses lies in a folder of modules of which others are in use: then it is there for some other
 * time. In a library nobody uses any, or only examples do.
 */
export function leftAside(uses: readonly Use[]): (unit: WantedUnit) => boolean {
  const deployed = uses.filter(({ format, unit }) => isDeployed(unit) && libraryKey(format, unit) === null);
  const libraries = new Set(deployed.flatMap(({ format, target }) => libraryKey(format, target) ?? []));
  return ({ format, unit }) => libraries.has(libraryKey(format, unit) ?? '');
}

/** Who only shows how something is used deploys nothing. */
export function isDeployed(unit: string): boolean {
  return !isInFolders(`${unit}/`, EXAMPLE_FOLDERS);
}

/** A version that may be in use. */
export function asPossible(asset: Asset): Asset {
  const isPin = asset.engineVersion !== null && asset.isUnselected === undefined;
  return isPin ? { ...asset, isUnselected: true } : asset;
}

function libraryKey(format: Format, unit: string): string | null {
  const library = format.libraryOf?.(unit) ?? null;
  return library === null ? null : keyOfUnit(format, library);
}

export function keyOfUnit(format: Format, unit: string): string {
  return `${format.id}:${unit}`;
}
