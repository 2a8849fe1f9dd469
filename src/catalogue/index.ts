/** Published facts: releases, known bugs, support dates. */
export { loadCatalogue } from './load.ts';
export { wholeCatalogue } from './upstream/upstream.ts';
export type { BuiltCatalogue } from './build.ts';
export { createFolderStore } from './store/folder-store.ts';
export { MAX_ENTRY_BYTES, StoreConflict, type StoredBytes, type Store } from './store/store.ts';
export { permissiveList } from './store/permissive-list.ts';
export { textSchema, translatedTitlesSchema } from './store/text-schema.ts';
export type { UpdateProgress } from './update/update-types.ts';

/** Validation of a documentation origin: `parseReplacementOrigin` of fetch/. */
export { parseReplacementOrigin } from './fetch/replacement-origin.ts';
export { remoteExchange } from './fetch/remote-exchange.ts';

export type { ExchangeReply, ExchangeRequest } from './fetch/remote-exchange.ts';
export { answerExchange, buildCatalogue, refreshCatalogue, useEnvironmentProxy } from './on-demand.ts';
export type { SnapshotFiles } from './snapshot/index.ts';
export { problemsByHost } from './problems-by-host.ts';
