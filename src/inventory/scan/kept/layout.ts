import type { Asset, Location, Problem, Suppression } from '../../../model/index.ts';
import {
  isNumber,
  isString,
  jsonLine,
  listOf,
  orNull,
  pairOf,
  parseJson,
  objectOf,
  type Guard,
  isOutside,
  STAMP_LENGTH,
  type LineStore,
  type Stamp,
} from '../../../files/index.ts';
import { isFileLocation } from '../../../model/index.ts';
import { isAsset, isInsidePath, isProblem, isSuppression } from './guards.ts';
import type { NamedSearchResult } from '../search/search-file.ts';
import { namesIn, type KeptFiles } from './stamps.ts';

/** Declarations of a unit, with the digests of everything that it read. */
export interface KeptUnit {
  format: string;
  unit: string;
  assets: readonly Asset[];
  problems: readonly Problem[];
  includes: readonly string[];
  replaces: readonly string[];
  files: readonly (readonly [file: string, digest: string | null])[];
  folders: readonly (readonly [folder: string, digest: string])[];
  /** Modification times, in milliseconds since 1970, of files for which they matter. */
  times: readonly (readonly [file: string, time: number | null])[];
}

/** A path with its stamp; null if the stamp is unreliable or the file does not exist. */
type Stamped = readonly [name: string, stamp: Stamp | null];

/** Stamps that show if files have changed. */
export interface KeptStamps {
  files: KeptFiles;
  /** Unscanned files that code names. */
  beside: readonly Stamped[];
}

/** Search results of the few relevant files, and the declarations of units. */
export interface KeptReadings {
  looks: readonly (readonly [file: string, look: NamedSearchResult])[];
  units: readonly KeptUnit[];
}

/** A scan as stored on disk: one line of stamps, one of readings. */
export interface KeptData extends KeptStamps, KeptReadings {}

const isStamp: Guard<Stamp> = (value): value is Stamp =>
  Array.isArray(value) && value.length === STAMP_LENGTH && value.every(isNumber);

const isSearchResult: Guard<NamedSearchResult> = objectOf<NamedSearchResult>({
  matching: listOf(isString),
  refersTo: listOf(pairOf(isString, listOf(isString))),
  suppressions: listOf(isSuppression),
  // Only problems of the file itself: too large, or no text.
  problem: orNull((value): value is Problem => isProblem(value) && isOfFile(value)),
});

/** A path that code can name. For those outside the folder, only that they were not read is known. */
const isUsedPath: Guard<string> = (value): value is string =>
  isInsidePath(value) || (typeof value === 'string' && isOutside(value));

const isUnitShape: Guard<KeptUnit> = objectOf<KeptUnit>({
  format: isString,
  unit: isString,
  assets: listOf(isAsset),
  problems: listOf(isProblem),
  includes: listOf(isString),
  replaces: listOf(isString),
  files: listOf(pairOf(isUsedPath, orNull(isString))),
  folders: listOf(pairOf(isString, isString)),
  times: listOf(pairOf(isUsedPath, orNull(isNumber))),
});

const isStamped: Guard<Stamped> = pairOf(isInsidePath, orNull(isStamp));

const isFolder: Guard<KeptFiles[number]> = (value): value is KeptFiles[number] => {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [folder, names, numbers] = value as unknown[];
  if (!isInsidePath(folder) || !isString(names) || !Array.isArray(numbers)) return false;
  return numbers.every(isNumber) && numbers.length === namesIn(names).length * STAMP_LENGTH;
};

const isStamps: Guard<KeptStamps> = objectOf<KeptStamps>({
  files: listOf(isFolder),
  beside: listOf(isStamped),
});

const isReadings: Guard<KeptReadings> = objectOf<KeptReadings>({
  looks: listOf(pairOf(isInsidePath, isSearchResult)),
  units: listOf(isUnitShape),
});

/** Stores a scan. */
export function saveScan(store: LineStore, { files, beside, looks, units }: KeptData): void {
  store.save([jsonLine({ files, beside }), jsonLine({ looks, units })]);
}

/** The stored scan; null if there is none, or its format is not valid. */
export function loadScan(store: LineStore): KeptData | null {
  const lines = store.load();
  const stamps = lines === null ? null : parseJson(lines.text(0), isStamps);
  const readings = lines === null ? null : parseJson(lines.text(1), isReadings);
  if (stamps === null || readings === null) return null;
  const isSound = readings.units.every(namesItsFiles) && readings.looks.every(namesOwnFile);
  return isSound ? { ...stamps, ...readings } : null;
}

/** True for a problem that depends only on the file's bytes. */
export function isOfFile({ text: { key } }: Problem): boolean {
  return ['problem.tooLarge', 'problem.binary', 'problem.utf16'].includes(key);
}

/** True if all places, which the editor opens and edits, are in files that the unit read. */
function namesItsFiles({ assets, files }: KeptUnit): boolean {
  const known = new Set(files.map(([file]) => file));
  return assets.flatMap(filesOf).every((file) => known.has(file) && isInsidePath(file));
}

/** Files that an asset names; an empty name for anything that is no file. */
function filesOf({ id, location, uses }: Asset): string[] {
  const places = [location, ...uses.map((use) => use.location)];
  return [id.slice(0, Math.max(0, id.indexOf('#'))), ...places.map(fileOf)];
}

function filesOfSuppression({ scope, location }: Suppression): string[] {
  return ['file' in scope ? scope.file : '', fileOf(location)];
}

function fileOf(place: Location): string {
  return isFileLocation(place) ? place.file : '';
}

function namesOwnFile([file, { suppressions }]: KeptReadings['looks'][number]): boolean {
  return suppressions.flatMap(filesOfSuppression).every((named) => named === file);
}
