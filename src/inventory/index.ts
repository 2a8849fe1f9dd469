/** What is run: as files declare it, and as accounts tell. */
export {
  WorkspaceInventory,
  scanWorkspace,
  type Change,
  type InventoryUpdate,
  type ScanOptions,
} from './workspace/workspace-inventory.ts';
export { baseOf } from './workspace/walk.ts';
export {
  OPERATIONS,
  TIERS,
  policyOf,
  readProfiles,
  scanAccount,
  unlockedBy,
  type AccountInventory,
  type AccountScanOptions,
  type Action,
  type CallCounts,
  type PolicyDocument,
  type Profile,
  type ScannedAccount,
  type ScanProgress,
  type Tier,
} from './account/index.ts';
