import { combineInventories } from '../../../analysis/index.ts';
import type { Store } from '../../../catalogue/index.ts';
import { text } from '../../../l10n/index.ts';
import { EMPTY_INVENTORY, type Inventory } from '../../../model/index.ts';
import { KEPT_SCAN_FILE } from '../../accounts/stored-scan-file.ts';
import { readKeptScan } from '../../accounts/kept-scan.ts';
import { readFolders, type FolderConfig } from './watched-folders.ts';

export interface CombinedInventory {
  inventory: Inventory;
  /** Date of the account scan, YYYY-MM-DD in UTC; null without one. */
  scannedOn: string | null;
}

/**
 * Inventory of the folders and the last account scan. A declaration that the scan found running has the running
 * version. A scan never expires; the user deletes it.
 * @param cacheFolder folder with stored scans
 * @param today YYYY-MM-DD
 */
export async function readCombinedInventory(
  store: Store,
  cacheFolder: string,
  folders: readonly FolderConfig[],
  today: string,
  signal: AbortSignal,
): Promise<CombinedInventory> {
  const [declared, { inventory: running, scannedOn }] = await Promise.all([
    readFolders(folders, cacheFolder, signal),
    readAccounts(store),
  ]);
  return { inventory: combineInventories(declared, running, today), scannedOn };
}

/** Loads the stored scan. A damaged one becomes a problem of the look, which continues without it. */
async function readAccounts(store: Store): Promise<CombinedInventory> {
  const kept = await store.get(KEPT_SCAN_FILE);
  if (kept === null) return { inventory: EMPTY_INVENTORY, scannedOn: null };
  const scan = readKeptScan(new TextDecoder().decode(kept.bytes));
  if (scan !== null) return { inventory: scan.inventory, scannedOn: scan.at.slice(0, 10) };
  const problem = { source: KEPT_SCAN_FILE, text: text('accounts.damaged') };
  return { inventory: { ...EMPTY_INVENTORY, problems: [problem] }, scannedOn: null };
}
