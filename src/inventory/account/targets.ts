import { text } from '../../l10n/index.ts';
import type { Asset } from '../../model/index.ts';
import {
  isInaccessible,
  isOpenAccount,
  openAccount,
  type AccountRequest,
  type InaccessibleProfile,
  type OpenAccount,
} from './account.ts';
import { readProfiles, type Profile } from './aws/profiles.ts';
import { readerFor } from './regions.ts';
import { LIMITS, AccountRun } from './run.ts';
import { scanRegion } from './scan-region.ts';
import type { AccountScanOptions, AccountIdentity } from './scan-types.ts';

/** Creates the shared state of a scan. @throws the signal's reason if it is aborted already */
export function createRun(options: AccountScanOptions): AccountRun {
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  return new AccountRun(options.tier ?? 'checklist', signal, { ...LIMITS, ...options.limits });
}

/** Accounts that the profiles of a scan give access to, and the profiles that give none. */
export async function openAccounts(
  options: AccountScanOptions,
  run: AccountRun,
): Promise<{ open: OpenAccount[]; closed: InaccessibleProfile[] }> {
  const { profiles = [], regions = [], endpoint, mfaCode } = options;
  const known: ReadonlyMap<string, Profile> = await readProfiles();
  const names = profiles.length === 0 ? [null] : [...new Set(profiles)];
  const opened: (OpenAccount | InaccessibleProfile)[] = [];
  const requests = names.map((profile): AccountRequest => ({ profile, regions, endpoint, mfaCode }));
  // Profiles with an MFA code run one after the other: a user could not distinguish two prompts.
  if (mfaCode === undefined) {
    opened.push(...(await Promise.all(requests.map((request) => openAccount(request, known, run)))));
  } else {
    for (const request of requests) opened.push(await openAccount(request, known, run));
  }
  return { open: opened.filter(isOpenAccount), closed: opened.filter(isInaccessible) };
}

interface Target {
  account: OpenAccount;
  regions: readonly string[];
}

/** Targets without repetition: an account of two profiles is read once. */
export function withoutRepeats(accounts: readonly Target[], run: AccountRun): Target[] {
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
      const names = { profile, account: account.account, first: first.profile };
      run.report(`profile ${profile}`, text('account.sameAccount', names));
    }
    return { account, regions: own };
  });
}

/** Account as it appears in results. */
export function scannedAccount(
  { profile, account, arn }: OpenAccount,
  regions: readonly string[],
): AccountIdentity {
  return { profile, account, arn: arn?.replace(SESSION_TIME, '') ?? null, regions };
}

/** Time in the SDK's default session name of a role; removed, because it differs from run to run. */
const SESSION_TIME = /(?<=\/aws-sdk-js)-\d+$/;

/** Scans all Regions of the targets. */
export async function scanRegions(
  targets: readonly Target[],
  run: AccountRun,
  { databases = [], onProgress }: AccountScanOptions,
): Promise<Asset[]> {
  const places = targets.flatMap(({ account, regions }) => regions.map((region) => ({ account, region })));
  let done = 0;
  const found = await Promise.all(
    places.map(async ({ account, region }) => {
      try {
        const assets = await scanRegion(readerFor(account, region, run), databases);
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
