/** All changes of users' files. No other room edits them. */
export { addAcceptedEntry, type Acceptance } from './accept-edit.ts';
export { addIgnoreEntries, suppressionComment, type SuppressionRequest } from './suppression-edit.ts';
/** Declarations of resources, and their settings. */
export { declaringFile, prepareDeclarations } from './declarations.ts';
export { placeOfDeclaration, placeOfSetting } from './setting-place.ts';
export { applyEdits, type TextEdit } from './edit.ts';
export { fixForAll } from './fixes/all-fixes.ts';
export { fixFor, type FixOffer, type ReadFile } from './fixes/fixes.ts';
