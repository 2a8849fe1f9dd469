import { compareText, type Asset, type Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { inaccessibleProblems, type InaccessibleProfile } from './account.ts';
import type { AccountRun } from './run.ts';
import { withSortedLists } from './aws/in-order.ts';
import type { AccountInventory, CallCounts, AccountIdentity } from './scan-types.ts';

/** A problem for each name that was looked for, and that no database has. */
function missingDatabases(found: readonly Asset[], names: readonly string[] = []): Problem[] {
  const known = new Set(found.flatMap(({ kind, name }) => (kind === 'database' ? [name] : [])));
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({ source: 'AWS', text: text('account.noDatabase', { name }) }));
}

/**
 * Inventory of everything that a scan found; of problems, those that explain others come first. A resource that several
 * Regions list (a global cluster, a trail) is one asset.
 */
export function inventoryOf(
  found: readonly Asset[],
  accounts: readonly AccountIdentity[],
  { closed, databases }: { closed: readonly InaccessibleProfile[]; databases: readonly string[] | undefined },
  run: AccountRun,
): AccountInventory {
  const assets = new Map<string, Asset>();
  for (const asset of found) if (!assets.has(asset.id)) assets.set(asset.id, asset);
  const all = [...assets.values()];
  const causes = [...inaccessibleProblems(closed), ...run.causes()];
  const isRefused = accounts.length === 0 || run.answered === 0;
  const others = [
    ...sorted(run.problems),
    ...run.unreadProblems(),
    ...run.unreadableProblems(),
    ...missingDatabases(all, databases),
  ];
  return {
    assets: all
      .sort((a, b) => compareText(placeOfAsset(a), placeOfAsset(b)) || compareText(a.id, b.id))
      .map(withSortedLists),
    suppressions: [],
    // All else follows from the causes if nothing was read.
    problems: isRefused && causes.length > 0 ? causes : [...causes, ...others],
    accounts,
    calls: callCountsOf(run, all),
    unreadable: sorted(run.unreadable),
    isRefused,
    unread: sorted(run.unread),
  };
}

/** Sorts entries, so that the result does not depend on which answer came first. */
function sorted<T>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
}

/** Account and Region as `account region`; empty if the asset is not in an account. */
export function placeOfAsset({ location }: Asset): string {
  return 'region' in location ? `${location.account} ${location.region}` : '';
}

function callCountsOf(run: AccountRun, assets: readonly Asset[]): CallCounts {
  const total = [...run.calls.values()].reduce((sum, count) => sum + count, 0);
  const clusters = assets.filter(({ kind }) => kind === 'database').length;
  return {
    total,
    byAction: Object.fromEntries([...run.calls].sort(([a], [b]) => compareText(a, b))),
    perCluster: clusters === 0 ? null : total / clusters,
  };
}
