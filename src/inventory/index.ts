/** What is run: as files declare it, and as accounts tell. */
export { WorkspaceInventory, scanWorkspace, type ScanOptions } from './scan/workspace-inventory.ts';
export type { GivenUp } from './scan/given-up.ts';
export { scanFolders } from './scan/threads/scan-folders.ts';
export {
  type AgentOnHost,
  agentsOn,
  coverageOf,
  Host,
  type HostScript,
  type LogInput,
  logNeedsOf,
  type LogNeed,
  type LogOutput,
  type Lookup,
  matchesGlob,
  type Step,
} from './hosts/index.ts';
export { isClaimed } from './formats/claims.ts';
export { idRootOf, showFrom, shownClues, shownInventory, type ShowFile } from './scan/shown-from.ts';
export {
  OPERATIONS,
  policyOf,
  readProfiles,
  scanAccount,
  unlockedBy,
  type AccountInventory,
  type AccountScanOptions,
  type Action,
  type ClosedProfiles,
  type Profile,
  type ScannedAccount,
} from './account/index.ts';
export { readSuppressions } from './scan/suppressions.ts';
export { readClues } from './clues/read-clues.ts';
export { prepareLanguages } from './formats/programs/format.ts';
export { writtenConstructs, type WrittenConstruct } from './formats/programs/written-constructs.ts';
export type { WrittenGroup } from '../values/programs/index.ts';
export { LARGEST_FILE } from './scan/read-file.ts';
