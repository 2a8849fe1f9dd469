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
  const [inventory, found] = await Promise.all([scanFolders([folder], {}), readConfigAbove(folder)]);
  const isOurs = found.file !== null && (await folders.holds(found.file));
  return {
    folder,
    inventory,
    config: isOurs ? found.config : EMPTY_CONFIG,
    problems: [...(isOurs ? found.problems : []), ...inventory.problems],
  };
}
