import type { Inventory, Tier, UnreadableCall } from '../../model/index.ts';
import type { InaccessibleProfiles } from './account.ts';
import type { Limits } from './run.ts';

export interface AccountScanOptions {
  /** Named profiles of the shared configuration files; null or an empty list for the SDK's default chain. */
  profiles?: readonly (string | null)[];
  /** Empty for each profile's own Region; `all` for every Region that the account has enabled. */
  regions?: readonly string[];
  /** Limits the scan to these clusters and standalone instances, and the resources that belong to them. */
  databases?: readonly string[];
  /** Tier of calls; no call outside it is made. */
  tier?: Tier;
  /** AWS Config aggregator, read with the first profile, for the organisation. Accounts with a profile are read directly. */
  aggregator?: string;
  /** Replaces the services' own endpoints. Without it, `AWS_ENDPOINT_URL` and the profile's endpoints apply. */
  endpoint?: string;
  /** Asks the user for the code of an MFA device. */
  mfaCode?: (device: string) => Promise<string>;
  /** Stops the scan; the result contains the parts that were read before. */
  signal?: AbortSignal;
  /** Called before the scan reads anything. Returns the accessible profiles to read; all if absent. */
  confirm?: (
    accounts: readonly AccountIdentity[],
    closed: readonly InaccessibleProfiles[],
  ) => Promise<ReadonlySet<string>>;
  /** Called with the identity of each account before the scan reads anything. */
  onIdentity?: (identity: AccountIdentity) => void;
  onProgress?: (progress: ScanProgress) => void;
  limits?: Partial<Limits>;
}

/** An account that was read, without secrets. */
export interface AccountIdentity {
  profile: string;
  account: string;
  arn: string | null;
  regions: readonly string[];
}

/** Reported for each Region that was read completely. */
export interface ScanProgress {
  account: string;
  region: string;
  done: number;
  total: number;
}

/** Numbers of requests sent. */
export interface CallCounts {
  total: number;
  byAction: Readonly<Record<string, number>>;
  /** Requests per cluster found; null without clusters. */
  perCluster: number | null;
}

/** Inventory of accounts, with what could not be read. */
export interface AccountInventory extends Inventory {
  accounts: readonly AccountIdentity[];
  calls: CallCounts;
  unreadable: readonly UnreadableCall[];
  /** True if no profile gave access, or no call was answered. */
  isRefused: boolean;
  /** Regions (`account region`) that were not read because the scan was stopped; a problem names them. */
  unread: readonly string[];
}
