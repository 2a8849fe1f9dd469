/** What is run, as files declare it. */
export {
  WorkspaceInventory,
  scanWorkspace,
  type Change,
  type InventoryUpdate,
  type ScanOptions,
} from './workspace/workspace-inventory.ts';
export { baseOf } from './workspace/walk.ts';
