import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import type { Problem } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { CachedPage, PageCache } from '../fetch/fetcher.ts';
import type { Store } from './store.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);
/** Size limit of a page with its metadata, in bytes: four times the largest page. */
const LARGEST_PAGE = 32 * 1024 * 1024;

const cachedPage: z.ZodType<CachedPage> = z.object({
  url: z.string(),
  body: z.string(),
  contentType: z.string(),
  origin: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  fetchedAt: z.string(),
});

/**
 * Pages of earlier updates. Each is one entry with body and validators, so that a killed run leaves whole pages only;
 * gzip's checksum detects a damaged one, which counts as absent. Problems are reported, never thrown.
 */
export function createPageCache(store: Store, report: (problem: Problem) => void): PageCache {
  let hasReportedWrite = false;

  return {
    async get(url) {
      const key = pageKey(url);
      try {
        const kept = await store.get(key);
        if (kept === null) return null;
        return cachedPage.parse(
          JSON.parse((await decompress(kept.bytes, { maxOutputLength: LARGEST_PAGE })).toString('utf8')),
        );
      } catch {
        report({ source: store.locate(key), text: text('catalogue.store.pageDamaged') });
        return null;
      }
    },
    async put(page) {
      const key = pageKey(page.url);
      try {
        await store.put(key, await compress(JSON.stringify(page)));
      } catch (error) {
        // A full disk is one problem, not one for each page.
        if (hasReportedWrite) return;
        hasReportedWrite = true;
        const reason = error instanceof Error ? error.message : String(error);
        report({ source: store.locate(key), text: text('catalogue.store.unwritable', { error: reason }) });
      }
    },
  };
}

/** `pages/auroramysql.updates.2111.html-1f0c….gz`: readable, and safe on every file system. */
function pageKey(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 60);
  const hash = createHash('sha256').update(url).digest('hex').slice(0, 16);
  return `pages/${readable === '' ? 'page' : readable}-${hash}.gz`;
}
