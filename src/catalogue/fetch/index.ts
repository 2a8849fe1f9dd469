/** How vendors' pages are read: the only place of the catalogue that opens connections. */
export { readOrigin } from './addresses.ts';
export { FetchFailure, failureText, type FailureReason } from './failure.ts';
export {
  createFetcher,
  type CachedPage,
  type Fetcher,
  type FetcherOptions,
  type FetchEvent,
  type FetchStats,
  type PageCache,
} from './fetcher.ts';
export type { Exchange } from './exchange.ts';
export { useEnvironmentProxy } from './proxy.ts';
