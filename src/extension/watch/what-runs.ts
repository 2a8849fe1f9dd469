import { createSuppressor, joinInventories, withRunningVersions, type Join } from '../../analysis/index.ts';
import type { Store } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import { locationKey, type Asset, type Inventory, type Suppression } from '../../model/index.ts';
import { KEPT_SCAN_FILE, readKeptScan } from '../accounts/kept-scan.ts';
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
 * @param today YYYY-MM-DD
 */
export async function readWhatRuns(
  store: Store,
  folders: readonly FolderConfig[],
  today: string,
  signal: AbortSignal,
): Promise<WhatRuns> {
  const [declared, { inventory: running, scannedOn }] = await Promise.all([
    readFolders(folders, signal),
    readAccounts(store),
  ]);
  const join = joinInventories(declared, running);
  const inventory = {
    assets: [...countedOnce(withRunningVersions(declared.assets, join), join), ...running.assets],
    suppressions: [...declared.suppressions, ...inherited(declared.suppressions, join, today)],
    problems: [...declared.problems, ...running.problems],
  };
  return { inventory, scannedOn };
}

/** A declaration and what runs of it are one cluster: where the running version is known, what runs is counted. */
function countedOnce(declared: readonly Asset[], { rows }: Join): Asset[] {
  const joined = new Set(rows.map((row) => row.declared.id));
  return declared.map((asset) =>
    joined.has(asset.id) && asset.versions.running !== null ? { ...asset, count: 0 } : asset,
  );
}

/** What a team asks to leave out where it declares something is left out of what runs of it, too. */
function inherited(asked: readonly Suppression[], { rows }: Join, today: string): Suppression[] {
  return asked.flatMap((suppression) => {
    // One without effect is reported once, where it is written.
    const suppressor = createSuppressor([suppression], [], today);
    return rows
      .filter(({ declared }) => suppressor.finding(suppression.target, declared.location, []) !== null)
      .flatMap(({ running }) => running)
      .map(({ location }) => ({ ...suppression, scope: { address: locationKey(location) } }));
  });
}

/** The kept scan; a damaged one is a problem of the look, which goes on without it. */
async function readAccounts(store: Store): Promise<WhatRuns> {
  const kept = await store.get(KEPT_SCAN_FILE);
  if (kept === null) return { inventory: NOTHING, scannedOn: null };
  const scan = readKeptScan(new TextDecoder().decode(kept.bytes));
  if (scan !== null) return { inventory: scan.inventory, scannedOn: scan.at.slice(0, 10) };
  const problem = { source: KEPT_SCAN_FILE, text: text('accounts.damaged') };
  return { inventory: { ...NOTHING, problems: [problem] }, scannedOn: null };
}

const NOTHING: Inventory = { assets: [], suppressions: [], problems: [] };
