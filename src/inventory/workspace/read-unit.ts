import { text } from '../../l10n/index.ts';
import type { Asset, Problem } from '../../model/index.ts';
import { buildAssets } from './assets.ts';
import type { ScannedFiles } from './files.ts';
import type { Format, WorkspaceView } from './format.ts';

/** What a unit says, as it was last read. */
export interface UnitReading {
  assets: readonly Asset[];
  problems: readonly Problem[];
  includes: readonly string[];
  /** Files that were read, and folders that were listed: a change in one of these is a change of the unit. */
  files: ReadonlySet<string>;
  folders: ReadonlySet<string>;
}

export function readUnit(format: Format, unit: string, scanned: ScannedFiles): UnitReading {
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
  };
  return { ...readSafely(format, unit, view), files, folders };
}

/** A mistake of a format costs the unit that it was made in, not the scan. */
function readSafely(
  format: Format,
  unit: string,
  view: WorkspaceView,
): Pick<UnitReading, 'assets' | 'problems' | 'includes'> {
  try {
    const { drafts, problems, includes } = format.read(unit, view);
    return { assets: buildAssets(drafts), problems, includes };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      assets: [],
      problems: [{ source: unit, text: text('problem.notUnderstood', { error: reason }) }],
      includes: [],
    };
  }
}
