import { sha256 } from '../../files/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { text } from '../../l10n/index.ts';
import { memoize, type Asset, type Problem } from '../../model/index.ts';
import { runTask, runTaskAsync, exitThread } from '../../threads/index.ts';
import { buildAssets } from '../resources/assets.ts';
import { unsupportedIn } from '../resources/uncovered.ts';
import type { ScannedFiles } from './files.ts';
import type { Format, WorkspaceView } from '../reading/format.ts';
import { givenUpProblem, nameOfReadTask } from './given-up.ts';

export interface WantedUnit {
  format: Format;
  unit: string;
}

/** Last reading of a unit. */
export interface UnitReading {
  assets: readonly Asset[];
  problems: readonly Problem[];
  includes: readonly string[];
  replaces: readonly string[];
  /**
   * Files that were read, with the digests of their texts (null if unreadable or if nothing is kept; or one of the
   * constants below), and folders that were listed. A change in one of them is a change of the unit.
   */
  files: ReadonlyMap<string, string | null>;
  folders: ReadonlySet<string>;
  /** Modification times that were used, by file; these are among `files` too. */
  times: ReadonlyMap<string, number | null>;
  /** False if reading stopped early: another attempt may succeed. */
  isWhole: boolean;
}

/** Replaces the digest of files outside the scan. */
export const NOT_SCANNED = '';
/** Replaces the digest of files of which only the modification time was used. */
export const TIME_ONLY = 'time';

/** Reads a unit after loading what its format needs. An error in a format loses only this unit, not the scan. */
export async function readUnit(format: Format, unit: string, scanned: ScannedFiles): Promise<UnitReading> {
  const task = nameOfReadTask(scanned.base, format, unit);
  const givenUp = scanned.givenUp.get(task);
  if (givenUp !== undefined) return unreadUnit(unit, givenUpProblem(unit, givenUp));
  try {
    if (format.prepare !== undefined) await runTaskAsync(task, async () => format.prepare?.([unit]));
    return runTask(task, () => readWithFormat(format, unit, scanned));
  } catch (error) {
    // A crashed parser would fail, or give wrong results, for every following unit. Node's types lack WebAssembly,
    // whose error this is.
    if (error instanceof Error && error.constructor.name === 'RuntimeError') exitThread();
    const reason = error instanceof Error ? error.message : String(error);
    return unreadUnit(unit, { source: unit, text: text('problem.notUnderstood', { error: reason }) });
  }
}

function readWithFormat(format: Format, unit: string, scanned: ScannedFiles): UnitReading {
  const files = new Map<string, string | null>();
  const folders = new Set<string>();
  const times = new Map<string, number | null>();
  const digestOf = scanned.areKept ? digestOfSource : () => null;
  const view: WorkspaceView = {
    list: (folder) => {
      folders.add(folder);
      return scanned.list(folder);
    },
    folders: (folder) => {
      folders.add(folder);
      return scanned.folders(folder);
    },
    read: (file) => {
      const source = scanned.read(file);
      const isNone = source === null && scanned.get(file) === undefined;
      if (!isNone || (files.get(file) ?? TIME_ONLY) === TIME_ONLY)
        files.set(file, isNone ? NOT_SCANNED : digestOf(source));
      return source;
    },
    readNamed: (file) => {
      const source = scanned.readNamed(file);
      files.set(file, digestOf(source));
      return source;
    },
    modified: (file) => {
      const time = scanned.modified(file);
      times.set(file, time);
      if (!files.has(file)) files.set(file, TIME_ONLY);
      return time;
    },
    embedded: scanned.embedded,
  };
  const { drafts, problems, includes, replaces = [] } = format.read(unit, view);
  const built = { assets: buildAssets(drafts), problems: [...problems, ...unsupportedIn(drafts)] };
  return { ...built, includes, replaces, files, folders, times, isWhole: true };
}

/** Digest of a text; null if there is none. */
export function digestOfSource(source: SourceFile | null): string | null {
  return source === null ? null : digestOfText(source);
}

const digestOfText = memoize(({ text }: SourceFile): string => sha256(text));

/** Reading of a unit that failed: it is tried again when its own file, or a file in its folder, changes on disk. */
function unreadUnit(unit: string, problem: Problem): UnitReading {
  return {
    assets: [],
    problems: [problem],
    includes: [],
    replaces: [],
    files: new Map([[unit, null]]),
    folders: new Set([unit]),
    times: new Map(),
    isWhole: false,
  };
}
