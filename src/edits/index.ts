/** The only place that decides how a user's file changes. */
export { addAcceptedEntry, type Acceptance } from './accept-edit.ts';
export { addIgnoreEntries, suppressionComment, type SuppressionRequest } from './suppression-edit.ts';
export { applyEdits, type TextEdit } from './edit.ts';
export { fixForAll } from './all-fixes.ts';
export { fixFor, type FixOffer, type ReadFile } from './fixes.ts';
