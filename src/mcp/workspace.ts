import { includesConfigFolder, readConfigAbove, type Config } from '../config/index.ts';
import { confinedDisk } from '../files/index.ts';
import { scanFolders, pathsRelativeTo, inventoryWithPaths, type MapPath } from '../inventory/index.ts';
import type { Inventory, Problem } from '../model/index.ts';
import type { ReadableFolders } from './readable-folders.ts';

/** Inventory and configuration of a folder, read for one answer. */
export interface WorkspaceReading {
  /** Absolute path. */
  folder: string;
  /** Folders that may be read; nothing outside of them was. */
  roots: readonly string[];
  /** Files are relative to the folder. If several folders are read, they are relative to the common parent. */
  inventory: Inventory;
  config: Config;
  /** True if everything that the configuration applies to was read. */
  isWhole: boolean;
  problems: readonly Problem[];
  /** Returns the path by which results name a file of the folder. */
  show: MapPath;
}

/**
 * Reads a folder, or every readable folder if none is requested. Nothing outside of the readable folders is opened: no
 * configuration or ignore file above them, and no target of a link or of a reference in code.
 * @throws {Refusal} outside of the readable folders
 */
export async function readWorkspaces(
  folders: ReadableFolders,
  requested: string | undefined,
): Promise<readonly WorkspaceReading[]> {
  if (requested !== undefined) return [await readWorkspace(folders, await folders.resolve(requested))];
  const { base, roots } = await folders.all();
  const read = await Promise.all(roots.map((folder) => readWorkspace(folders, folder)));
  if (read.length < 2) return read;
  return read.map((each) => {
    const show = pathsRelativeTo(each.folder, base);
    return {
      ...each,
      show,
      inventory: inventoryWithPaths(each.inventory, show),
      problems: each.problems.map((problem) => ({ ...problem, source: show(problem.source) })),
    };
  });
}

async function readWorkspace(folders: ReadableFolders, folder: string): Promise<WorkspaceReading> {
  const { roots } = await folders.all();
  const [inventory, { config, file, problems }] = await Promise.all([
    inventoryOf(folder, roots),
    readConfigAbove(folder, confinedDisk(roots)),
  ]);
  return {
    folder,
    roots,
    inventory,
    config,
    isWhole: includesConfigFolder(file, [folder]),
    problems: [...problems, ...inventory.problems],
    show: (file) => file,
  };
}

let lastReading: Promise<unknown> = Promise.resolve();
const waitingReadings = new Map<string, Promise<Inventory>>();

/**
 * Reads folders one after the other, because each reading takes threads and assistants ask many questions at once.
 * Questions about a folder that still waits share one reading. A reading in progress is not shared: the files may have
 * changed since it began.
 */
function inventoryOf(folder: string, within: readonly string[]): Promise<Inventory> {
  const key = JSON.stringify([folder, within]);
  const known = waitingReadings.get(key);
  if (known !== undefined) return known;
  const read = lastReading.then(() => {
    waitingReadings.delete(key);
    return scanFolders([folder], { within });
  });
  waitingReadings.set(key, read);
  lastReading = read.catch(() => undefined);
  return read;
}
