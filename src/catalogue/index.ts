/** Published facts: releases, known bugs, support dates. */
export { loadCatalogue } from './load.ts';
export { wholeCatalogue } from './upstream.ts';
export type { BuiltCatalogue } from './build.ts';
export { createFolderStore } from './store/folder-store.ts';
export { LARGEST_KEPT, StoreConflict, type Kept, type Store } from './store/store.ts';
export { loose } from './store/loose.ts';
export { textSchema, titleInSchema } from './store/text-schema.ts';
export type { UpdateProgress } from './update/update-types.ts';

/** Validation of a documentation origin: `readOrigin` of fetch/. */
export { readOrigin } from './fetch/addresses.ts';
export { remoteExchange } from './fetch/remote-exchange.ts';

export type { ExchangeReply, ExchangeRequest } from './fetch/remote-exchange.ts';
export { answerExchange, buildCatalogue, refreshCatalogue, useEnvironmentProxy } from './on-demand.ts';
export type { SnapshotFiles } from './snapshot/index.ts';
export { problemsByHost } from './problems-by-host.ts';
