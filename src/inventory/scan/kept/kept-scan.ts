import { ASSOCIATION_SCRIPT, BUILD_SCRIPTS, START_SCRIPT } from '../../../vocabulary/index.ts';
import path from 'node:path';
import { loadLanguages } from '../../../l10n/index.ts';
import { getOrInsert, hasSecret } from '../../../model/index.ts';
import type { Format } from '../../reading/format.ts';
import type { ScannedFiles } from '../files.ts';
import {
  resultOfNamed,
  NOTHING_FOUND,
  resultWithNames,
  type SearchResult,
  type NamedSearchResult,
} from '../search/search-file.ts';
import { digestOfSource, NOT_SCANNED, TIME_ONLY, type UnitReading, type WantedUnit } from '../read-unit.ts';
import {
  isSameStamp,
  isSettled,
  sha256,
  stampOf,
  isOutside,
  type LineStore,
  type Stamp,
  type WalkedFile,
} from '../../../files/index.ts';
import { openStore, type KeepOptions, type ScanSubject } from './keep-options.ts';
import { isOfFile, loadScan, saveScan, type KeptUnit } from './layout.ts';
import { eachStamp, foldersOfStamps } from './stamps.ts';

/** Settings with scripts: not more secret than the code that contains them. */
const START_SCRIPTS: ReadonlySet<string> = new Set([
  START_SCRIPT,
  `${START_SCRIPT}Base64`,
  ASSOCIATION_SCRIPT,
  BUILD_SCRIPTS,
]);

/**
 * Readings of an earlier scan of the same folders. A file counts as unchanged by its size and times; a unit by those of
 * its files, else by the digests of everything that it read.
 */
export class KeptScan {
  readonly #store: LineStore;
  readonly #formats: readonly Format[];
  /** Start time of this scan. */
  readonly #at: number;
  /** Stamps of the earlier scan. */
  #before = new Map<string, Stamp>();
  #looks = new Map<string, NamedSearchResult>();
  #units = new Map<string, KeptUnit>();
  /** Stamps that this scan took without reading the file first; null if the file does not exist. */
  readonly #now = new Map<string, Stamp | null>();
  readonly #folders = new Map<string, string>();
  /** True if anything changed since the earlier scan. */
  #isNew = false;

  /** Null if scans are not kept. */
  static async openStored(
    keep: KeepOptions | undefined,
    subject: ScanSubject,
    formats: readonly Format[],
  ): Promise<KeptScan | null> {
    const store = openStore(keep, subject);
    if (store === null) return null;
    const scan = new KeptScan(store, formats, (keep?.now ?? Date.now)());
    await scan.#recall();
    return scan;
  }

  private constructor(store: LineStore, formats: readonly Format[], at: number) {
    this.#store = store;
    this.#formats = formats;
    this.#at = at;
  }

  async #recall(): Promise<void> {
    // Kept messages are validated before use.
    await loadLanguages();
    const kept = loadScan(this.#store);
    if (kept === null) return;
    this.#before = new Map(eachStamp(kept.files));
    for (const [file, stamp] of kept.beside) if (stamp !== null) this.#before.set(file, stamp);
    this.#looks = new Map(kept.looks);
    this.#units = new Map(kept.units.map((unit) => [keyOf(unit.format, unit.unit), unit]));
  }

  /** Earlier search result of an unchanged file; null if it has to be read. Call this before reading it. */
  lookOf({ file, absolute }: WalkedFile): SearchResult | null {
    const before = this.#before.get(file);
    const stamp = before === undefined ? null : stampOf(absolute);
    if (stamp === null || before === undefined || !isSameStamp(stamp, before)) {
      this.#isNew = true;
      return null;
    }
    this.#now.set(file, stamp);
    const look = this.#looks.get(file);
    return look === undefined ? NOTHING_FOUND : resultOfNamed(look, this.#formats);
  }

  /** Earlier reading of a unit whose files are all unchanged; null if it has to be read. */
  readingOf({ format, unit }: WantedUnit, files: ScannedFiles): UnitReading | null {
    const kept = this.#units.get(keyOf(format.id, unit));
    const isValid =
      kept !== undefined &&
      kept.folders.every(([folder, digest]) => this.#listing(folder, files) === digest) &&
      kept.times.every(([file, time]) => this.#isAsOld(file, time, files)) &&
      kept.files.every(([file, digest]) => this.#isAsBefore(file, digest, files));
    if (!isValid) {
      this.#isNew = true;
      return null;
    }
    const { assets, problems, includes, replaces } = kept;
    return {
      ...{ assets, problems, includes, replaces, isWhole: true },
      files: new Map(kept.files),
      folders: new Set(kept.folders.map(([folder]) => folder)),
      times: new Map(kept.times),
    };
  }

  /** Saves the readings of this scan if they differ from the kept ones. */
  save(files: ScannedFiles, units: Iterable<WantedUnit & UnitReading>): void {
    const kept = [...units].filter(mayBeKept);
    if (!this.#isNew && kept.length === this.#units.size) return;
    this.#folders.clear();
    const stamps = this.#stamps(files);
    saveScan(this.#store, {
      files: foldersOfStamps(stamps),
      beside: [...this.#beside(files, kept)],
      looks: [...stamps.keys()].flatMap((file) => {
        const looked = files.get(file)?.result ?? NOTHING_FOUND;
        return looked === NOTHING_FOUND ? [] : [[file, resultWithNames(looked)]];
      }),
      units: kept.map(({ format, files: read, folders, times, ...declared }) => ({
        ...{ format: format.id, unit: declared.unit },
        ...{ assets: declared.assets, problems: declared.problems },
        ...{ includes: declared.includes, replaces: declared.replaces },
        files: [...read],
        times: [...times],
        folders: [...folders].map((folder) => [folder, this.#listing(folder, files)]),
      })),
    });
  }

  #isAsBefore(file: string, digest: string | null, files: ScannedFiles): boolean {
    const known = files.get(file);
    if (digest === NOT_SCANNED) return known === undefined;
    if (digest === TIME_ONLY) return true;
    if (known === undefined && isOutside(file)) return digest === null;
    const before = this.#before.get(file);
    if (known?.isOpen !== true && before !== undefined) {
      const now = this.#stampNow(file, files);
      if (now !== null && isSameStamp(now, before)) return true;
    }
    const source = files.readNamed(file);
    if (source !== null) this.#isNew = true;
    return digestOfSource(source) === digest;
  }

  #isAsOld(file: string, time: number | null, files: ScannedFiles): boolean {
    const known = files.get(file);
    if (known === undefined && isOutside(file)) return time === null;
    return known?.isOpen !== true && (this.#stampNow(file, files)?.[1] ?? null) === time;
  }

  /** Current stamp of a file, also of one that no format claims. */
  #stampNow(file: string, files: ScannedFiles): Stamp | null {
    return getOrInsert(this.#now, file, () => stampOf(path.join(files.base, file)));
  }

  #listing(folder: string, files: ScannedFiles): string {
    return getOrInsert(this.#folders, folder, () =>
      sha256(JSON.stringify([files.list(folder), files.folders(folder)])),
    );
  }

  /** Reliable stamps, which any later change would alter, of files that were read after the stamp was taken. */
  #stamps(files: ScannedFiles): Map<string, Stamp> {
    const stamps = new Map<string, Stamp>();
    files.forEach(({ result: looked, isOpen }, file) => {
      const stamp = files.stamps.get(file) ?? this.#now.get(file) ?? null;
      if (isOpen || stamp === null || !isSettled(stamp, this.#at)) return;
      if (looked.problem === null || isOfFile(looked.problem)) stamps.set(file, stamp);
    });
    return stamps;
  }

  /** Stamps of unscanned files that units used, taken before the files are read again. */
  #beside(files: ScannedFiles, units: readonly UnitReading[]): Map<string, Stamp | null> {
    const stamps = new Map<string, Stamp | null>();
    for (const { files: read, times } of units) {
      for (const [file, digest] of read) {
        if (digest === NOT_SCANNED || files.get(file) !== undefined || isOutside(file)) continue;
        if (stamps.has(file)) continue;
        const stamp = stampOf(path.join(files.base, file));
        files.forget(file);
        const time = times.get(file);
        const isOfTime = time === undefined || time === (stamp?.[1] ?? null);
        const isOfText = digest === TIME_ONLY || digestOfSource(files.readNamed(file)) === digest;
        if (stamp !== null && isOfTime && isOfText && isSettled(stamp, this.#at)) stamps.set(file, stamp);
      }
    }
    return stamps;
  }
}

/** True for a reading that may be stored: failed ones are tried again, and passwords are not copied to disk. */
function mayBeKept({ isWhole, assets }: UnitReading): boolean {
  return isWhole && !assets.some(({ settings }) => hasSecret(settings, (name) => START_SCRIPTS.has(name)));
}

function keyOf(format: string, unit: string): string {
  return `${format}:${unit}`;
}
