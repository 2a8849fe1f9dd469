import { text } from '../../l10n/index.ts';
import type { Asset, Problem } from '../../model/index.ts';
import { doing, doingAsync, endSpoiledThread } from '../../threads/index.ts';
import { buildAssets } from '../resources/assets.ts';
import type { ScannedFiles } from './files.ts';
import type { Format, WorkspaceView } from '../formats/format.ts';
import { givenUpProblem, readTask } from './given-up.ts';

export interface WantedUnit {
  format: Format;
  unit: string;
}

/** What a unit says, as it was last read. */
export interface UnitReading {
  assets: readonly Asset[];
  problems: readonly Problem[];
  includes: readonly string[];
  replaces: readonly string[];
  /** Files that were read, and folders that were listed: a change in one of these is a change of the unit. */
  files: ReadonlySet<string>;
  folders: ReadonlySet<string>;
}

type Declared = Pick<UnitReading, 'assets' | 'problems' | 'includes' | 'replaces'>;

/** Reads a unit, with what its format has to load before. A mistake of a format costs the unit that it was made in, not the scan. */
export async function readUnit(format: Format, unit: string, scanned: ScannedFiles): Promise<UnitReading> {
  const task = readTask(scanned.base, format, unit);
  const givenUp = scanned.givenUp.get(task);
  if (givenUp !== undefined) return unread(unit, givenUpProblem(unit, givenUp));
  try {
    if (format.prepare !== undefined) await doingAsync(task, async () => format.prepare?.([unit]));
    return doing(task, () => readNow(format, unit, scanned));
  } catch (error) {
    // An aborted parser would fail, or answer wrongly, for every unit after this one.
    if (isParserAbort(error)) endSpoiledThread();
    const reason = error instanceof Error ? error.message : String(error);
    return unread(unit, { source: unit, text: text('problem.notUnderstood', { error: reason }) });
  }
}

/** WebAssembly is not among the types of Node. */
function isParserAbort(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === 'RuntimeError';
}

function readNow(format: Format, unit: string, scanned: ScannedFiles): UnitReading {
  const files = new Set<string>();
  const folders = new Set<string>();
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
      files.add(file);
      return scanned.read(file);
    },
    readNamed: (file) => {
      files.add(file);
      return scanned.readNamed(file);
    },
    modified: (file) => {
      files.add(file);
      return scanned.modified(file);
    },
  };
  return { ...declaredBy(format, unit, view), files, folders };
}

function declaredBy(format: Format, unit: string, view: WorkspaceView): Declared {
  const { drafts, problems, includes, replaces = [] } = format.read(unit, view);
  return { assets: buildAssets(drafts), problems, includes, replaces };
}

/** A unit that could not be read: it is tried again when its own file, or a file in its folder, changes on the disk. */
function unread(unit: string, problem: Problem): UnitReading {
  return {
    assets: [],
    problems: [problem],
    includes: [],
    replaces: [],
    files: new Set([unit]),
    folders: new Set([unit]),
  };
}
