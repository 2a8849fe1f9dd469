import path from 'node:path';
import { withoutSecrets } from '../../../model/index.ts';
import type { Format } from '../../formats/format.ts';
import { isOutside, type ScannedFiles } from '../files.ts';
import { NOTHING_SEEN, type Looked } from '../look.ts';
import { NOT_SCANNED, TIME_ONLY, type UnitReading, type WantedUnit } from '../read-unit.ts';
import type { WalkedFile } from '../walk.ts';
import { readData, writeData, type KeptData, type KeptLook, type KeptUnit } from './layout.ts';
import { RULES } from './rules.ts';
import { isSame, isSettled, stampOf, type Stamp } from './stamp.ts';
import { digestOf, Store } from './store.ts';

/** No more secret than the code that they are part of. */
const START_SCRIPTS: ReadonlySet<string> = new Set(['userData', 'userDataBase64']);

/** Where scans are kept, so that the next one reads only what has changed. */
export interface KeepOptions {
  folder: string;
  /** For tests: what stands for the digest of the code. */
  rules?: string;
  /** For tests: milliseconds since 1970. */
  now?: () => number;
}

/**
 * What an earlier scan of the same folders read. A file counts as unchanged by its size and times; a unit by them too, or
 * else by the digests of everything that it looked at.
 */
export class KeptScan {
  readonly #store: Store;
  readonly #formats: ReadonlyMap<string, Format>;
  /** When this scan began. */
  readonly #at: number;
  /** Of the earlier scan. */
  readonly #before = new Map<string, Stamp>();
  readonly #looks = new Map<string, KeptLook>();
  readonly #units = new Map<string, KeptUnit>();
  /** Of this scan, taken before a file is read; null where there is no such file. */
  readonly #now = new Map<string, Stamp | null>();
  readonly #folders = new Map<string, string>();
  /** Whether there is anything that the earlier scan did not know. */
  #isNew = false;

  /** Null where scans are not kept. @param of what a scan depends on beside the files: its folders, and what is ignored */
  static open(
    options: KeepOptions | undefined,
    of: readonly unknown[],
    formats: readonly Format[],
  ): KeptScan | null {
    const rules = options?.rules ?? RULES;
    return options === undefined || rules === null
      ? null
      : new KeptScan(options, rules, JSON.stringify(of), formats);
  }

  private constructor(options: KeepOptions, rules: string, key: string, formats: readonly Format[]) {
    this.#store = new Store(path.join(options.folder, 'scans'), key, rules);
    this.#formats = new Map(formats.map((format) => [format.id, format]));
    this.#at = (options.now ?? Date.now)();
    const body = this.#store.load();
    const data = body === null ? null : readData(body);
    if (data === null) return;
    for (const [folder, files] of data.stamps) {
      for (const [name, stamp] of files) this.#before.set(folder + name, stamp);
    }
    for (const [file, look] of data.looks) this.#looks.set(file, look);
    for (const unit of data.units) this.#units.set(keyOf(unit.format, unit.unit), unit);
  }

  /** What a file told when it was as it is now; null when it has to be read. To be asked of every file, before it is read. */
  lookOf({ file, absolute }: WalkedFile): Looked | null {
    const stamp = stampOf(absolute);
    this.#now.set(file, stamp);
    const before = this.#before.get(file);
    if (stamp === null || before === undefined || !isSame(stamp, before)) {
      this.#isNew = true;
      return null;
    }
    const look = this.#looks.get(file);
    return look === undefined ? NOTHING_SEEN : this.#named(look);
  }

  /** What a unit declared when everything that it looked at was as it is now; null when it has to be read. */
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

  /** Writes down what this scan has read. */
  save(files: ScannedFiles, units: Iterable<WantedUnit & UnitReading>): void {
    const kept = [...units].filter(mayBeKept);
    if (!this.#isNew && kept.length === this.#units.size) return;
    this.#folders.clear();
    this.#store.save(
      writeData({
        stamps: this.#stamps(files, kept),
        looks: [...files.entries()].flatMap(([file, { looked, isOpen }]) =>
          isOpen || looked === NOTHING_SEEN || looked.problem !== null ? [] : [[file, written(looked)]],
        ),
        units: kept.map(({ format, files: read, folders, times, ...declared }) => ({
          ...{ format: format.id, unit: declared.unit },
          ...{ assets: declared.assets, problems: declared.problems },
          ...{ includes: declared.includes, replaces: declared.replaces },
          files: [...read],
          times: [...times],
          folders: [...folders].map((folder) => [folder, this.#listing(folder, files)]),
        })),
      }),
    );
  }

  #named({ matching, refersTo, suppressions }: KeptLook): Looked | null {
    const named = (id: string): Format[] => {
      const format = this.#formats.get(id);
      return format === undefined ? [] : [format];
    };
    return {
      matching: new Set(matching.flatMap(named)),
      refersTo: new Map(
        refersTo.flatMap(([id, units]) => named(id).map((format) => [format, units] as const)),
      ),
      problem: null,
      suppressions,
    };
  }

  #isAsBefore(file: string, digest: string | null, files: ScannedFiles): boolean {
    const known = files.get(file);
    if (digest === NOT_SCANNED) return known === undefined;
    if (digest === TIME_ONLY) return true;
    if (known === undefined && isOutside(file)) return digest === null;
    const before = this.#before.get(file);
    if (known?.isOpen !== true && before !== undefined) {
      const now = this.#stampNow(file, files);
      if (now !== null && isSame(now, before)) return true;
    }
    const source = files.readNamed(file);
    if (source !== null) this.#isNew = true;
    return (source === null ? null : digestOf(source.text)) === digest;
  }

  #isAsOld(file: string, time: number | null, files: ScannedFiles): boolean {
    const known = files.get(file);
    if (known === undefined && isOutside(file)) return time === null;
    return known?.isOpen !== true && (this.#stampNow(file, files)?.[1] ?? null) === time;
  }

  /** Of a file that no format claims, too. */
  #stampNow(file: string, files: ScannedFiles): Stamp | null {
    const known = this.#now.get(file);
    if (known !== undefined) return known;
    const stamp = stampOf(path.join(files.base, file));
    this.#now.set(file, stamp);
    return stamp;
  }

  #listing(folder: string, files: ScannedFiles): string {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const listing = digestOf(JSON.stringify([files.list(folder), files.folders(folder)]));
    this.#folders.set(folder, listing);
    return listing;
  }

  /** Stamps that a later change cannot leave as they are, of files that were read after they were taken. */
  #stamps(files: ScannedFiles, units: readonly UnitReading[]): KeptData['stamps'] {
    const byFolder = new Map<string, [string, Stamp][]>();
    const add = (file: string, stamp: Stamp | null): void => {
      if (stamp === null || !isSettled(stamp, this.#at)) return;
      const folder = file.slice(0, file.lastIndexOf('/') + 1);
      const row = [file.slice(folder.length), stamp] satisfies [string, Stamp];
      const rows = byFolder.get(folder);
      if (rows === undefined) byFolder.set(folder, [row]);
      else rows.push(row);
    };
    for (const [file, { looked, isOpen }] of files.entries()) {
      if (!isOpen && looked.problem === null) add(file, this.#now.get(file) ?? null);
    }
    for (const [file, digest] of namedBy(units, files)) {
      const stamp = stampOf(path.join(files.base, file));
      files.forget(file);
      const source = files.readNamed(file);
      if (source !== null && digestOf(source.text) === digest) add(file, stamp);
    }
    return [...byFolder];
  }
}

/** Files beside the scanned ones that units read, by their names in the code. */
function namedBy(units: readonly UnitReading[], files: ScannedFiles): Map<string, string> {
  const named = units.flatMap((unit) =>
    [...unit.files].flatMap(([file, digest]) =>
      digest === null || digest === NOT_SCANNED || files.get(file) !== undefined
        ? []
        : [[file, digest] as const],
    ),
  );
  return new Map(named);
}

/** What failed is tried again, and a password is written nowhere else than it was. */
function mayBeKept({ isWhole, assets }: UnitReading): boolean {
  return isWhole && assets.every(({ settings }) => !holdsPassword(settings));
}

function holdsPassword(written: UnitReading['assets'][number]['settings']): boolean {
  const settings = Object.entries(written).filter(([name]) => !START_SCRIPTS.has(name));
  const shown = Object.entries(withoutSecrets(Object.fromEntries(settings)));
  return JSON.stringify(shown) !== JSON.stringify(settings);
}

function written({ matching, refersTo, suppressions }: Looked): KeptLook {
  return {
    matching: [...matching].map(({ id }) => id),
    refersTo: [...refersTo].map(([{ id }, units]) => [id, units]),
    suppressions,
  };
}

function keyOf(format: string, unit: string): string {
  return `${format}:${unit}`;
}
