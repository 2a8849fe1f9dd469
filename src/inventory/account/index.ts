/** What is run, as AWS accounts tell. */
export { type ClosedProfiles } from './account.ts';
export { OPERATIONS, type Action } from './operations.ts';
export { policyOf, unlockedBy } from './policy.ts';
export { readProfiles, type Profile } from './profiles.ts';
export {
  scanAccount,
  type AccountInventory,
  type AccountScanOptions,
  type ScannedAccount,
} from './scan-account.ts';
