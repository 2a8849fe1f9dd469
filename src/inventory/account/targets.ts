import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import {
  isClosed,
  isOpenAccount,
  openAccount,
  type AccountRequest,
  type ClosedAccount,
  type OpenAccount,
} from './account.ts';
import { readProfiles, type Profile } from './aws/profiles.ts';
import { readerFor } from './regions.ts';
import { LIMITS, Run } from './run.ts';
import { scanRegion } from './scan-region.ts';
import type { AccountScanOptions, ScannedAccount } from './scan-types.ts';

/** What all calls of one scan share. @throws the signal's reason where it is aborted already */
export function createRun(options: AccountScanOptions): Run {
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  return new Run(options.tier ?? 'checklist', signal, { ...LIMITS, ...options.limits });
}

/** The accounts that the profiles of a scan give access to, and those that they do not. */
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
  return { open: opened.filter(isOpenAccount), closed: opened.filter(isClosed) };
}

interface Target {
  account: OpenAccount;
  regions: readonly string[];
}

/** An account that two profiles reach is read once. */
export function withoutRepeats(accounts: readonly Target[], run: Run): Target[] {
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

/** An account as it is told of. */
export function scannedAccount(
  { profile, account, arn }: OpenAccount,
  regions: readonly string[],
): ScannedAccount {
  return { profile, account, arn: arn?.replace(SESSION_TIME, '') ?? null, regions };
}

/** What the SDK calls the session of a role that nobody named: two runs would differ by its time. */
const SESSION_TIME = /(?<=\/aws-sdk-js)-\d+$/;

/** What runs in all Regions that are to be read. */
export async function scanRegions(
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
