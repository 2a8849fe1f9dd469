/** What is run, as AWS accounts tell. */
export { type ClosedProfiles } from './account.ts';
export { OPERATIONS, type Action } from './aws/operations.ts';
export { policyOf, unlockedBy } from './aws/policy.ts';
export { readProfiles, type Profile } from './aws/profiles.ts';
export { scanAccount } from './scan-account.ts';
export type { AccountInventory, AccountScanOptions, ScannedAccount } from './scan-types.ts';
