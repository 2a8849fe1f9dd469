import {
  memoize,
  type BugMatch,
  type Catalogue,
  type KnownBug,
  type ProductId,
  type Release,
} from '../../../model/index.ts';
import { lineageOf, productName, productOf, type Product } from '../../../products/index.ts';
import { keyOfStates, type FeatureStates } from '../../features.ts';
import { bugsOfAny } from '../bugs-of-any.ts';
import { bugIdsOf, bugsOfVersion, containedFixes } from '../known-bugs.ts';
import {
  containedIn,
  newestUnread,
  releaseWithNotes,
  upstreamNotes,
  upstreamReleaseIn,
} from './contained.ts';
import { isUnusedHere, ownNotesOf, runsUpstreamAsPublished } from './left-out.ts';
import { unreadNotes, type UnreadNotes } from './unread-notes.ts';
import { sortMatches, type SortedMatches } from './sort-matches.ts';
import { tasksOf, type ReleaseTasks } from './tasks.ts';

/** Known bugs of the upstream that a product contains. They have a count of their own and do not influence decisions. */
export interface UpstreamAnswer extends SortedMatches {
  product: ProductId;
  /** `PostgreSQL` */
  name: string;
  /** Upstream release that the product contains; of a range, the oldest. */
  version: string;
  /** The newest one that a release of a range contains; else `version`. */
  newest: string;
  /** True if these are known bugs of the product itself (`runsUpstreamAsPublished`). */
  isIncluded: boolean;
  /** Releases above it whose notes are known, first and last; null if it is the newest. */
  later: { from: string; to: string } | null;
  /** Release of the same major that the product has and whose notes are not read: its fixes are not listed; or null. */
  unread: string | null;
  /** Its notes of this major version, if the last refresh could not read them; else null. */
  notRead: UnreadNotes | null;
  /** Major version that ended with this release; null if it goes on, or its end is unknown. */
  endedLine: string | null;
  /** Ids of bugs in the product's own notes on which the upstream's notes decide instead. */
  decides: ReadonlySet<string>;
  /** Ids of other bugs there that concern an extension not in use. */
  unused: ReadonlySet<string>;
  /** Ids of bugs in the product's own notes whose CVEs the contained release fixes: not undetermined. */
  fixes: ReadonlySet<string>;
  /** All bugs of the upstream's notes, from which the search computes the rarity of words. */
  known: readonly KnownBug[];
  /** Tasks that the later releases require after an update, the newest first. */
  afterUpdate: readonly ReleaseTasks[];
}

/**
 * Known upstream bugs of a version, or those that any release of a range has. Null if the product has no upstream, its
 * notes do not name the upstream release, or the notes of that release are unknown.
 * @param versions one release, or those of a range
 */
export function upstreamAnswer(
  catalogue: Catalogue,
  product: ProductId,
  versions: readonly string[],
  states: FeatureStates,
): UpstreamAnswer | null {
  const { upstream } = productOf(product);
  const notes = upstreamNotes(catalogue, product);
  if (upstream === undefined || notes === undefined) return null;
  const contained = [
    ...new Set(versions.flatMap((version) => containedIn(catalogue, product, version) ?? [])),
  ];
  return answerOf({ catalogue, notes, product: productOf(product), contained, states });
}

/** Ids of all upstream bugs that a version may have; empty if its upstream release is unknown. */
export function upstreamIds(catalogue: Catalogue, product: ProductId, version: string): ReadonlySet<string> {
  const contained = upstreamReleaseIn(catalogue, product, version);
  if (contained === null) return new Set();
  const { notes, upstream, release } = contained;
  return bugIdsOf(notes, upstream.product, release);
}

/**
 * Fixes of the upstream that a version contains, with all bugs of its notes; null if its upstream release is unknown.
 * Excludes parts that the product lacks.
 */
export function containedUpstreamFixes(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
): Pick<UpstreamAnswer, 'matches' | 'ofExtensions' | 'known'> | null {
  const contained = upstreamReleaseIn(catalogue, product, version);
  if (contained === null) return null;
  const { notes, upstream, release } = contained;
  const matches = containedFixes(notes, upstream.product, release).filter(
    ({ bug: { part } }) => part === undefined || !upstream.lacks.includes(part),
  );
  return { matches, ofExtensions: [], known: bugsOf(notes.bugs, upstream.product) };
}

interface Question {
  catalogue: Catalogue;
  notes: Catalogue;
  product: Product;
  /** Upstream releases that the version, or a range of versions, contains. */
  contained: readonly string[];
  states: FeatureStates;
}

/** Memoized, because thousands of assets share a version. */
const answerOf = memoize(
  (question: Question): UpstreamAnswer | null => {
    const { catalogue, notes, product, states } = question;
    const { upstream } = product;
    if (upstream === undefined) return null;
    const deciding = decidingReleases(notes, upstream.product, question.contained);
    const contained = [...deciding.keys()];
    const [version, newest] = [contained[0], contained.at(-1)];
    if (version === undefined || newest === undefined) return null;
    const { branch, line } = productOf(upstream.product).versions;
    const known = bugsOf(notes.bugs, upstream.product);
    const own = bugsOf(catalogue.bugs, product.id);
    const ownNotes = ownNotesOf(catalogue.bugs, product, known, line(version));
    const later = laterReleases(notes, upstream.product, version);
    const lineage = lineageOf(notes, upstream.product);
    return {
      product: upstream.product,
      name: productName(upstream.product),
      version,
      newest,
      isIncluded: runsUpstreamAsPublished(product.id),
      later: spanOf(later),
      unread: newestUnread(catalogue, notes, product, branch(version)),
      notRead: unreadNotes(catalogue, upstream.product, [branch(version)])[0] ?? null,
      endedLine: later.length === 0 && isExtended(catalogue, product, newest) ? line(newest) : null,
      ...sortMatches(matchesOf(question, deciding), product, ownNotes, states),
      decides: ownNotes.undecided,
      unused: idsOf(own.filter((bug) => isUnusedHere(bug, states))).difference(ownNotes.undecided),
      fixes: fixedIds(own, known, (bug) =>
        contained.every((each) => lineage.containsFix(each, bug) === 'yes'),
      ),
      known,
      afterUpdate: tasksOf(later, upstream),
    };
  },
  ({ catalogue, notes, product, contained, states }) => [
    ...[catalogue, notes, product.id, contained.join(' '), keyOfStates(states)],
  ],
);

function idsOf(bugs: readonly KnownBug[]): ReadonlySet<string> {
  return new Set(bugs.map(({ id }) => id));
}

/** Ids of a product's own bugs all of whose CVEs are fixed by the upstream. */
function fixedIds(
  own: readonly KnownBug[],
  upstream: readonly KnownBug[],
  isFixed: (bug: KnownBug) => boolean,
): ReadonlySet<string> {
  const described = byCves(upstream);
  return idsOf(own.filter(({ cves }) => described.get(cves.join(' '))?.every(isFixed) === true));
}

/** Bugs with CVEs, by all of these. */
const byCves = memoize((bugs: readonly KnownBug[]) =>
  Map.groupBy(
    bugs.filter(({ cves }) => cves.length > 0),
    ({ cves }) => cves.join(' '),
  ),
);

/** Releases of an upstream, lowest first, and for each one the release whose notes decide about it, if they are known. */
function decidingReleases(
  notes: Catalogue,
  upstream: ProductId,
  contained: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    contained.toSorted(productOf(upstream).versions.compare).flatMap((version) => {
      const known = releaseWithNotes(notes, upstream, version);
      return known === null ? [] : [[version, known] as const];
    }),
  );
}

/** Bugs that any of the contained releases has. */
function matchesOf(
  { notes, product, contained, states }: Question,
  deciding: ReadonlyMap<string, string>,
): readonly BugMatch[] {
  const versions = [...deciding.keys()];
  const [version = ''] = versions;
  const upstream = product.upstream?.product ?? product.id;
  const bugsAt = (at: string): readonly BugMatch[] =>
    bugsOfVersion(notes, upstream, deciding.get(at) ?? at, states, product.id);
  return contained.length === 1 ? bugsAt(version) : bugsOfAny(versions, bugsAt);
}

/** Releases above a version on its branch, lowest first. */
function laterReleases(notes: Catalogue, upstream: ProductId, version: string): readonly Release[] {
  const { branch, compare } = productOf(upstream).versions;
  return lineageOf(notes, upstream)
    .onBranch(branch(version))
    .filter((release) => compare(release.version, version) > 0);
}

function spanOf(releases: readonly Release[]): UpstreamAnswer['later'] {
  const [from, to] = [releases[0]?.version, releases.at(-1)?.version];
  return from === undefined || to === undefined ? null : { from, to };
}

/** True if the vendor fixes an upstream's release in Extended Support: the upstream has ended its line. */
function isExtended({ releases }: Catalogue, { id, upstream }: Product, version: string): boolean {
  return releases.some(
    (release) =>
      release.product === id &&
      release.status.includes('extended-support') &&
      upstream?.releaseOf(release) === version,
  );
}

/** One list for all callers, since the search keeps its index by the list. */
const bugsOf = memoize((bugs: Catalogue['bugs'], product: ProductId): readonly KnownBug[] =>
  bugs.filter((bug) => bug.product === product),
);
