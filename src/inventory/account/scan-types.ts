import type { Inventory, Tier, UnreadableCall } from '../../model/index.ts';
import type { ClosedProfiles } from './account.ts';
import type { Limits } from './run.ts';

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
