import {
  failureText,
  FetchFailure,
  productName,
  type RawRelease,
  type ReleaseNoteSource,
} from '../../products/index.ts';
import type { Item, Problem, ProductId, Release, Text, TextArg } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { withAdditions } from '../additions.ts';
import { hasShrunk, sizeOf } from './drift.ts';
import { classifyItems, type PageOutcome } from './read-release-page.ts';
import type { KeptReason, KeptRelease } from './update-types.ts';

export interface ReleaseIndex {
  pages: readonly string[];
  listed: readonly RawRelease[];
  problems: readonly Problem[];
}

/** Current releases if their pages are readable, else the previous ones, else what an index contains about them. */
export function gatherReleases(
  source: ReleaseNoteSource,
  before: readonly Release[],
  index: ReleaseIndex,
  outcomes: readonly PageOutcome[],
): { releases: readonly Release[]; kept: readonly KeptRelease[]; problems: readonly Problem[] } {
  const { product } = source;
  const found = releasesOfPages(outcomes);
  const kept: KeptRelease[] = [];
  const problems: Problem[] = [];

  for (const known of before) {
    const release = found.get(known.version);
    if (release === undefined || !hasShrunk(known, release)) continue;
    found.set(known.version, known);
    kept.push({ product, version: known.version, url: release.url, reason: 'shrunk' });
    const args = { version: known.version, before: sizeOf(known), now: sizeOf(release) };
    problems.push({ source: release.url, text: text('catalogue.update.shrunk', args) });
  }
  const earlier = new Set(before.map(({ version }) => version));
  const readByPage = Map.groupBy(found.values(), ({ url }) => url);
  // A page of several releases says nothing about the name of one.
  const isRenamed = (known: Release): boolean => {
    const [release, ...others] = readByPage.get(known.url) ?? [];
    return (
      isNamedOnly(known) && release !== undefined && others.length === 0 && !earlier.has(release.version)
    );
  };
  const missing = before.filter((known) => !found.has(known.version) && !isRenamed(known));
  for (const release of missing) found.set(release.version, release);

  const isListed = ({ version }: Release): boolean =>
    index.listed.some((listed) => listed.version === version);
  const isListedOn = isOnePageOfAll(index, before)
    ? (release: Release) => !isListed(release)
    : ({ url, version }: Release, page: string) => (source.pageOf?.({ version }) ?? url) === page;
  for (const outcome of outcomes) {
    const lost = missing.filter((release) => isListedOn(release, outcome.url));
    const versions = lost.map(({ version }) => version);
    const reason = lossReason(outcome);
    kept.push(
      ...lost.map(({ version, url }): KeptRelease => {
        const shared = source.pageOf?.({ version }) ?? null;
        if (shared === null) return { product, version, url, reason };
        // The vendor has not withdrawn all releases of a page that is missing.
        return { product, version, url: shared, reason: reason === 'gone' ? 'unreadable' : reason };
      }),
    );
    problems.push(...pageProblems(outcome, versions));
  }
  const unlisted = missing.filter(
    (release) => !index.pages.some((page) => isListedOn(release, page)) && !isListed(release),
  );
  const reason = index.problems.length === 0 ? 'unlisted' : 'unreadable';
  kept.push(...unlisted.map(({ version, url }) => ({ product, version, url, reason }) as const));
  if (unlisted.length > 0) {
    problems.push({ source: source.hosts.join(', '), text: unlistedText(product, index, unlisted) });
  }
  // The index itself can be the only page of several releases, and then identifies none of them.
  const listedByPage = Map.groupBy(index.listed, ({ url }) => url);
  for (const listed of index.listed) {
    const ofPage = listedByPage.get(listed.url)?.length === 1 ? [...found.values()] : [];
    const own = found.get(listed.version) ?? ofPage.find(({ url }) => url === listed.url);
    if (own === undefined) found.set(listed.version, classifyItems(listed, source));
    else found.set(own.version, withIndexed(own, classifyItems(listed, source)));
  }
  return { releases: [...found.values()], kept, problems };
}

/** Releases of the read pages by version; of several, the one with the most content. */
function releasesOfPages(outcomes: readonly PageOutcome[]): Map<string, Release> {
  const pages = outcomes.filter((outcome) => outcome.state === 'read');
  const releases = pages.flatMap((page) => page.releases);
  const additions = pages.flatMap((page) => page.additions);
  const found = new Map<string, Release>();
  for (const release of withAdditions(releases, additions)) {
    const other = found.get(release.version);
    if (other === undefined || sizeOf(other) < sizeOf(release)) found.set(release.version, release);
  }
  return found;
}

/** True if one page contains all releases and each has its own address: a changelog. */
function isOnePageOfAll({ pages }: ReleaseIndex, before: readonly Release[]): boolean {
  return pages.length === 1 && !before.some(({ url }) => pages.includes(url));
}

/**
 * Release with the facts of an index: pages give the day of their contents, an index the day of publication, and a
 * recall.
 */
function withIndexed(own: Release, listed: Release): Release {
  const marks = own.items.some(isRecallMark) ? [] : listed.items.filter(isRecallMark);
  const date = listed.date > own.date ? listed.date : own.date;
  return { ...own, date, items: [...marks, ...own.items] };
}

function isRecallMark({ topic }: Item): boolean {
  return topic === 'recalled';
}

/** True for a release without contents: known only from an index, or with a page that lists nothing. */
function isNamedOnly({ packages, items }: Release): boolean {
  return packages === undefined && items.every(isRecallMark);
}

function unlistedText(product: ProductId, index: ReleaseIndex, unlisted: readonly Release[]): Text {
  const name = productName(product);
  if (index.pages.length === 0) {
    return text('catalogue.update.nothingListed', { product: name, count: unlisted.length });
  }
  const versions = unlisted.map(({ version }) => version);
  return text('catalogue.update.unlisted', { product: name, versions: namedReleases(versions) });
}

function lossReason(outcome: PageOutcome): KeptReason {
  if (outcome.state === 'read') return 'not-understood';
  return outcome.error instanceof FetchFailure && outcome.error.reason === 'gone' ? 'gone' : 'unreadable';
}

/** Problems of a page, and of versions that it no longer contains. */
function pageProblems(outcome: PageOutcome, versions: readonly string[]): readonly Problem[] {
  const { url: source } = outcome;
  if (outcome.state === 'read') {
    if (versions.length === 0) return outcome.problems;
    return [
      ...outcome.problems,
      { source, text: text('catalogue.update.lost', { versions: namedReleases(versions) }) },
    ];
  }
  const cause = failureText(outcome.error);
  if (versions.length === 0) return [{ source, text: text('catalogue.update.unread', { cause }) }];
  return [
    { source, text: text('catalogue.update.unreadKept', { cause, versions: namedReleases(versions) }) },
  ];
}

/** Number of releases named in a message; further ones are counted. */
const MAX_NAMED_RELEASES = 10;

function namedReleases(versions: readonly string[]): TextArg {
  return versions.length > MAX_NAMED_RELEASES
    ? text('catalogue.releases', { count: versions.length })
    : versions;
}
