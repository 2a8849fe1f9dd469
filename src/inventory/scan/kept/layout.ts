import type { Asset, Problem, Suppression } from '../../../model/index.ts';
import { isFileLocation } from '../../../model/index.ts';
import {
  isAsset,
  isInside,
  isNumber,
  isProblem,
  isString,
  isSuppression,
  listOf,
  orNull,
  pairOf,
  shape,
  type Guard,
} from './guards.ts';
import { isOutside } from '../files.ts';
import type { Stamp } from './stamp.ts';

/** What a file told, with formats by their names. */
export interface KeptLook {
  matching: readonly string[];
  refersTo: readonly (readonly [format: string, units: readonly string[]])[];
  suppressions: readonly Suppression[];
}

/** What a unit declared, and the digests of what it looked at. */
export interface KeptUnit {
  format: string;
  unit: string;
  assets: readonly Asset[];
  problems: readonly Problem[];
  includes: readonly string[];
  replaces: readonly string[];
  files: readonly (readonly [file: string, digest: string | null])[];
  folders: readonly (readonly [folder: string, digest: string])[];
  /** Milliseconds since 1970, of files of which the time mattered. */
  times: readonly (readonly [file: string, time: number | null])[];
}

/** A scan as it is written to the disk. */
export interface KeptData {
  /** Of every file that was read, folder by folder; a folder's path ends with a slash. */
  stamps: readonly (readonly [folder: string, files: readonly (readonly [name: string, stamp: Stamp])[]])[];
  /** Of the few files that have anything to tell. */
  looks: readonly (readonly [file: string, look: KeptLook])[];
  units: readonly KeptUnit[];
}

const isStamp: Guard<Stamp> = (value): value is Stamp =>
  Array.isArray(value) && value.length === 3 && value.every(isNumber);

const isLook: Guard<KeptLook> = shape<KeptLook>({
  matching: listOf(isString),
  refersTo: listOf(pairOf(isString, listOf(isString))),
  suppressions: listOf(isSuppression),
});

/** A path that code can name; of what is outside it is only known that it was not read. */
const isReached: Guard<string> = (value): value is string =>
  isInside(value) || (typeof value === 'string' && isOutside(value));

const isUnitShape: Guard<KeptUnit> = shape<KeptUnit>({
  format: isString,
  unit: isString,
  assets: listOf(isAsset),
  problems: listOf(isProblem),
  includes: listOf(isString),
  replaces: listOf(isString),
  files: listOf(pairOf(isReached, orNull(isString))),
  folders: listOf(pairOf(isString, isString)),
  times: listOf(pairOf(isReached, orNull(isNumber))),
});

const isData: Guard<KeptData> = shape<KeptData>({
  stamps: listOf(pairOf(isString, listOf(pairOf(isString, isStamp)))),
  looks: listOf(pairOf(isInside, isLook)),
  units: listOf(isUnitShape),
});

/** Null for anything that a scan has not written. */
export function readData(body: string): KeptData | null {
  try {
    const data: unknown = JSON.parse(body);
    return isData(data) && data.units.every(namesItsFiles) && data.looks.every(speaksOfItself) ? data : null;
  } catch {
    // No JSON, or nested without end.
    return null;
  }
}

export function writeData(data: KeptData): string {
  return JSON.stringify(data);
}

/** Places, which the editor opens and edits, are in files that the unit read. */
function namesItsFiles({ assets, files }: KeptUnit): boolean {
  const known = new Set(files.map(([file]) => file));
  return assets.every(({ id, location, uses }) =>
    [
      id.slice(0, Math.max(0, id.indexOf('#'))),
      ...[location, ...uses.map((use) => use.location)].map((place) =>
        isFileLocation(place) ? place.file : '',
      ),
    ].every((file) => known.has(file) && isInside(file)),
  );
}

function speaksOfItself([file, { suppressions }]: KeptData['looks'][number]): boolean {
  return suppressions.every(
    ({ scope, location }) =>
      'file' in scope && scope.file === file && isFileLocation(location) && location.file === file,
  );
}
