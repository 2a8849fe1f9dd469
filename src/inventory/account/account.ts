import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { text } from '../../l10n/index.ts';
import type { Problem, Text } from '../../model/index.ts';
import type { ClientConfig } from './aws/clients.ts';
import { isExpiry, isRefusal, reasonOf } from './aws/failure.ts';
import type { Profile, SsoLogin } from './aws/profiles.ts';
import { RegionReader } from './region-reader.ts';
import type { AccountRun } from './run.ts';
import { TimeLimitError, withTimeLimit } from './aws/time-limit.ts';

/** An account that a profile gives access to. The credentials stay inside `config`, in memory. */
export interface OpenAccount {
  profile: string;
  account: string;
  partition: string;
  /** ARN of the role or user that reads, as the service names it; null if it did not return one. */
  arn: string | null;
  regions: readonly string[];
  /** Region for calls about the account as a whole. */
  home: string;
  config: Omit<ClientConfig, 'region'>;
}

/** A profile that gives no access, with the reason. */
export interface InaccessibleProfile {
  profile: string;
  /** Set if an SSO session has to be renewed. */
  sso: SsoLogin | null;
  /** Name of the error, if a service refused the credentials. */
  refusedFor?: string;
  text: Text;
}

export interface AccountRequest {
  /** Null for the default chain. */
  profile: string | null;
  /** Empty for the profile's own Region. */
  regions: readonly string[];
  endpoint: string | undefined;
  mfaCode: ((device: string) => Promise<string>) | undefined;
}

export function isOpenAccount(account: OpenAccount | InaccessibleProfile): account is OpenAccount {
  return 'config' in account;
}

export function isInaccessible(account: OpenAccount | InaccessibleProfile): account is InaccessibleProfile {
  return !isOpenAccount(account);
}

/** Milliseconds for a person to type an MFA code. */
const MFA_LIMIT = 300_000;

/** Identifies the account and the user of a profile. Runs before all other calls. */
export async function openAccount(
  request: AccountRequest,
  profiles: ReadonlyMap<string, Profile>,
  run: AccountRun,
): Promise<OpenAccount | InaccessibleProfile> {
  const name = request.profile ?? process.env.AWS_PROFILE ?? 'default';
  const profile = profiles.get(name);
  if (request.profile !== null && profile === undefined) {
    return inaccessibleProfile(
      name,
      text(profiles.size === 0 ? 'account.unknownProfile.none' : 'account.unknownProfile', {
        profile: name,
        known: [...profiles.keys()].sort(),
      }),
    );
  }
  const own = profile?.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  const home = homeRegionOf(request.regions, own);
  if (home === undefined) return inaccessibleProfile(name, text('account.noRegion', { profile: name }));
  const credentials = await credentialsOf(request, home);
  const limit = request.mfaCode === undefined ? run.limits.call : MFA_LIMIT;
  try {
    const identity = await withTimeLimit(limit, run.signal, async () => credentials());
    return await identifyAccount(request, name, profile, home, { identity, credentials }, run);
  } catch (error) {
    run.signal.throwIfAborted();
    return failureWithoutCredentials(name, profile, request.mfaCode !== undefined, error);
  }
}

/** The profile's own Region, unless all requested Regions are in another partition. */
function homeRegionOf(asked: readonly string[], own: string | undefined): string | undefined {
  const named = asked.filter((region) => region !== ALL_REGIONS);
  const [first] = named;
  if (first === undefined) return own ?? (asked.length > 0 ? 'us-east-1' : undefined);
  return own !== undefined && named.some((region) => isSamePartition(region, own)) ? own : first;
}

/** Selects every Region that an account has enabled. */
export const ALL_REGIONS = 'all';

async function credentialsOf(
  { profile, mfaCode }: AccountRequest,
  region: string,
): Promise<AwsCredentialIdentityProvider> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  return fromNodeProviderChain({
    ...(profile === null ? {} : { profile }),
    ...(mfaCode === undefined ? {} : { mfaCodeProvider: mfaCode }),
    ignoreCache: true,
    clientConfig: { region },
  });
}

async function identifyAccount(
  request: AccountRequest,
  name: string,
  profile: Profile | undefined,
  home: string,
  { identity, credentials }: { identity: AwsCredentialIdentity; credentials: AwsCredentialIdentityProvider },
  run: AccountRun,
): Promise<OpenAccount | InaccessibleProfile> {
  const config = clientConfig(request, profile, credentials, run);
  const guess = identity.accountId ?? profile?.account ?? UNKNOWN_ACCOUNT;
  const reader = new RegionReader(
    run,
    { partition: 'aws', account: guess, region: home },
    { ...config, region: home },
  );
  const caller = await reader.ask('sts:GetCallerIdentity', (sts, options) =>
    sts.getCallerIdentity({}, options),
  );
  run.answered -= caller === null ? 0 : 1;
  const refused = run.unreadable.find(
    ({ operation, account, reason }) =>
      operation === 'sts:GetCallerIdentity' && account === guess && isRefusal(reason),
  );
  if (caller === null && refused !== undefined) {
    run.unreadable.splice(run.unreadable.indexOf(refused), 1);
    return refusedProfile(name, refused.reason);
  }
  return {
    profile: name,
    account: caller?.Account ?? guess,
    partition: caller?.Arn?.split(':')[1] ?? partitionOf(home),
    arn: caller?.Arn ?? null,
    regions: request.regions.length > 0 ? request.regions : [home],
    home,
    config,
  };
}

function clientConfig(
  request: AccountRequest,
  profile: Profile | undefined,
  credentials: AwsCredentialIdentityProvider,
  { limits }: AccountRun,
): OpenAccount['config'] {
  return {
    credentials,
    ...(request.profile === null ? {} : { profile: request.profile }),
    ...(profile === undefined ? {} : { endpoints: profile.endpoints }),
    ...(request.endpoint === undefined ? {} : { endpoint: request.endpoint }),
    maxAttempts: limits.attempts,
    retryMode: 'adaptive',
    requestHandler: {
      connectionTimeout: limits.request,
      requestTimeout: limits.request,
      throwOnRequestTimeout: true,
    },
  };
}

/** Stands for an account id that neither the service nor the configuration files contain. */
const UNKNOWN_ACCOUNT = 'unknown';

/** True if two Regions are in the same partition: credentials are valid for one partition only. */
export function isSamePartition(region: string, other: string): boolean {
  return partitionOf(region) === partitionOf(other);
}

/** Partition of a Region, derived from its name. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function failureWithoutCredentials(
  name: string,
  profile: Profile | undefined,
  couldAsk: boolean,
  error: unknown,
): InaccessibleProfile {
  if (error instanceof TimeLimitError)
    return inaccessibleProfile(name, text('account.timedOut', { profile: name }));
  const message = error instanceof Error ? error.message : '';
  const sso = profile?.sso ?? null;
  if (sso !== null && /sso|token/i.test(message)) {
    return { profile: name, sso, text: text('account.renew', { command: sso.command, profiles: [name] }) };
  }
  if (/multi-factor|mfa/i.test(message)) {
    return inaccessibleProfile(
      name,
      text(couldAsk ? 'account.mfaRefused' : 'account.mfaNeeded', { profile: name }),
    );
  }
  const reason = reasonOf(error);
  // Messages of credential processes can contain what the process prints, so only the error's name is used.
  return reason === 'CredentialsProviderError' || reason === 'Error'
    ? inaccessibleProfile(name, text('account.noCredentials', { profile: name }))
    : refusedProfile(name, reason);
}

function refusedProfile(profile: string, reason: string): InaccessibleProfile {
  return { ...inaccessibleProfile(profile, refusalText([profile], reason)), refusedFor: reason };
}

function refusalText(profiles: readonly string[], reason: string): Text {
  return text(isExpiry(reason) ? 'account.expired' : 'account.refused', { profiles: [...profiles], reason });
}

function inaccessibleProfile(profile: string, message: Text): InaccessibleProfile {
  return { profile, sso: null, text: message };
}

/** Profiles that give no access for the same reason. */
export interface InaccessibleProfiles {
  profiles: readonly string[];
  /** Command that renews the SSO session, if it has expired; null for any other reason. */
  command: string | null;
  text: Text;
}

/** Groups profiles without access by reason: an expired session or a refusal is one entry for all profiles that share it. */
export function groupInaccessible(accounts: readonly InaccessibleProfile[]): InaccessibleProfiles[] {
  const groups = Map.groupBy(accounts, ({ profile, sso, refusedFor }) =>
    refusedFor === undefined ? (sso?.key ?? `profile ${profile}`) : `refused ${refusedFor}`,
  );
  return [...groups.values()].flatMap((group): InaccessibleProfiles[] => {
    const [first] = group;
    if (first === undefined) return [];
    const profiles = group.map(({ profile }) => profile);
    if (first.refusedFor !== undefined)
      return [{ profiles, command: null, text: refusalText(profiles, first.refusedFor) }];
    if (first.sso === null) return [{ profiles, command: null, text: first.text }];
    const { command } = first.sso;
    return [{ profiles, command, text: text('account.renew', { command, profiles }) }];
  });
}

/** Problems for profiles without access, one for each reason. */
export function inaccessibleProblems(accounts: readonly InaccessibleProfile[]): Problem[] {
  return groupInaccessible(accounts).map(({ profiles, text: message }) => ({
    source: `profile ${profiles.join(', ')}`,
    text: message,
  }));
}
