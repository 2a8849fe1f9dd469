import { whatRuns } from '../../../analysis/index.ts';
import type { Store } from '../../../catalogue/index.ts';
import { text } from '../../../l10n/index.ts';
import { EMPTY_INVENTORY, type Inventory } from '../../../model/index.ts';
import { KEPT_SCAN_FILE } from '../../accounts/kept-file.ts';
import { readKeptScan } from '../../accounts/kept-scan.ts';
import { readFolders, type FolderConfig } from './running-folders.ts';

export interface WhatRuns {
  inventory: Inventory;
  /** The day of the account scan in it, YYYY-MM-DD in UTC; null without one. */
  scannedOn: string | null;
}

/**
 * What the folders declare, and what ran at the last account scan, as one inventory. Where the scan found what a folder
 * declares, the declaration has the version that runs. A scan is kept until the user deletes it: after that nothing of
 * it is matched.
 *
 * @param cacheFolder where scans of folders are kept
 * @param today YYYY-MM-DD
 */
export async function readWhatRuns(
  store: Store,
  cacheFolder: string,
  folders: readonly FolderConfig[],
  today: string,
  signal: AbortSignal,
): Promise<WhatRuns> {
  const [declared, { inventory: running, scannedOn }] = await Promise.all([
    readFolders(folders, cacheFolder, signal),
    readAccounts(store),
  ]);
  return { inventory: whatRuns(declared, running, today), scannedOn };
}

/** The kept scan; a damaged one is a problem of the look, which goes on without it. */
async function readAccounts(store: Store): Promise<WhatRuns> {
  const kept = await store.get(KEPT_SCAN_FILE);
  if (kept === null) return { inventory: EMPTY_INVENTORY, scannedOn: null };
  const scan = readKeptScan(new TextDecoder().decode(kept.bytes));
  if (scan !== null) return { inventory: scan.inventory, scannedOn: scan.at.slice(0, 10) };
  const problem = { source: KEPT_SCAN_FILE, text: text('accounts.damaged') };
  return { inventory: { ...EMPTY_INVENTORY, problems: [problem] }, scannedOn: null };
}
