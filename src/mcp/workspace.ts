import { EMPTY_CONFIG, readConfigAbove, type Config } from '../config/index.ts';
import { scanFolders } from '../inventory/index.ts';
import type { Inventory, Problem } from '../model/index.ts';
import type { ReadableFolders } from './readable-folders.ts';

/** A folder as it was read for one answer. */
export interface ReadWorkspace {
  /** Absolute. */
  folder: string;
  /** Files are relative to the folder. */
  inventory: Inventory;
  config: Config;
  problems: readonly Problem[];
}

/**
 * Reads what a folder declares. A configuration above the readable folders does not count: it is not the client's to show.
 * @throws {Refusal} outside of the readable folders
 */
export async function readWorkspace(
  folders: ReadableFolders,
  asked: string | undefined,
): Promise<ReadWorkspace> {
  const folder = await folders.resolve(asked);
  const [inventory, found] = await Promise.all([inventoryOf(folder), readConfigAbove(folder)]);
  const isOurs = found.file !== null && (await folders.holds(found.file));
  return {
    folder,
    inventory,
    config: isOurs ? found.config : EMPTY_CONFIG,
    problems: [...(isOurs ? found.problems : []), ...inventory.problems],
  };
}

let last: Promise<unknown> = Promise.resolve();
const waiting = new Map<string, Promise<Inventory>>();

/**
 * Folders are read in turn: each takes threads, and assistants ask much at once. Who asks about a folder that waits for its
 * turn gets the same; what is being read already may have changed since.
 */
function inventoryOf(folder: string): Promise<Inventory> {
  const known = waiting.get(folder);
  if (known !== undefined) return known;
  const read = last.then(() => {
    waiting.delete(folder);
    return scanFolders([folder], {});
  });
  waiting.set(folder, read);
  last = read.catch(() => undefined);
  return read;
}
