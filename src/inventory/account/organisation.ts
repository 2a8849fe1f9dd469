import { nameSetting } from '../../vocabulary/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset, AssetKind, UnreadableCall } from '../../model/index.ts';
import type { InaccessibleProfile, OpenAccount } from './account.ts';
import type { Action } from './aws/operations.ts';
import { readAggregator, skippedCalls } from './config/aggregator.ts';
import type { AccountRun } from './run.ts';
import type { AccountInventory, AccountScanOptions } from './scan-types.ts';
import { inventoryOf, placeOfAsset } from './account-inventory.ts';
import { scannedAccount, scanRegions, withoutRepeats } from './targets.ts';

/**
 * Combines what the aggregator recorded for all accounts with direct calls where a profile has access. For assets that
 * only the aggregator knows, other settings stay unknown.
 */
export async function scanOrganisation(
  aggregator: string,
  options: AccountScanOptions,
  open: readonly OpenAccount[],
  closed: readonly InaccessibleProfile[],
  run: AccountRun,
): Promise<AccountInventory> {
  const { databases = [] } = options;
  const [first] = open;
  for (const account of open) options.onIdentity?.(scannedAccount(account, []));
  const all = first === undefined ? [] : await readAggregator(aggregator, first, run);
  const recorded = databases.length === 0 ? all : all.filter((asset) => belongsTo(asset, databases));
  const targets = withoutRepeats(
    open.map((account) => ({ account, regions: regionsIn(recorded, account.account) })),
    run,
  );
  const direct = await scanRegions(targets, run, options);
  const asked = targets.flatMap(({ account, regions }) =>
    regions.map((region) => `${account.account} ${region}`),
  );
  const reached = new Set(asked.filter((place) => !run.unread.includes(place)));
  const isUnread = (asset: Asset): boolean => isUnreadable(asset, run.unreadable);
  const unreached = recorded.filter((asset) => !reached.has(placeOfAsset(asset)));
  // A Region that a profile cannot read is still covered by the aggregator.
  const behind = [
    ...unreached,
    ...recorded.filter((asset) => reached.has(placeOfAsset(asset)) && isUnread(asset)),
  ];
  run.unreadable.push(...skippedCalls(unreached));
  if (behind.some(({ kind }) => kind === 'database')) {
    run.report('AWS Config', text('account.aggregator.parameters'));
  }
  const accounts = targets.map(({ account, regions }) => scannedAccount(account, regions));
  const found = [...direct, ...behind];
  return inventoryOf(found, accounts, { closed, databases }, run);
}

/** Calls that list the resources of a kind. */
const LISTING_CALLS: Partial<Record<AssetKind, readonly Action[]>> = {
  database: ['rds:DescribeDBClusters'],
  'db-instance': ['rds:DescribeDBInstances'],
  'auto-scaling-group': ['autoscaling:DescribeAutoScalingGroups'],
  'lifecycle-hook': ['autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeLifecycleHooks'],
  'launch-template': ['autoscaling:DescribeAutoScalingGroups'],
  'operating-system': ['ec2:DescribeInstances'],
};

function isUnreadable(asset: Asset, unreadable: readonly UnreadableCall[]): boolean {
  const place = placeOfAsset(asset);
  const calls: readonly string[] = LISTING_CALLS[asset.kind] ?? [];
  return unreadable.some(
    ({ operation, account, region }) => calls.includes(operation) && `${account} ${region}` === place,
  );
}

function belongsTo({ name, settings }: Asset, databases: readonly string[]): boolean {
  const owner = settings[nameSetting('database')];
  return databases.includes(name) || (typeof owner === 'string' && databases.includes(owner));
}

function regionsIn(assets: readonly Asset[], account: string): string[] {
  const own = assets.flatMap(({ location }) =>
    'region' in location && location.account === account ? [location.region] : [],
  );
  return [...new Set(own)].sort();
}
