/** How vendors' pages are read: the only place of the catalogue that opens connections. */
export { createFetcher, type FetchStats, type PageCache } from './fetcher.ts';
export type { Exchange } from './exchange.ts';
