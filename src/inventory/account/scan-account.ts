import { groupInaccessible, type InaccessibleProfile, type OpenAccount } from './account.ts';
import { regionsOf } from './regions.ts';
import type { AccountRun } from './run.ts';
import type { AccountInventory, AccountScanOptions } from './scan-types.ts';
import { createRun, openAccounts, scannedAccount, scanRegions, withoutRepeats } from './targets.ts';
import { inventoryOf } from './account-inventory.ts';
import { scanOrganisation } from './organisation.ts';

/**
 * Reads the resources that run in AWS accounts: read-only calls of one tier, all pages, several Regions and services in
 * parallel. A refused or failed call becomes a problem and an entry of `unreadable`; everything else is complete.
 * Credentials stay in memory.
 * @throws only the signal's reason, if the scan is cancelled before one Region was read
 */
export async function scanAccount(options: AccountScanOptions = {}): Promise<AccountInventory> {
  const run = createRun(options);
  const { open: reached, closed } = await openAccounts(options, run);
  const open = await confirmedAccounts(reached, closed, run, options);
  if (options.aggregator !== undefined) {
    return await scanOrganisation(options.aggregator, options, open, closed, run);
  }
  const accounts = await Promise.all(
    open.map(async (account) => ({ account, regions: await regionsOf(account, open, run) })),
  );
  const targets = withoutRepeats(accounts, run);
  const scanned = targets.map(({ account, regions }) => scannedAccount(account, regions));
  for (const identity of scanned) options.onIdentity?.(identity);
  const assets = await scanRegions(targets, run, options);
  return inventoryOf(assets, scanned, { closed, databases: options.databases }, run);
}

async function confirmedAccounts(
  open: readonly OpenAccount[],
  closed: readonly InaccessibleProfile[],
  run: AccountRun,
  { confirm }: AccountScanOptions,
): Promise<readonly OpenAccount[]> {
  if (confirm === undefined) return open;
  const identities = open.map((account) => scannedAccount(account, account.regions));
  const wanted = await confirm(identities, groupInaccessible(closed));
  run.signal.throwIfAborted();
  return open.filter(({ profile }) => wanted.has(profile));
}
