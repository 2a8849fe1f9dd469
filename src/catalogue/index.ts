/** What was published: releases, known bugs, support dates. */
export { buildCatalogue, refreshCatalogue, type BuiltCatalogue, type RefreshOptions } from './build.ts';
export { loadCatalogue } from './load.ts';
export type { UpdateProgress } from './update.ts';
