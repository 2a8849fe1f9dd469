import { isDeepStrictEqual } from 'node:util';
import { text } from '../l10n/index.ts';
import { memoize, type Catalogue, type Problem, type Release, type SupportPeriod } from '../model/index.ts';
import { minorPeriodOf, products, type Product, type ReleaseNoteSource } from '../products/index.ts';
import { classifyCurated } from './curation/labels.ts';
import { CURATED_LINKS } from './curation/links.ts';
import { createFetcher, type FetchStats, type PageCache } from './fetch/fetcher.ts';
import type { Exchange } from './fetch/exchange.ts';
import { mergeBugs, type WrittenTitle } from './merge/index.ts';
import { newestOf } from './load.ts';
import { loadSnapshot } from './snapshot/index.ts';
import {
  CATALOGUE_KEY,
  readCatalogue,
  markCatalogueCurrent,
  writeCatalogue,
  type StoredCatalogue,
} from './store/catalogue-file.ts';
import { createFolderStore } from './store/folder-store.ts';
import { createPageCache } from './store/page-cache.ts';
import { recordPageDigests } from './store/page-digests.ts';
import type { Store } from './store/store.ts';
import { updateCatalogue } from './update/update.ts';
import { wholeCatalogue } from './upstream/upstream.ts';
import { withUpstreamTitles } from './upstream/upstream-titles.ts';
import type { KeptRelease, UnreadExtraPage, UpdateProgress, UpdateStats } from './update/update-types.ts';
import { readBefore } from './update/read-before.ts';
import { withBugs } from './with-bugs.ts';

const sourceOf = memoize((notes: NonNullable<Product['notes']>): Promise<ReleaseNoteSource> =>
  Promise.resolve(notes.source(classifyCurated)),
);

/** Sources in reading order. The same objects throughout a process, so that they recognise a page they have read. */
function allSources(): Promise<ReleaseNoteSource[]> {
  return Promise.all(products().flatMap(({ notes }) => (notes === null ? [] : sourceOf(notes))));
}

export interface BuildOptions {
  /** Replacement for https://docs.aws.amazon.com; the other hosts of the sources are replaced by paths below it. */
  docsOrigin?: string | undefined;
  /** Previous catalogue; all of it is kept. */
  previous?: Catalogue | null;
  /** True if this version of Errata Lens built it. */
  sameRules?: boolean;
  /** Titles in our own words, by the digest of a bullet. */
  titles?: ReadonlyMap<string, WrittenTitle>;
  cache?: PageCache;
  /** Performs requests, if this thread may not. */
  exchange?: Exchange | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: UpdateProgress) => void) | undefined;
}

/** A current catalogue, and the cost of reading it. */
export interface BuiltCatalogue extends Catalogue {
  kept: readonly KeptRelease[];
  unreadExtraPages: readonly UnreadExtraPage[];
  stats: UpdateStats & FetchStats;
}

/**
 * Reads every source again. Rejects only with the signal's reason: a failure is a problem and affects only its own
 * part.
 */
export async function buildCatalogue(options: BuildOptions): Promise<BuiltCatalogue> {
  const sources = await allSources();
  const fetcher = createFetcher({
    hosts: [...new Set(sources.flatMap(({ hosts }) => hosts))],
    cache: options.cache ?? NO_CACHE,
    userAgent: 'errata-lens',
    origins: originsOf(options.docsOrigin, sources),
    exchange: options.exchange,
    signal: options.signal,
  });
  const { previous = null, sameRules = false, signal, onProgress } = options;
  const update = await updateCatalogue({ sources, read: fetcher.read, previous, signal, onProgress });
  const read = update.releases.map((release) => withLongTermSupport(release, update.support));
  const titles = options.titles ?? titlesOf(previous);
  const { releases, bugs } = withBugs(read, sameRules ? previous : null, (changed, others) =>
    mergeBugs(changed, { titles, known: previous?.bugs ?? [], others, links: CURATED_LINKS }),
  );
  return {
    ...readBefore(previous, update),
    asOf: update.stats.read > 0 ? new Date().toISOString() : (previous?.asOf ?? new Date(0).toISOString()),
    source: 'live',
    releases,
    bugs: withUpstreamTitles([...bugs, ...update.bugs]),
    support: update.support,
    cveDifferences: update.cveDifferences,
    imageBases: update.imageBases,
    laterAdvisories: update.laterAdvisories,
    problems: update.problems,
    kept: update.kept,
    unreadExtraPages: update.unreadExtraPages,
    stats: { ...update.stats, ...fetcher.stats },
  };
}

/** Adds LTS from the calendar: pages of later patches do not all repeat that their minor version is an LTS one. */
function withLongTermSupport(release: Release, support: readonly SupportPeriod[]): Release {
  const isLongTerm = release.lts || (minorPeriodOf(support, release)?.lts ?? false);
  return release.lts === isLongTerm ? release : { ...release, lts: isLongTerm };
}

/** Replacement origins by host. If the user names one, every host gets a replacement. */
function originsOf(
  docsOrigin: string | undefined,
  sources: readonly ReleaseNoteSource[],
): Record<string, string> {
  if (docsOrigin === undefined) return {};
  return Object.fromEntries(sources.flatMap(({ hosts }) => hosts).map((host) => [host, docsOrigin]));
}

const NO_CACHE: PageCache = { get: () => Promise.resolve(null), put: () => Promise.resolve() };

function titlesOf(catalogue: Catalogue | null): ReadonlyMap<string, WrittenTitle> {
  const titled = (catalogue?.bugs ?? []).map((bug) => ({
    ...bug,
    written: { en: bug.title, ...bug.titleIn },
  }));
  return new Map<string, WrittenTitle>([
    ...titled.flatMap(({ listings, written }) => listings.map(({ digest }) => [digest, written] as const)),
    // Overrides digests: if two bugs have the same words, years apart, each title belongs to the bug with that id.
    ...titled.flatMap(({ id, aliases, written }) => [id, ...aliases].map((name) => [name, written] as const)),
  ]);
}

export interface RefreshOptions {
  /** A folder, or a remote store. */
  cache: string | Store;
  docsOrigin?: string | undefined;
  /** Version of Errata Lens, stored with the result. */
  builtBy: string;
  /** Notes to begin with; those that are embedded if none are given. */
  snapshot?: Catalogue | undefined;
  /** Performs requests, if this thread may not. */
  exchange?: Exchange | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: UpdateProgress) => void) | undefined;
}

/** Result of a refresh, with a digest by URL of every page that was read or is unchanged. */
export interface RefreshedCatalogue extends BuiltCatalogue {
  pages: ReadonlyMap<string, string>;
  /** True if it was stored, so that the next run finds it. */
  isKept: boolean;
}

/**
 * Reads the vendor's notes again and stores the result, unless nothing could be read; the snapshot's titles are matched
 * by their digests. Rejects only with the signal's reason: a cache that cannot be written is a problem.
 */
export async function refreshCatalogue(options: RefreshOptions): Promise<RefreshedCatalogue> {
  const store = typeof options.cache === 'string' ? createFolderStore(options.cache) : options.cache;
  const problems: Problem[] = [];
  const { cache, digests } = recordPageDigests(createPageCache(store, (problem) => problems.push(problem)));
  const [stored, snapshot] = [await readCatalogue(store), options.snapshot ?? (await loadSnapshot())];
  const { docsOrigin, exchange, signal, onProgress, builtBy } = options;
  const newest = newestOf(stored.stored, snapshot);
  const previous = wholeCatalogue(newest);
  const isWhole = stored.problems.length === 0;
  const ours = isWhole && stored.stored?.builtBy === builtBy ? stored.stored : null;
  const built = await buildCatalogue({
    docsOrigin,
    exchange,
    signal,
    onProgress,
    cache,
    previous,
    sameRules: newest === snapshot || ours !== null,
    titles: titlesOf(wholeCatalogue(snapshot)),
  });
  const hasPages = built.stats.read > 0;
  const failures = hasPages ? await storeCatalogue(store, built, { ours, builtBy }) : [];
  problems.push(...failures, ...(hasPages ? clockProblems(built.asOf, snapshot.asOf) : []));
  const isKept = hasPages && failures.length === 0;
  return { ...built, pages: digests, isKept, problems: [...stored.problems, ...problems, ...built.problems] };
}

/**
 * Problem if today is before the snapshot's day, since the result would count as older: {@link newestOf} ignores it.
 */
function clockProblems(now: string, snapshot: string): Problem[] {
  if (Date.parse(now) >= Date.parse(snapshot)) return [];
  const days = { now: now.slice(0, 10), notes: snapshot.slice(0, 10) };
  return [{ source: CLOCK, text: text('catalogue.update.clock', days) }];
}

const CLOCK = 'clock';

/** Stores the catalogue; if nothing changed, only its day. */
async function storeCatalogue(
  store: Store,
  built: BuiltCatalogue,
  { ours, builtBy }: { ours: StoredCatalogue | null; builtBy: string },
): Promise<readonly Problem[]> {
  const catalogue = builtCatalogueOf(built);
  try {
    if (ours !== null && hasSameContent(ours.catalogue, catalogue))
      await markCatalogueCurrent(store, ours, catalogue);
    else await writeCatalogue(store, catalogue, builtBy);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      { source: store.locate(CATALOGUE_KEY), text: text('catalogue.store.unwritable', { error: reason }) },
    ];
  }
}

function hasSameContent(before: Catalogue, now: Catalogue): boolean {
  const { asOf, source } = now;
  return isDeepStrictEqual({ ...before, asOf, source }, now);
}

function builtCatalogueOf(built: BuiltCatalogue): Catalogue {
  const { asOf, readOn, linesReadOn, source, releases, bugs, support, cveDifferences } = built;
  const { imageBases = [], laterAdvisories = {} } = built;
  const advisories = { bugs, laterAdvisories };
  return {
    ...{ asOf, source, releases, ...advisories, support, cveDifferences, imageBases, problems: [] },
    ...(readOn && { readOn }),
    ...(linesReadOn && { linesReadOn }),
  };
}
