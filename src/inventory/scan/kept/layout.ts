import type { Asset, Inventory, Location, Problem, Suppression } from '../../../model/index.ts';
import {
  isNumber,
  isString,
  jsonLine,
  listOf,
  orNull,
  pairOf,
  parsed,
  shape,
  type Guard,
  isOutside,
  STAMP_LENGTH,
  type LineStore,
  type Stamp,
  type StoredLines,
} from '../../../files/index.ts';
import { isFileLocation } from '../../../model/index.ts';
import { isAsset, isInside, isProblem, isSuppression } from './guards.ts';
import type { NamedLook } from '../look/look.ts';
import { namesIn, type KeptFiles } from './stamps.ts';

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

/** A path with what it was like; null where that says too little, or where there is nothing. */
type Stamped = readonly [name: string, stamp: Stamp | null];

/** What decides which files there are. */
export interface KeptWalk {
  /** Every folder that was listed; its name ends with a slash, but for the scanned folder, which is empty. */
  folders: readonly Stamped[];
  ignoreFiles: readonly Stamped[];
  /** Links that led to no file. */
  looseLinks: readonly string[];
  /** The digest of the ignore files above what is scanned. */
  above: string;
}

/** What tells whether files are as they were. */
export interface KeptStamps {
  files: KeptFiles;
  /** Files beside these that code names. */
  beside: readonly Stamped[];
  walk: KeptWalk;
}

/** What files told, of the few that have anything to tell, and what units declared. */
export interface KeptReadings {
  looks: readonly (readonly [file: string, look: NamedLook])[];
  units: readonly KeptUnit[];
}

/** A scan as it is written to the disk: three lines, so that who needs one does not read the others. */
export interface KeptData extends KeptStamps, KeptReadings {
  /** What all of it came to; null when some of it has to be read again the next time. */
  inventory: Inventory | null;
}

const isStamp: Guard<Stamp> = (value): value is Stamp =>
  Array.isArray(value) && value.length === STAMP_LENGTH && value.every(isNumber);

const isLook: Guard<NamedLook> = shape<NamedLook>({
  matching: listOf(isString),
  refersTo: listOf(pairOf(isString, listOf(isString))),
  suppressions: listOf(isSuppression),
  // Only what the file itself is the reason of: it is too large, or no text.
  problem: orNull((value): value is Problem => isProblem(value) && isOfFile(value)),
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

const isStamped: Guard<Stamped> = pairOf(isInside, orNull(isStamp));

const isFolder: Guard<KeptFiles[number]> = (value): value is KeptFiles[number] => {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [folder, names, numbers] = value as unknown[];
  if (!isInside(folder) || !isString(names) || !Array.isArray(numbers)) return false;
  return numbers.every(isNumber) && numbers.length === namesIn(names).length * STAMP_LENGTH;
};

const isStamps: Guard<KeptStamps> = shape<KeptStamps>({
  files: listOf(isFolder),
  beside: listOf(isStamped),
  walk: shape<KeptWalk>({
    ...{ folders: listOf(isStamped), ignoreFiles: listOf(isStamped) },
    ...{ looseLinks: listOf(isInside), above: isString },
  }),
});

const isReadings: Guard<KeptReadings> = shape<KeptReadings>({
  looks: listOf(pairOf(isInside, isLook)),
  units: listOf(isUnitShape),
});

const isInventory = shape<Required<Omit<Inventory, 'unreadable'>>>({
  assets: listOf(isAsset),
  suppressions: listOf(isSuppression),
  problems: listOf(isProblem),
});

/** The lines of a kept scan, not looked at yet. */
export class KeptLines {
  readonly #lines: StoredLines;

  private constructor(lines: StoredLines) {
    this.#lines = lines;
  }

  /** Null where nothing is kept. */
  static load(store: LineStore): KeptLines | null {
    const lines = store.load();
    return lines?.length === 3 ? new KeptLines(lines) : null;
  }

  static save(store: LineStore, { files, beside, walk, inventory, looks, units }: KeptData): void {
    store.save([{ files, beside, walk }, inventory, { looks, units }].map(jsonLine));
  }

  /** Writes down the same with other stamps. */
  saveWith(store: LineStore, stamps: KeptStamps): void {
    store.save([jsonLine(stamps), this.#lines.bytes(1), this.#lines.bytes(2)]);
  }

  /** Of what all of it came to, as it was written. */
  get digest(): string {
    return this.#lines.digest(1);
  }

  /** Whether all that was read can count again. */
  get isWhole(): boolean {
    return !this.#lines.bytes(1).equals(NOTHING);
  }

  /** Null, as of the others, for anything that a scan has not written. */
  stamps(): KeptStamps | null {
    return parsed(this.#lines.text(0), isStamps);
  }

  /** @param isRead whether a file is among those that the scan read: all places are in such files */
  inventory(isRead: (file: string) => boolean): Inventory | null {
    const inventory = parsed(this.#lines.text(1), isInventory);
    if (inventory === null) return null;
    const { assets, suppressions } = inventory;
    const files = [...assets.flatMap(filesOf), ...suppressions.flatMap(filesOfSuppression)];
    return files.every(isRead) ? inventory : null;
  }

  readings(): KeptReadings | null {
    const readings = parsed(this.#lines.text(2), isReadings);
    const isSound = readings?.units.every(namesItsFiles) === true && readings.looks.every(speaksOfItself);
    return isSound ? readings : null;
  }
}

/** What stands for no inventory. */
const NOTHING = Buffer.from('null');

/** Problems that come from nothing but the bytes of a file. */
export function isOfFile({ text: { key } }: Problem): boolean {
  return key === 'problem.tooLarge' || key === 'problem.binary';
}

/** Places, which the editor opens and edits, are in files that the unit read. */
function namesItsFiles({ assets, files }: KeptUnit): boolean {
  const known = new Set(files.map(([file]) => file));
  return assets.flatMap(filesOf).every((file) => known.has(file) && isInside(file));
}

/** The files that an asset names; empty for what is no file. */
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

function speaksOfItself([file, { suppressions }]: KeptReadings['looks'][number]): boolean {
  return suppressions.flatMap(filesOfSuppression).every((named) => named === file);
}
