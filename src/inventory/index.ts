/** What is run: as files declare it, and as accounts tell. */
export {
  WorkspaceInventory,
  scanWorkspace,
  type InventoryUpdate,
  type ScanOptions,
} from './workspace/workspace-inventory.ts';
export type { GivenUp } from './workspace/given-up.ts';
export { scanFolders } from './workspace/scan-folders.ts';
export { baseOf } from './workspace/walk.ts';
export { isClaimed } from './workspace/claims.ts';
export {
  idRootOf,
  repositoryOf,
  showFrom,
  shownClues,
  shownInventory,
  type ShowFile,
} from './workspace/shown-from.ts';
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
/** For edits: where a resource is declared, and what is written in it. */
export { declarationOf, declaringFile, type Declaration } from './workspace/declarations.ts';
export { writtenName } from './written-names.ts';
export { placeOfDeclaration, placeOfSetting } from './workspace/setting-place.ts';
export type { SourceFile } from './workspace/draft.ts';
export { itemsOf, valueOf, entryOf, entriesOf, type Entry, type Node } from './workspace/document/node.ts';
export { placeForComment } from './workspace/comments/comment-lines.ts';
export { commentSyntax } from './workspace/comments/syntax.ts';
export { readSuppressions } from './workspace/suppressions.ts';
export { linesOf, placeOf } from './workspace/document/lines.ts';
export type { Block, Expression } from './workspace/terraform/syntax.ts';
export { readClues } from './workspace/clues.ts';
