import { isAllScanned, readConfigAbove, type Config } from '../config/index.ts';
import { confinedDisk } from '../files/index.ts';
import { scanFolders, showFrom, shownInventory, type ShowFile } from '../inventory/index.ts';
import type { Inventory, Problem } from '../model/index.ts';
import type { ReadableFolders } from './readable-folders.ts';

/** A folder as it was read for one answer. */
export interface ReadWorkspace {
  /** Absolute. */
  folder: string;
  /** Nothing outside of these folders was read. */
  roots: readonly string[];
  /** Files are relative to the folder; where several are read, to what the folders have in common. */
  inventory: Inventory;
  config: Config;
  /** True where everything was read that the configuration can be about. */
  isWhole: boolean;
  problems: readonly Problem[];
  /** Names a file that is relative to the folder as results do. */
  show: ShowFile;
}

/**
 * Reads what a folder declares, or every readable folder where none is asked for. Nothing outside of the readable folders is
 * opened: no configuration and no ignore file above them, and nothing that a link or code leads to.
 * @throws {Refusal} outside of the readable folders
 */
export async function readWorkspaces(
  folders: ReadableFolders,
  requested: string | undefined,
): Promise<readonly ReadWorkspace[]> {
  if (requested !== undefined) return [await readWorkspace(folders, await folders.resolve(requested))];
  const { base, roots } = await folders.all();
  const read = await Promise.all(roots.map((folder) => readWorkspace(folders, folder)));
  if (read.length < 2) return read;
  return read.map((each) => {
    const show = showFrom(each.folder, base);
    return {
      ...each,
      show,
      inventory: shownInventory(each.inventory, show),
      problems: each.problems.map((problem) => ({ ...problem, source: show(problem.source) })),
    };
  });
}

async function readWorkspace(folders: ReadableFolders, folder: string): Promise<ReadWorkspace> {
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
    isWhole: isAllScanned(file, [folder]),
    problems: [...problems, ...inventory.problems],
    show: (file) => file,
  };
}

let lastReading: Promise<unknown> = Promise.resolve();
const waitingReadings = new Map<string, Promise<Inventory>>();

/**
 * Folders are read in turn: each takes threads, and assistants ask much at once. Who asks about a folder that waits for its
 * turn gets the same; what is being read already may have changed since.
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
