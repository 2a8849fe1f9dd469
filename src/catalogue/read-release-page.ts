import { createHash } from 'node:crypto';
import type { Item, Problem, Release } from '../model/index.ts';
import { digestOf, rememberedBy } from '../model/index.ts';
import { text } from '../l10n/index.ts';
import type { LabelledAddition } from './additions.ts';
import { hasShrunk, sizeOf } from './drift.ts';
import {
  twinUrl,
  type Page,
  type ParsedPage,
  type RawItem,
  type RawRelease,
  type ReadPage,
  type ReleaseNoteSource,
} from '../products/index.ts';

/** What became of one release page. */
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
 * Reads one page and, where its HTML tells suspiciously little, its Markdown twin. `before` are the releases that the
 * page told of last time. Never rejects: a page that cannot be had is an outcome.
 */
export async function readReleasePage(
  source: ReleaseNoteSource,
  url: string,
  read: ReadPage,
  before: readonly Release[],
): Promise<PageOutcome> {
  let parsed: ParsedPage;
  try {
    parsed = parsedBy(source)(await read(url));
  } catch (error) {
    return { state: 'unread', url, error };
  }
  const twin = isPoor(parsed, before) ? await readTwin(source, url, read) : null;
  if (twin === null || totalSize(twin) <= totalSize(parsed)) {
    return { ...labelled(parsed, url, source), problems: parsed.problems, viaTwin: false };
  }
  const problems = [{ source: url, text: text('catalogue.update.twin') }, ...twin.problems];
  const releases = twin.releases.map((release) => ({ ...release, url }));
  return { ...labelled({ ...twin, releases }, url, source), problems, viaTwin: true };
}

/** Pages of a source whose content is kept: more than any has. */
const MOST_PAGES = 1000;

type Parse = ReleaseNoteSource['parse'];
const parsers = new WeakMap<ReleaseNoteSource, Parse>();

/** A process that looks again parses only pages whose bytes are other ones. */
function parsedBy(source: ReleaseNoteSource): Parse {
  const known = parsers.get(source);
  if (known !== undefined) return known;
  const keyOf = ({ url, contentType, body }: Page): string =>
    `${url} ${contentType} ${createHash('sha1').update(body).digest('hex')}`;
  const parse = rememberedBy(keyOf, MOST_PAGES, (page: Page) => source.parse(page));
  parsers.set(source, parse);
  return parse;
}

function labelled(
  { releases, additions = [] }: ParsedPage,
  url: string,
  source: ReleaseNoteSource,
): { state: 'read'; url: string; releases: readonly Release[]; additions: readonly LabelledAddition[] } {
  return {
    state: 'read',
    url,
    releases: releases.map((release) => classifyItems(release, source)),
    additions: additions.map((addition) => ({ ...addition, items: itemsOf(addition.items, source) })),
  };
}

/** A release with its items labelled. */
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
    ...source.classify(item),
  }));
}

function isPoor(parsed: ParsedPage, before: readonly Release[]): boolean {
  if (parsed.problems.length > 0 && totalSize(parsed) === 0) return true;
  return before.some((known) => {
    const found = parsed.releases.find(({ version }) => version === known.version);
    return found === undefined || hasShrunk(known, found);
  });
}

function totalSize({ releases, additions = [] }: ParsedPage): number {
  const added = additions.reduce((sum, { items }) => sum + items.length, 0);
  return releases.reduce((sum, release) => sum + sizeOf(release), added);
}

/** The vendor offers every page `X.html` as `X.md`. Null where there is none: what is wrong with X.html was said. */
async function readTwin(source: ReleaseNoteSource, url: string, read: ReadPage): Promise<ParsedPage | null> {
  if (!url.endsWith('.html')) return null;
  try {
    return parsedBy(source)(await read(twinUrl(url)));
  } catch {
    return null;
  }
}
