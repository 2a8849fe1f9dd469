import type { Problem } from '../model/index.ts';
import type { ExchangeReply, ExchangeRequest } from './fetch/remote-exchange.ts';
import type { BuildOptions, BuiltCatalogue, RefreshedCatalogue, RefreshOptions } from './build.ts';

/** What was published: releases, known bugs, support dates. */
export { loadCatalogue } from './load.ts';
export type { BuiltCatalogue, RefreshedCatalogue, RefreshOptions } from './build.ts';
export { catalogueTag } from './store/catalogue-file.ts';
export { createFolderStore } from './store/folder-store.ts';
export { StoreConflict, type Kept, type Store } from './store/store.ts';
export { loose } from './store/loose.ts';
export { textSchema, titleInSchema } from './store/text-schema.ts';
export {
  CAUSES,
  conceptsIn,
  conceptTerm,
  errorNumbers,
  ERRORS,
  isConcept,
  kindOfConcept,
  nameTerm,
  signTerms,
  type Concept,
  type Ordinary,
  type Term,
} from './symptoms/index.ts';
export type { UpdateProgress } from './update-types.ts';

/** How a documentation origin is written: `readOrigin` of fetch/. */
export { readOrigin } from './fetch/addresses.ts';
export { remoteExchange } from './fetch/remote-exchange.ts';

/** Sends this process's requests through the proxy that the environment names; what is wrong with that is the result. */
export async function useEnvironmentProxy(): Promise<Problem | null> {
  const proxy = await import('./fetch/proxy.ts');
  return proxy.useEnvironmentProxy().problem;
}

export type { ExchangeReply, ExchangeRequest } from './fetch/remote-exchange.ts';

/** Makes one request for another thread. Never rejects. */
export async function answerExchange(request: ExchangeRequest, signal: AbortSignal): Promise<ExchangeReply> {
  const remote = await import('./fetch/remote-exchange.ts');
  return remote.answerExchange(request, signal);
}

/** Reads every source anew. The parsers are loaded only here: a scan does not pay for them. */
export async function buildCatalogue(options: BuildOptions): Promise<BuiltCatalogue> {
  const build = await import('./build.ts');
  return build.buildCatalogue(options);
}

/** Reads the vendor's notes anew and keeps the result. */
export async function refreshCatalogue(options: RefreshOptions): Promise<RefreshedCatalogue> {
  const build = await import('./build.ts');
  return build.refreshCatalogue(options);
}
