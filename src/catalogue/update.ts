import {
  productName,
  failureText,
  FetchFailure,
  type RawRelease,
  type ReadPage,
  type ReleaseNoteSource,
} from '../products/index.ts';
import type {
  Catalogue,
  CveDifference,
  ImageBase,
  KnownBug,
  Problem,
  Item,
  Release,
  SupportPeriod,
  Text,
  ProductId,
} from '../model/index.ts';
import { text } from '../l10n/index.ts';
import { updateCveDifferences } from './cve-differences.ts';
import { withAdditions } from './additions.ts';
import { hasShrunk, sizeOf } from './drift.ts';
import { classifyItems, readReleasePage } from './read-release-page.ts';
import type { PageOutcome } from './read-release-page.ts';

export interface UpdateOptions {
  sources: readonly ReleaseNoteSource[];
  /** Bounds by itself how many pages are read at a time. */
  read: ReadPage;
  /** What is known so far; nothing of it disappears. */
  previous: Pick<Catalogue, 'releases' | 'support' | 'bugs' | 'cveDifferences' | 'imageBases'> | null;
  /** The one that `read` obeys too. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: UpdateProgress) => void) | undefined;
}

export interface UpdateProgress {
  product: ProductId;
  /** Release pages that were read or given up. */
  done: number;
  total: number;
}

/** Why what was known of a release before is still what is known. */
export type KeptReason =
  | 'gone' // its page is listed and does not exist
  | 'unlisted' // no index lists it any more
  | 'unreadable' // its page, or the index that would list it, could not be had
  | 'not-understood' // its page tells of no such release
  | 'shrunk'; // its page tells suspiciously little

export interface KeptRelease {
  product: ProductId;
  version: string;
  url: string;
  reason: KeptReason;
}

export interface UpdateStats {
  /** Release pages that the sources listed. */
  pages: number;
  read: number;
  failed: number;
  /** Pages whose Markdown version was read instead. */
  viaTwin: number;
}

/** What the sources tell today, with what was known before where they do not. */
export interface CatalogueUpdate {
  releases: readonly Release[];
  support: readonly SupportPeriod[];
  /** Bugs that the sources tell of outside their bullets; those of bullets follow from the releases. */
  bugs: readonly KnownBug[];
  cveDifferences: readonly CveDifference[];
  imageBases: readonly ImageBase[];
  kept: readonly KeptRelease[];
  problems: readonly Problem[];
  stats: UpdateStats;
}

/** Reads all sources anew. Rejects only with the signal's reason: whatever fails is a problem and costs its own part. */
export async function updateCatalogue(options: UpdateOptions): Promise<CatalogueUpdate> {
  const updates = await Promise.all(options.sources.map((source) => updateSource(source, options)));
  options.signal?.throwIfAborted();
  const products = options.sources.map(({ product }) => product);
  const isOther = ({ product }: { product: ProductId }) => !products.includes(product);
  const { previous } = options;
  return {
    releases: [...updates.flatMap(({ releases }) => releases), ...(previous?.releases.filter(isOther) ?? [])],
    support: [...updates.flatMap(({ support }) => support), ...(previous?.support.filter(isOther) ?? [])],
    bugs: [...updates.flatMap(({ bugs }) => bugs), ...bugsBesideBullets(previous?.bugs).filter(isOther)],
    cveDifferences: updates.flatMap(({ cveDifferences }) => cveDifferences),
    imageBases: updates.flatMap(({ imageBases }) => imageBases),
    kept: updates.flatMap(({ kept }) => kept),
    problems: updates.flatMap(({ problems }) => problems),
    stats: updates.map(({ stats }) => stats).reduce(addStats, { pages: 0, read: 0, failed: 0, viaTwin: 0 }),
  };
}

async function updateSource(source: ReleaseNoteSource, options: UpdateOptions): Promise<CatalogueUpdate> {
  const { read, previous } = options;
  const { product } = source;
  const before = ofProduct(previous?.releases, product);
  const index = await readIndex(source, read);
  const pages = [...new Set(index.pages)];
  let done = 0;
  const outcomes = await Promise.all(
    pages.map(async (url) => {
      const known = before.filter((release) => release.url === url);
      const outcome = await readReleasePage(source, url, read, known);
      options.onProgress?.({ product, done: ++done, total: pages.length });
      return outcome;
    }),
  );
  options.signal?.throwIfAborted();
  const gathered = gatherReleases(source, before, index, outcomes);
  const support = await updateSupport(source, read, ofProduct(previous?.support, product));
  const bugs = await updateBugs(
    source,
    read,
    gathered.releases,
    ofProduct(bugsBesideBullets(previous?.bugs), product),
  );
  const cves = await updateCveDifferences(source, read, gathered.releases, previous?.cveDifferences ?? []);
  const images = await source.imageBases?.(read, previous?.imageBases ?? []);
  return {
    releases: gathered.releases,
    imageBases: images?.bases ?? [],
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
    stats: {
      pages: pages.length,
      read: outcomes.filter(({ state }) => state === 'read').length,
      failed: outcomes.filter(({ state }) => state === 'unread').length,
      viaTwin: outcomes.filter((outcome) => outcome.state === 'read' && outcome.viaTwin).length,
    },
  };
}

interface Index {
  pages: readonly string[];
  listed: readonly RawRelease[];
  problems: readonly Problem[];
}

async function readIndex(source: ReleaseNoteSource, read: ReadPage): Promise<Index> {
  try {
    return { listed: [], ...(await source.discover(read)) };
  } catch (error) {
    const args = { product: productName(source.product), cause: failureText(error) };
    const problem = { source: source.hosts.join(', '), text: text('catalogue.update.sourceFailed', args) };
    return { pages: [], listed: [], problems: [problem] };
  }
}

/** Today's releases where their pages tell them well, else those of before, else what an index tells of them. */
function gatherReleases(
  source: ReleaseNoteSource,
  before: readonly Release[],
  index: Index,
  outcomes: readonly PageOutcome[],
): { releases: readonly Release[]; kept: readonly KeptRelease[]; problems: readonly Problem[] } {
  const { product } = source;
  const found = new Map<string, Release>();
  const kept: KeptRelease[] = [];
  const problems: Problem[] = [];

  const pages = outcomes.filter((outcome) => outcome.state === 'read');
  const additions = pages.flatMap((page) => page.additions);
  for (const release of withAdditions(
    pages.flatMap((page) => page.releases),
    additions,
  )) {
    const other = found.get(release.version);
    if (other === undefined || sizeOf(other) < sizeOf(release)) found.set(release.version, release);
  }
  for (const known of before) {
    const release = found.get(known.version);
    if (release === undefined || !hasShrunk(known, release)) continue;
    found.set(known.version, known);
    kept.push({ product, version: known.version, url: release.url, reason: 'shrunk' });
    const args = { version: known.version, before: sizeOf(known), now: sizeOf(release) };
    problems.push({ source: release.url, text: text('catalogue.update.shrunk', args) });
  }
  const missing = before.filter((known) => !found.has(known.version) && !isReadNow(known, found.values()));
  for (const release of missing) found.set(release.version, release);

  for (const outcome of outcomes) {
    const lost = missing.filter(({ url }) => url === outcome.url);
    const versions = lost.map(({ version }) => version);
    kept.push(...lost.map(({ version, url }) => ({ product, version, url, reason: lossReason(outcome) })));
    problems.push(...pageProblems(outcome, versions));
  }
  const unlisted = missing.filter(({ url, version }) => {
    return !index.pages.includes(url) && !index.listed.some((listed) => listed.version === version);
  });
  const reason = index.problems.length === 0 ? 'unlisted' : 'unreadable';
  kept.push(...unlisted.map(({ version, url }) => ({ product, version, url, reason }) as const));
  if (unlisted.length > 0) {
    problems.push({ source: source.hosts.join(', '), text: unlistedText(product, index, unlisted) });
  }
  for (const listed of index.listed) {
    const own = found.get(listed.version) ?? [...found.values()].find(({ url }) => url === listed.url);
    if (own === undefined) found.set(listed.version, classifyItems(listed, source));
    else found.set(own.version, withIndexed(own, classifyItems(listed, source)));
  }
  return { releases: [...found.values()], kept, problems };
}

/** Pages name the day of their contents, an index the day of publication; and it can mark a release as recalled. */
function withIndexed(own: Release, listed: Release): Release {
  const marks = own.items.some(isRecallMark) ? [] : listed.items.filter(isRecallMark);
  const date = listed.date > own.date ? listed.date : own.date;
  return { ...own, date, items: [...marks, ...own.items] };
}

function isRecallMark({ topic }: Item): boolean {
  return topic === 'recalled';
}

/** A release that was known from an index only, and whose page now names it in another way. */
function isReadNow(known: Release, found: Iterable<Release>): boolean {
  const isNamedOnly = known.packages === undefined && known.items.every(isRecallMark);
  return isNamedOnly && [...found].some(({ url }) => url === known.url);
}

function unlistedText(product: ProductId, index: Index, unlisted: readonly Release[]): Text {
  const name = productName(product);
  if (index.pages.length === 0) {
    return text('catalogue.update.nothingListed', { product: name, count: unlisted.length });
  }
  const versions = unlisted.map(({ version }) => version);
  return text('catalogue.update.unlisted', { product: name, versions });
}

function lossReason(outcome: PageOutcome): KeptReason {
  if (outcome.state === 'read') return 'not-understood';
  return outcome.error instanceof FetchFailure && outcome.error.reason === 'gone' ? 'gone' : 'unreadable';
}

/** What to say of a page, and of the versions that it told of before and does not tell of now. */
function pageProblems(outcome: PageOutcome, versions: readonly string[]): readonly Problem[] {
  const { url: source } = outcome;
  if (outcome.state === 'read') {
    if (versions.length === 0) return outcome.problems;
    return [...outcome.problems, { source, text: text('catalogue.update.lost', { versions }) }];
  }
  const cause = failureText(outcome.error);
  if (versions.length === 0) return [{ source, text: text('catalogue.update.unread', { cause }) }];
  return [{ source, text: text('catalogue.update.unreadKept', { cause, versions }) }];
}

async function updateSupport(
  source: ReleaseNoteSource,
  read: ReadPage,
  before: readonly SupportPeriod[],
): Promise<{ periods: readonly SupportPeriod[]; problems: readonly Problem[] }> {
  try {
    const { periods, problems } = await source.support(read);
    const lost = before.filter(({ scope }) => !periods.some((period) => period.scope === scope));
    const [first] = lost;
    if (first === undefined) return { periods, problems };
    const args = { scopes: lost.map(({ scope }) => scope) };
    const kept = { source: first.url, text: text('catalogue.update.supportKept', args) };
    return { periods: [...periods, ...lost], problems: [...problems, kept] };
  } catch (error) {
    const args = { product: productName(source.product), cause: failureText(error) };
    const problem = { source: source.hosts.join(', '), text: text('catalogue.update.supportFailed', args) };
    return { periods: before, problems: [problem] };
  }
}

/** Bugs of before are kept only while something could not be read: an advisory may also be taken back. */
async function updateBugs(
  source: ReleaseNoteSource,
  read: ReadPage,
  releases: readonly Release[],
  before: readonly KnownBug[],
): Promise<{ bugs: readonly KnownBug[]; problems: readonly Problem[] }> {
  if (source.bugs === undefined) return { bugs: [], problems: [] };
  try {
    const { bugs, problems } = await source.bugs(releases, read, before);
    if (problems.length === 0) return { bugs, problems };
    const lost = before.filter(({ id }) => !bugs.some((bug) => bug.id === id));
    return { bugs: [...bugs, ...lost], problems };
  } catch (error) {
    const args = { product: productName(source.product), cause: failureText(error) };
    const problem = { source: source.hosts.join(', '), text: text('catalogue.update.sourceFailed', args) };
    return { bugs: before, problems: [problem] };
  }
}

/** Those that a source told of in `bugs`: only these say what an operating system fixes. */
function bugsBesideBullets(bugs: readonly KnownBug[] | undefined): readonly KnownBug[] {
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
