import { createHash } from 'node:crypto';
import type { CachedPage, PageCache } from '../fetch/fetcher.ts';

/**
 * Page cache that records a digest of the bytes of every page that was read, or is unchanged according to the server. A
 * page with the same digest has no news, even if the reader has improved.
 */
export function recordPageDigests(cache: PageCache): {
  cache: PageCache;
  digests: ReadonlyMap<string, string>;
} {
  const digests = new Map<string, string>();

  function note(page: CachedPage | null): void {
    if (page !== null) digests.set(page.url, createHash('sha1').update(page.body).digest('hex'));
  }

  return {
    digests,
    cache: {
      async get(url) {
        const page = await cache.get(url);
        note(page);
        return page;
      },
      put(page) {
        note(page);
        return cache.put(page);
      },
    },
  };
}
