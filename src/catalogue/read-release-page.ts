import type { Problem, Release } from '../model/index.ts';
import { digestOf } from '../model/index.ts';
import { text } from '../l10n/index.ts';
import { hasShrunk, sizeOf } from './drift.ts';
import {
  twinUrl,
  type ParsedPage,
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
    parsed = source.parse(await read(url));
  } catch (error) {
    return { state: 'unread', url, error };
  }
  const twin = isPoor(parsed, before) ? await readTwin(source, url, read) : null;
  if (twin === null || totalSize(twin) <= totalSize(parsed)) {
    const releases = parsed.releases.map((release) => classifyItems(release, source));
    return { state: 'read', url, releases, problems: parsed.problems, viaTwin: false };
  }
  const releases = twin.releases.map((release) => classifyItems({ ...release, url }, source));
  const problems = [{ source: url, text: text('catalogue.update.twin') }, ...twin.problems];
  return { state: 'read', url, releases, problems, viaTwin: true };
}

/** A release with its items labelled. */
export function classifyItems(release: RawRelease, source: ReleaseNoteSource): Release {
  const items = release.items.map((item) => ({
    digest: digestOf(item.text),
    section: item.section,
    text: item.text,
    cves: item.cves,
    communityBugs: item.communityBugs,
    ...source.classify(item),
  }));
  return { ...release, items };
}

function isPoor(parsed: ParsedPage, before: readonly Release[]): boolean {
  if (parsed.problems.length > 0 && totalSize(parsed) === 0) return true;
  return before.some((known) => {
    const found = parsed.releases.find(({ version }) => version === known.version);
    return found === undefined || hasShrunk(known, found);
  });
}

function totalSize(parsed: ParsedPage): number {
  return parsed.releases.reduce((sum, release) => sum + sizeOf(release), 0);
}

/** The vendor offers every page `X.html` as `X.md`. Null where there is none: what is wrong with X.html was said. */
async function readTwin(source: ReleaseNoteSource, url: string, read: ReadPage): Promise<ParsedPage | null> {
  if (!url.endsWith('.html')) return null;
  try {
    return source.parse(await read(twinUrl(url)));
  } catch {
    return null;
  }
}
