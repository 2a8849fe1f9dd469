import { createHash } from 'node:crypto';
import type { Item, Problem, Release } from '../../model/index.ts';
import { digestOf, memoize } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { LabelledAddition } from '../additions.ts';
import { hasShrunk, sizeOf } from './drift.ts';
import {
  twinUrl,
  type Page,
  type ParsedPage,
  type RawItem,
  type RawRelease,
  type ReadPage,
  type ReleaseNoteSource,
} from '../../products/index.ts';

/** Outcome of reading one release page. */
export type PageOutcome =
  | {
      state: 'read';
      url: string;
      releases: readonly Release[];
      additions: readonly LabelledAddition[];
      problems: readonly Problem[];
      viaTwin: boolean;
    }
  | { state: 'unread'; url: string; error: unknown };

/**
 * Reads one page and, if its HTML contains suspiciously little, its Markdown twin. `before` are the releases from the
 * page's previous reading. Never rejects: an unreadable page is an outcome.
 */
export async function readReleasePage(
  source: ReleaseNoteSource,
  url: string,
  read: ReadPage,
  before: readonly Release[],
): Promise<PageOutcome> {
  let page: LabelledPage;
  try {
    page = readingOf(source)(await read(url));
  } catch (error) {
    return { state: 'unread', url, error };
  }
  const twin = hasTooLittle(page, before) ? await readTwin(source, url, read) : null;
  if (twin === null || totalSize(twin) <= totalSize(page))
    return { state: 'read', url, ...page, viaTwin: false };
  const problems = [{ source: url, text: text('catalogue.update.twin') }, ...twin.problems];
  const releases = twin.releases.map((release) => ({ ...release, url }));
  return { state: 'read', url, ...twin, releases, problems, viaTwin: true };
}

/** Content of a page, with its items labelled. */
interface LabelledPage {
  releases: readonly Release[];
  additions: readonly LabelledAddition[];
  problems: readonly Problem[];
}

type Reading = (page: Page) => LabelledPage;
/**
 * Reader of a source's pages. It caches the last result of each page, so that a later update parses only changed pages.
 */
const readingOf = memoize((source: ReleaseNoteSource): Reading => {
  const last = new Map<string, { digest: string; read: LabelledPage }>();
  return (page) => {
    const digest = createHash('sha1').update(page.contentType).update(page.body).digest('hex');
    const known = last.get(page.url);
    if (known?.digest === digest) return known.read;
    const read = labelled(source.parse(page), source);
    last.set(page.url, { digest, read });
    return read;
  };
});

function labelled(
  { releases, additions = [], problems }: ParsedPage,
  source: ReleaseNoteSource,
): LabelledPage {
  return {
    releases: releases.map((release) => classifyItems(release, source)),
    additions: additions.map((addition) => ({ ...addition, items: itemsOf(addition.items, source) })),
    problems,
  };
}

/** Release with its items labelled. */
export function classifyItems(release: RawRelease, source: ReleaseNoteSource): Release {
  return { ...release, items: itemsOf(release.items, source) };
}

function itemsOf(items: readonly RawItem[], source: ReleaseNoteSource): Item[] {
  return items.map((item) => ({
    digest: digestOf(item.text),
    section: item.section,
    text: item.text,
    cves: item.cves,
    communityBugs: item.communityBugs,
    ...(item.commits && { commits: item.commits }),
    ...source.classify(item),
  }));
}

function hasTooLittle(page: LabelledPage, before: readonly Release[]): boolean {
  if (page.problems.length > 0 && totalSize(page) === 0) return true;
  return before.some((known) => {
    const found = page.releases.find(({ version }) => version === known.version);
    return found === undefined || hasShrunk(known, found);
  });
}

function totalSize({ releases, additions }: LabelledPage): number {
  const added = additions.reduce((sum, { items }) => sum + items.length, 0);
  return releases.reduce((sum, release) => sum + sizeOf(release), added);
}

/**
 * Reads the Markdown twin `X.md` of a page `X.html`. Null if it is missing: the problem of X.html is already reported.
 */
async function readTwin(
  source: ReleaseNoteSource,
  url: string,
  read: ReadPage,
): Promise<LabelledPage | null> {
  if (!url.endsWith('.html')) return null;
  try {
    return readingOf(source)(await read(twinUrl(url)));
  } catch {
    return null;
  }
}
