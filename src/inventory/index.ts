/** Assets from files and from accounts. */
export { WorkspaceInventory, scanWorkspace, type ScanOptions } from './scan/workspace-inventory.ts';
export type { GivenUp } from './scan/given-up.ts';
export { prepareScan, scanFolders } from './scan/scan-folders.ts';
export { type AgentOnHost, agentsOn } from './hosts/agents/on-host.ts';
export { logCoverageOf } from './hosts/log-coverage.ts';
export { Host, type PathLookup } from './hosts/host.ts';
export type { HostScript, Step } from './hosts/steps.ts';
export type { LogInput, LogOutput } from './hosts/agents/shipment.ts';
export { logNeedsOf, type LogNeed } from './hosts/workloads.ts';
export { matchesGlob } from './hosts/glob.ts';
export { isClaimed } from './formats/claims.ts';
export {
  idRootOf,
  pathsRelativeTo,
  cluesWithPaths,
  inventoryWithPaths,
  type MapPath,
} from './scan/relative-paths.ts';
export { OPERATIONS, type Action } from './account/aws/operations.ts';
export { policyOf, dataUnlockedBy } from './account/aws/policy.ts';
export { readProfiles, type Profile } from './account/aws/profiles.ts';
export { scanAccount } from './account/scan-account.ts';
export type { AccountInventory, AccountScanOptions, AccountIdentity } from './account/scan-types.ts';
export type { InaccessibleProfiles } from './account/account.ts';
export { readSuppressions } from './scan/suppressions.ts';
export { readClues } from './clues/read-clues.ts';
export { prepareLanguages } from './formats/programs/format.ts';
export { constructsWithRanges, type WrittenConstruct } from './formats/programs/written-constructs.ts';
export type { WrittenGroup } from '../values/programs/index.ts';
export { MAX_FILE_BYTES } from './scan/read-file.ts';
