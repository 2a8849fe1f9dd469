import { failureText, productName, type ReadPage, type ReleaseNoteSource } from '../../products/index.ts';
import {
  problemsToReport,
  type KnownBug,
  type Problem,
  type ProductId,
  type Release,
} from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { updateCveDifferences } from '../cve-differences.ts';
import { readReleasePage, type PageOutcome } from './read-release-page.ts';
import type { CatalogueUpdate, UnreadExtraPage, UpdateOptions, UpdateStats } from './update-types.ts';
import { gatherReleases, type ReleaseIndex } from './gather-releases.ts';
import { updateBugs, updateSupport } from './update-parts.ts';

/**
 * Reads all sources again. Rejects only with the signal's reason: a failure is a problem and affects only its own part.
 */
export async function updateCatalogue(options: UpdateOptions): Promise<CatalogueUpdate> {
  const updates = await Promise.all(options.sources.map((source) => updateSource(source, options)));
  options.signal?.throwIfAborted();
  const products = options.sources.map(({ product }) => product);
  const isOther = ({ product }: { product: ProductId }) => !products.includes(product);
  const { previous } = options;
  return {
    releases: [...updates.flatMap(({ releases }) => releases), ...(previous?.releases.filter(isOther) ?? [])],
    support: [...updates.flatMap(({ support }) => support), ...(previous?.support.filter(isOther) ?? [])],
    bugs: [...updates.flatMap(({ bugs }) => bugs), ...bugsOfSource(previous?.bugs).filter(isOther)],
    cveDifferences: updates.flatMap(({ cveDifferences }) => cveDifferences),
    imageBases: updates.flatMap(({ imageBases }) => imageBases),
    laterAdvisories: updates.reduce(
      (all, each) => ({ ...all, ...each.laterAdvisories }),
      previous?.laterAdvisories ?? {},
    ),
    kept: updates.flatMap(({ kept }) => kept),
    problems: updates.flatMap(({ problems }) => problems),
    unread: updates.flatMap(({ unread }) => unread),
    unreadLines: updates.flatMap(({ unreadLines }) => unreadLines),
    unreadExtraPages: updates.flatMap(({ unreadExtraPages }) => unreadExtraPages),
    stats: updates.map(({ stats }) => stats).reduce(addStats, { pages: 0, read: 0, failed: 0, viaTwin: 0 }),
  };
}

async function updateSource(source: ReleaseNoteSource, options: UpdateOptions): Promise<CatalogueUpdate> {
  const { read, previous } = options;
  const { product } = source;
  const before = ofProduct(previous?.releases, product);
  const known = before.map(({ version }) => version);
  const index = await readIndex(source, read, known);
  const outcomes = await readReleasePages(source, [...new Set(index.pages)], before, options);
  options.signal?.throwIfAborted();
  const gathered = gatherReleases(source, before, index, outcomes);
  const support = await updateSupport(source, read, ofProduct(previous?.support, product));
  const bugs = await updateBugs(
    source,
    read,
    gathered.releases,
    ofProduct(bugsOfSource(previous?.bugs), product),
  );
  const cves = await updateCveDifferences(source, read, gathered.releases, previous?.cveDifferences ?? []);
  const images = await source.imageBases?.(read, previous?.imageBases ?? []);
  const hasRead = outcomes.some(({ state }) => state === 'read');
  return {
    unread: hasRead ? [] : [product],
    unreadLines: hasRead && source.pageOf !== undefined ? unreadLinesOf(gathered) : [],
    unreadExtraPages: unreadExtraPagesOf(product, [...support.unread, ...bugs.problems]),
    releases: gathered.releases,
    imageBases: images?.bases ?? [],
    laterAdvisories: bugs.later === undefined ? {} : { [product]: bugs.later },
    support: support.periods,
    bugs: bugs.bugs,
    cveDifferences: cves.differences,
    kept: gathered.kept,
    problems: [
      ...index.problems,
      ...gathered.problems,
      ...support.problems,
      ...bugs.problems,
      ...cves.problems,
      ...(images?.problems ?? []),
    ],
    stats: statsOf(outcomes),
  };
}

/** Lines all of whose releases are kept from an earlier reading. */
function unreadLinesOf({ releases, kept }: Pick<CatalogueUpdate, 'releases' | 'kept'>): string[] {
  const isKept = (release: Release): boolean => kept.some(({ version }) => version === release.version);
  return [...Map.groupBy(releases, ({ product, line }) => `${product} ${line}`)].flatMap(([key, own]) =>
    own.every(isKept) ? [key] : [],
  );
}

async function readReleasePages(
  source: ReleaseNoteSource,
  pages: readonly string[],
  before: readonly Release[],
  options: UpdateOptions,
): Promise<PageOutcome[]> {
  let done = 0;
  return Promise.all(
    pages.map(async (url) => {
      const known = before.filter((release) => (source.pageOf?.(release) ?? release.url) === url);
      const outcome = await readReleasePage(source, url, options.read, known);
      options.onProgress?.({ product: source.product, done: ++done, total: pages.length });
      return outcome;
    }),
  );
}

function statsOf(outcomes: readonly PageOutcome[]): UpdateStats {
  const read = outcomes.filter((outcome) => outcome.state === 'read');
  return {
    pages: outcomes.length,
    read: read.length,
    failed: outcomes.filter(({ state }) => state === 'unread').length,
    viaTwin: read.filter(({ viaTwin }) => viaTwin).length,
  };
}

/** Pages other than release pages whose problems have to be reported. */
function unreadExtraPagesOf(product: ProductId, problems: readonly Problem[]): UnreadExtraPage[] {
  const urls = problemsToReport(problems).map(({ source }) => source);
  return [...new Set(urls)].filter((url) => URL.canParse(url)).map((url) => ({ product, url }));
}

async function readIndex(
  source: ReleaseNoteSource,
  read: ReadPage,
  known: readonly string[],
): Promise<ReleaseIndex> {
  try {
    return { listed: [], ...(await source.discover(read, known)) };
  } catch (error) {
    const args = { product: productName(source.product), cause: failureText(error) };
    const problem = { source: source.hosts.join(', '), text: text('catalogue.update.sourceFailed', args) };
    return { pages: [], listed: [], problems: [problem] };
  }
}

/** Bugs that come from a source's `bugs` and not from bullets: only these have `os`. */
function bugsOfSource(bugs: readonly KnownBug[] | undefined): readonly KnownBug[] {
  return bugs?.filter(({ os }) => os !== undefined) ?? [];
}

function ofProduct<T extends { product: ProductId }>(
  list: readonly T[] | undefined,
  product: ProductId,
): readonly T[] {
  return list?.filter((entry) => entry.product === product) ?? [];
}

function addStats(a: UpdateStats, b: UpdateStats): UpdateStats {
  return {
    pages: a.pages + b.pages,
    read: a.read + b.read,
    failed: a.failed + b.failed,
    viaTwin: a.viaTwin + b.viaTwin,
  };
}
