import { createHash } from 'node:crypto';
import type { CachedPage, PageCache } from '../fetch/fetcher.ts';

/**
 * A page cache that remembers a digest of the bytes of every page that goes through it: of those that were read, and of
 * those that the server says are still as they were. A page with the same digest cannot tell anything new, however much
 * better it is understood.
 */
export function recordPages(cache: PageCache): { cache: PageCache; digests: ReadonlyMap<string, string> } {
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
