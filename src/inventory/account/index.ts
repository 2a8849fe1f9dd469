/** What is run, as AWS accounts tell. */
export { ALL_REGIONS, type ClosedProfiles } from './account.ts';
export { OPERATIONS, type Action } from './operations.ts';
export { policyOf, unlockedBy, type PolicyDocument } from './policy.ts';
export { readProfiles, type Profile } from './profiles.ts';
export {
  scanAccount,
  type AccountInventory,
  type AccountScanOptions,
  type CallCounts,
  type ScannedAccount,
  type ScanProgress,
} from './scan-account.ts';
