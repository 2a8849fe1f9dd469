import type { CachedPage, PageCache } from '../../../src/catalogue/fetch/fetcher.ts';

/** Keeps pages in memory. */
export function memoryCache(): PageCache & { pages: Map<string, CachedPage> } {
  const pages = new Map<string, CachedPage>();
  return {
    pages,
    get: (url) => Promise.resolve(pages.get(url) ?? null),
    put(page) {
      pages.set(page.url, page);
      return Promise.resolve();
    },
  };
}
