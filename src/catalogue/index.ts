import type { BuildOptions, BuiltCatalogue, RefreshOptions } from './build.ts';

/** What was published: releases, known bugs, support dates. */
export { loadCatalogue } from './load.ts';
export type { BuiltCatalogue, RefreshOptions } from './build.ts';
export type { UpdateProgress } from './update.ts';

/** Reads every source anew. The parsers are loaded only here: a scan does not pay for them. */
export async function buildCatalogue(options: BuildOptions): Promise<BuiltCatalogue> {
  const build = await import('./build.ts');
  return build.buildCatalogue(options);
}

/** Reads the vendor's notes anew and keeps the result. */
export async function refreshCatalogue(options: RefreshOptions): Promise<BuiltCatalogue> {
  const build = await import('./build.ts');
  return build.refreshCatalogue(options);
}
