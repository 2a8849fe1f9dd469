import { text } from '../../l10n/index.ts';
import {
  compareText,
  type Asset,
  type AssetKind,
  type Inventory,
  type Problem,
  type Tier,
  type UnreadableCall,
} from '../../model/index.ts';
import {
  groupClosed,
  isClosed,
  isOpen,
  openAccount,
  tellClosed,
  type AccountRequest,
  type ClosedAccount,
  type ClosedProfiles,
  type OpenAccount,
} from './account.ts';
import type { Action } from './aws/operations.ts';
import { readAggregator, unaskedBehind } from './aggregator.ts';
import { readProfiles, type Profile } from './aws/profiles.ts';
import { readerFor, regionsOf } from './aws/regions.ts';
import { LIMITS, Run, type Limits } from './run.ts';
import { inOrder } from './aws/in-order.ts';
import { scanRegion } from './scan-region.ts';

export interface AccountScanOptions {
  /** Named profiles of the shared configuration files; null, or none, for the SDK's default chain. */
  profiles?: readonly (string | null)[];
  /** None for each profile's own; `all` for every Region that the account has switched on. */
  regions?: readonly string[];
  /** Only these clusters and what belongs to them. */
  clusters?: readonly string[];
  /** Nothing outside it is called. */
  tier?: Tier;
  /** An organisation through this AWS Config aggregator of the first profile; direct calls where profiles reach. */
  aggregator?: string;
  /** In place of the services' own endpoints; `AWS_ENDPOINT_URL` and the profile's are honoured without it. */
  endpoint?: string;
  /** Asks the user for the code of an MFA device. */
  mfaCode?: (device: string) => Promise<string>;
  /** Stops the scan: what was read by then is its result. */
  signal?: AbortSignal;
  /** Asked before anything is read: which of the profiles that give access are to be read. Without it, all. */
  confirm?: (
    accounts: readonly ScannedAccount[],
    closed: readonly ClosedProfiles[],
  ) => Promise<ReadonlySet<string>>;
  /** Who reads, told before anything is read. */
  onIdentity?: (identity: ScannedAccount) => void;
  onProgress?: (progress: ScanProgress) => void;
  limits?: Partial<Limits>;
}

/** An account that was read; nothing secret. */
export interface ScannedAccount {
  profile: string;
  account: string;
  arn: string | null;
  regions: readonly string[];
}

/** A Region was read to the end. */
export interface ScanProgress {
  account: string;
  region: string;
  done: number;
  total: number;
}

/** Requests that were sent. */
export interface CallCounts {
  total: number;
  byAction: Readonly<Record<string, number>>;
  /** Over the clusters that were found; null without any. */
  perCluster: number | null;
}

/** What runs in some accounts, and what could not be read of it. */
export interface AccountInventory extends Inventory {
  accounts: readonly ScannedAccount[];
  calls: CallCounts;
  unreadable: readonly UnreadableCall[];
  /** Whether no profile gave access, or not one call was answered. */
  isRefused: boolean;
  /** Regions (`account region`) that were not read because the scan was stopped; a problem names them. */
  unread: readonly string[];
}

/**
 * Reads what runs in AWS accounts: read-only calls of one tier, all pages, several Regions and services at a time. What
 * is refused or fails becomes a problem and an entry of `unreadable`; the rest is complete. Credentials stay in memory.
 * @throws the signal's reason, when the scan is cancelled before one Region was read; nothing else
 */
export async function scanAccount(options: AccountScanOptions = {}): Promise<AccountInventory> {
  const run = createRun(options);
  const { open: reached, closed } = await openAccounts(options, run);
  const open = await confirmed(reached, closed, run, options);
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
  return inventoryOf(assets, scanned, tellClosed(closed), run);
}

async function confirmed(
  open: readonly OpenAccount[],
  closed: readonly ClosedAccount[],
  run: Run,
  { confirm }: AccountScanOptions,
): Promise<readonly OpenAccount[]> {
  if (confirm === undefined) return open;
  const identities = open.map((account) => scannedAccount(account, account.regions));
  const wanted = await confirm(identities, groupClosed(closed));
  run.signal.throwIfAborted();
  return open.filter(({ profile }) => wanted.has(profile));
}

/**
 * What the aggregator recorded of all accounts, and in the places that a profile reaches what the services say now. What
 * only the aggregator tells leaves the rest unknown.
 */
async function scanOrganisation(
  aggregator: string,
  options: AccountScanOptions,
  open: readonly OpenAccount[],
  closed: readonly ClosedAccount[],
  run: Run,
): Promise<AccountInventory> {
  const { clusters = [] } = options;
  const [first] = open;
  for (const account of open) options.onIdentity?.(scannedAccount(account, []));
  const all = first === undefined ? [] : await readAggregator(aggregator, first, run);
  const recorded = clusters.length === 0 ? all : all.filter((asset) => belongsTo(asset, clusters));
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
  const unreached = recorded.filter((asset) => !reached.has(placeOf(asset)));
  // What a profile reaches and may not read is still known from the aggregator.
  const behind = [
    ...unreached,
    ...recorded.filter((asset) => reached.has(placeOf(asset)) && isUnread(asset)),
  ];
  run.unreadable.push(...unaskedBehind(unreached));
  if (behind.some(({ kind }) => kind === 'aurora-cluster')) {
    run.report('AWS Config', text('account.aggregator.parameters'));
  }
  const accounts = targets.map(({ account, regions }) => scannedAccount(account, regions));
  return inventoryOf([...direct, ...behind], accounts, tellClosed(closed), run);
}

/** The calls that list what is of a kind. */
const LISTED_BY: Partial<Record<AssetKind, readonly Action[]>> = {
  'aurora-cluster': ['rds:DescribeDBClusters'],
  'db-instance': ['rds:DescribeDBInstances'],
  'auto-scaling-group': ['autoscaling:DescribeAutoScalingGroups'],
  'lifecycle-hook': ['autoscaling:DescribeAutoScalingGroups', 'autoscaling:DescribeLifecycleHooks'],
  'launch-template': ['autoscaling:DescribeAutoScalingGroups'],
  'os-image': ['ec2:DescribeInstances'],
};

function isUnreadable(asset: Asset, unreadable: readonly UnreadableCall[]): boolean {
  const place = placeOf(asset);
  const calls: readonly string[] = LISTED_BY[asset.kind] ?? [];
  return unreadable.some(
    ({ operation, account, region }) => calls.includes(operation) && `${account} ${region}` === place,
  );
}

function belongsTo({ name, settings }: Asset, clusters: readonly string[]): boolean {
  const owner = settings.dbClusterIdentifier;
  return clusters.includes(name) || (typeof owner === 'string' && clusters.includes(owner));
}

function regionsIn(assets: readonly Asset[], account: string): string[] {
  const own = assets.flatMap(({ location }) =>
    'region' in location && location.account === account ? [location.region] : [],
  );
  return [...new Set(own)].sort();
}

export function createRun(options: AccountScanOptions): Run {
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  return new Run(options.tier ?? 'checklist', signal, { ...LIMITS, ...options.limits });
}

export async function openAccounts(
  options: AccountScanOptions,
  run: Run,
): Promise<{ open: OpenAccount[]; closed: ClosedAccount[] }> {
  const { profiles = [], regions = [], endpoint, mfaCode } = options;
  const known: ReadonlyMap<string, Profile> = await readProfiles();
  const names = profiles.length === 0 ? [null] : [...new Set(profiles)];
  const opened: (OpenAccount | ClosedAccount)[] = [];
  const requests = names.map((profile): AccountRequest => ({ profile, regions, endpoint, mfaCode }));
  // With a code to type in, one after the other: two questions at once cannot be told apart.
  if (mfaCode === undefined) {
    opened.push(...(await Promise.all(requests.map((request) => openAccount(request, known, run)))));
  } else {
    for (const request of requests) opened.push(await openAccount(request, known, run));
  }
  return { open: opened.filter(isOpen), closed: opened.filter(isClosed) };
}

interface Target {
  account: OpenAccount;
  regions: readonly string[];
}

/** An account that two profiles reach is read once. */
function withoutRepeats(accounts: readonly Target[], run: Run): Target[] {
  const readers = new Map<string, OpenAccount>();
  return accounts.map(({ account, regions }) => {
    const own = regions.filter((region) => {
      const key = `${account.account} ${region}`;
      const first = readers.get(key);
      if (first === undefined) readers.set(key, account);
      return first === undefined;
    });
    const [repeated] = regions.filter((region) => !own.includes(region));
    const first = repeated === undefined ? undefined : readers.get(`${account.account} ${repeated}`);
    if (first !== undefined) {
      const { profile } = account;
      const told = { profile, account: account.account, first: first.profile };
      run.report(`profile ${profile}`, text('account.sameAccount', told));
    }
    return { account, regions: own };
  });
}

function scannedAccount({ profile, account, arn }: OpenAccount, regions: readonly string[]): ScannedAccount {
  return { profile, account, arn: arn?.replace(SESSION_TIME, '') ?? null, regions };
}

/** What the SDK calls the session of a role that nobody named: two runs would differ by its time. */
const SESSION_TIME = /(?<=\/aws-sdk-js)-\d+$/;

async function scanRegions(
  targets: readonly Target[],
  run: Run,
  { clusters = [], onProgress }: AccountScanOptions,
): Promise<Asset[]> {
  const places = targets.flatMap(({ account, regions }) => regions.map((region) => ({ account, region })));
  let done = 0;
  const found = await Promise.all(
    places.map(async ({ account, region }) => {
      try {
        const assets = await scanRegion(readerFor(account, region, run), clusters);
        done += 1;
        onProgress?.({ account: account.account, region, done, total: places.length });
        return assets;
      } catch (error) {
        if (!run.signal.aborted) throw error;
        run.unread.push(`${account.account} ${region}`);
        return [];
      }
    }),
  );
  if (done === 0) run.signal.throwIfAborted();
  return found.flat();
}

/** All that a scan found; a thing that several Regions tell of (a global cluster, a trail) is one asset. */
export function inventoryOf(
  found: readonly Asset[],
  accounts: readonly ScannedAccount[],
  closed: readonly Problem[],
  run: Run,
): AccountInventory {
  const assets = new Map<string, Asset>();
  for (const asset of found) if (!assets.has(asset.id)) assets.set(asset.id, asset);
  const all = [...assets.values()];
  return {
    assets: all.sort((a, b) => compareText(placeOf(a), placeOf(b)) || compareText(a.id, b.id)).map(inOrder),
    suppressions: [],
    problems: [...closed, ...sorted(run.problems), ...run.unreadProblems(), ...run.unreadableProblems()],
    accounts,
    calls: countsOf(run, all),
    unreadable: sorted(run.unreadable),
    isRefused: accounts.length === 0 || run.answered === 0,
    unread: sorted(run.unread),
  };
}

/** In an order that does not depend on which answer came first. */
function sorted<T>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
}

function placeOf({ location }: Asset): string {
  return 'region' in location ? `${location.account} ${location.region}` : '';
}

function countsOf(run: Run, assets: readonly Asset[]): CallCounts {
  const total = [...run.calls.values()].reduce((sum, count) => sum + count, 0);
  const clusters = assets.filter(({ kind }) => kind === 'aurora-cluster').length;
  return {
    total,
    byAction: Object.fromEntries([...run.calls].sort(([a], [b]) => compareText(a, b))),
    perCluster: clusters === 0 ? null : total / clusters,
  };
}
