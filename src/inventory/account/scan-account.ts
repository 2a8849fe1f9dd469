import { text } from '../../l10n/index.ts';
import {
  compareText,
  type Asset,
  type Inventory,
  type Problem,
  type Tier,
  type UnreadableCall,
} from '../../model/index.ts';
import {
  isClosed,
  isOpen,
  openAccount,
  tellClosed,
  type AccountRequest,
  type ClosedAccount,
  type OpenAccount,
} from './account.ts';
import { readProfiles, type Profile } from './profiles.ts';
import { readerFor, regionsOf } from './regions.ts';
import { LIMITS, Run, type Limits } from './run.ts';
import { scanRegion } from './scan-region.ts';

export interface AccountScanOptions {
  /** Named profiles of the shared configuration files; none for the SDK's default chain. */
  profiles?: readonly string[];
  /** None for each profile's own; `all` for every Region that the account has switched on. */
  regions?: readonly string[];
  /** Only these clusters and what belongs to them. */
  clusters?: readonly string[];
  /** Nothing outside it is called. */
  tier?: Tier;
  /** In place of the services' own endpoints; `AWS_ENDPOINT_URL` and the profile's are honoured without it. */
  endpoint?: string;
  /** Asks the user for the code of an MFA device. */
  mfaCode?: (device: string) => Promise<string>;
  /** Stops the scan: it rejects with the signal's reason. */
  signal?: AbortSignal;
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
}

/**
 * Reads what runs in AWS accounts: read-only calls of one tier, all pages, several Regions and services at a time. What
 * is refused or fails becomes a problem and an entry of `unreadable`; the rest is complete. Credentials stay in memory.
 * @throws the signal's reason, when the scan is cancelled; nothing else
 */
export async function scanAccount(options: AccountScanOptions = {}): Promise<AccountInventory> {
  const run = createRun(options);
  const { open, closed } = await openAccounts(options, run);
  const accounts = await Promise.all(
    open.map(async (account) => ({ account, regions: await regionsOf(account, run) })),
  );
  const targets = withoutRepeats(accounts, run);
  const scanned = targets.map(({ account, regions }) => scannedAccount(account, regions));
  for (const identity of scanned) options.onIdentity?.(identity);
  const assets = await scanRegions(targets, run, options);
  return inventoryOf(assets, scanned, tellClosed(closed), run);
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
  return { profile, account, arn, regions };
}

async function scanRegions(
  targets: readonly Target[],
  run: Run,
  { clusters = [], onProgress }: AccountScanOptions,
): Promise<Asset[]> {
  const places = targets.flatMap(({ account, regions }) => regions.map((region) => ({ account, region })));
  let done = 0;
  const found = await Promise.all(
    places.map(async ({ account, region }) => {
      const assets = await scanRegion(readerFor(account, region, run), clusters);
      done += 1;
      onProgress?.({ account: account.account, region, done, total: places.length });
      return assets;
    }),
  );
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
    assets: all.sort((a, b) => compareText(placeOf(a), placeOf(b)) || compareText(a.id, b.id)),
    suppressions: [],
    problems: [...closed, ...run.problems, ...run.unreadableProblems()],
    accounts,
    calls: countsOf(run, all),
    unreadable: run.unreadable,
    isRefused: accounts.length === 0 || run.answered === 0,
  };
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
