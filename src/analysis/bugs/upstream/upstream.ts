import { text } from '../../../l10n/index.ts';
import {
  memoize,
  type BugMatch,
  type ProductPart,
  type Catalogue,
  type KnownBug,
  type ProductId,
  type Release,
  type UpdateTask,
} from '../../../model/index.ts';
import { lineageOf, productName, productOf, type Product } from '../../../products/index.ts';
import { keyOfStates, type FeatureStates } from '../../features.ts';
import { bugsOfAny } from '../bugs-of-any.ts';
import { bugIdsOf, bugsOfVersion, containedFixes, isReported } from '../known-bugs.ts';
import { urgentAmong } from '../urgent-among.ts';
import {
  containedIn,
  newestUnread,
  releaseWithNotes,
  upstreamNotes,
  upstreamReleaseIn,
} from './contained.ts';
import {
  LEFT_OUT_REASONS,
  isUnusedHere,
  ownNotesOf,
  reasonToLeaveOut,
  runsUpstreamAsPublished,
  type LeftOutReason,
} from './left-out.ts';

/** Known bugs of the upstream that a product contains. They have a count of their own and do not influence decisions. */
export interface UpstreamAnswer {
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
  /** Major version that ended with this release; null if it goes on, or its end is unknown. */
  endedLine: string | null;
  /**
   * Bugs of the contained release: known ones first, then those that need a feature which is off, then undetermined ones
   * (low confidence), the most urgent of each first. Those of a range list the upstream's releases that have them.
   */
  matches: readonly BugMatch[];
  /**
   * Bugs of extensions that neither code nor settings name: not counted, and shown only if a symptom names the extension.
   */
  ofExtensions: readonly BugMatch[];
  counts: { listed: number; urgent: number; off: number; undetermined: number };
  leftOut: readonly { reason: LeftOutReason; count: number }[];
  /** Ids of bugs in the product's own notes on which the upstream's notes decide instead. */
  decides: ReadonlySet<string>;
  /** Ids of other bugs there that concern an extension not in use. */
  unused: ReadonlySet<string>;
  /** Ids of bugs in the product's own notes whose CVEs the contained release fixes: not undetermined. */
  fixes: ReadonlySet<string>;
  /** All bugs of the upstream's notes, from which the search computes the rarity of words. */
  known: readonly KnownBug[];
  /** Tasks that the later releases require after an update, the newest first. */
  afterUpdate: readonly { version: string; url: string; tasks: readonly UpdateTask[] }[];
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

/** Tasks of releases, the newest first. */
export function tasksOf(releases: readonly Release[]): UpstreamAnswer['afterUpdate'] {
  return releases
    .flatMap(({ version, url, afterUpdate: tasks }) => (tasks === undefined ? [] : [{ version, url, tasks }]))
    .toReversed();
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
  ({ catalogue, notes, product, contained, states }: Question): UpstreamAnswer | null => {
    const { upstream } = product;
    if (upstream === undefined) return null;
    const { compare, branch, line } = productOf(upstream.product).versions;
    const lineage = lineageOf(notes, upstream.product);
    const deciding = new Map(
      contained.flatMap((version) => {
        const known = releaseWithNotes(notes, upstream.product, version);
        return known === null ? [] : [[version, known] as const];
      }),
    );
    const known = [...deciding.keys()].sort(compare);
    const [version, newest] = [known[0], known.at(-1)];
    if (version === undefined || newest === undefined) return null;
    const bugsAt = (at: string): readonly BugMatch[] =>
      bugsOfVersion(notes, upstream.product, deciding.get(at) ?? at, states, product.id);
    const upstreamBugs = bugsOf(notes.bugs, upstream.product);
    const ownNotes = ownNotesOf(catalogue.bugs, product, upstreamBugs, line(version));
    const { counted, off, undetermined, ofExtensions, leftOut } = sortMatches(
      contained.length === 1 ? bugsAt(version) : bugsOfAny(known, bugsAt),
      ({ bug }) => reasonToLeaveOut(bug, product, ownNotes, states),
      (match) => (mayBeReplaced(match.bug, upstream.replaces) ? asUndetermined(match, product) : match),
    );
    const later = lineage
      .onBranch(branch(version))
      .filter((release) => compare(release.version, version) > 0);
    const [from, to] = [later[0]?.version, later.at(-1)?.version];
    return {
      product: upstream.product,
      name: productName(upstream.product),
      version,
      newest,
      isIncluded: runsUpstreamAsPublished(product.id),
      later: from === undefined || to === undefined ? null : { from, to },
      unread: newestUnread(catalogue, notes, product, branch(version)),
      endedLine: from === undefined && isExtended(catalogue, product, newest) ? line(newest) : null,
      matches: [...counted, ...off, ...undetermined],
      ofExtensions,
      decides: ownNotes.undecided,
      unused: unusedIds(catalogue.bugs, product.id, states).difference(ownNotes.undecided),
      fixes: fixedIds(catalogue.bugs, product.id, upstreamBugs, (bug) =>
        known.every((each) => lineage.containsFix(each, bug) === 'yes'),
      ),
      known: upstreamBugs,
      counts: {
        listed: counted.length,
        urgent: urgentAmong(counted).length,
        off: off.length,
        undetermined: undetermined.length,
      },
      leftOut: LEFT_OUT_REASONS.flatMap((reason) => {
        const count = leftOut.get(reason) ?? 0;
        return count === 0 ? [] : [{ reason, count }];
      }),
      afterUpdate: tasksOf(later),
    };
  },
  ({ catalogue, notes, product, contained, states }) => [
    ...[catalogue, notes, product.id, contained.join(' '), keyOfStates(states)],
  ],
);

/** Ids of a product's own bugs of extensions that are not in use. */
function unusedIds(bugs: Catalogue['bugs'], product: ProductId, states: FeatureStates): ReadonlySet<string> {
  const unused = bugs.filter((bug) => bug.product === product && isUnusedHere(bug, states));
  return new Set(unused.map(({ id }) => id));
}

/** Ids of a product's own bugs all of whose CVEs are fixed by the upstream. */
function fixedIds(
  bugs: Catalogue['bugs'],
  product: ProductId,
  upstream: readonly KnownBug[],
  isFixed: (bug: KnownBug) => boolean,
): ReadonlySet<string> {
  const byCve = Map.groupBy(
    upstream.filter(({ cves }) => cves.length > 0),
    ({ cves }) => cves.join(' '),
  );
  return new Set(
    bugs
      .filter((bug) => bug.product === product && bug.cves.length > 0)
      .filter(({ cves }) => byCve.get(cves.join(' '))?.every(isFixed) === true)
      .map(({ id }) => id),
  );
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

interface SortedMatches {
  counted: readonly BugMatch[];
  off: readonly BugMatch[];
  undetermined: readonly BugMatch[];
  /** Bugs of extensions that neither code nor settings name. */
  ofExtensions: readonly BugMatch[];
  leftOut: ReadonlyMap<LeftOutReason, number>;
}

/** @param rejudge match in the product, undetermined if the product replaces the part */
function sortMatches(
  matches: readonly BugMatch[],
  reasonOf: (match: BugMatch) => LeftOutReason | null,
  rejudge: (match: BugMatch) => BugMatch,
): SortedMatches {
  const leftOut = new Map<LeftOutReason, number>();
  const counted: BugMatch[] = [];
  const off: BugMatch[] = [];
  const undetermined: BugMatch[] = [];
  const ofExtensions: BugMatch[] = [];
  for (const match of matches) {
    const reason = reasonOf(match);
    if (reason === 'extension' && isReported(match)) ofExtensions.push(match);
    if (reason === null) {
      const judged = rejudge(match);
      if (isReported(judged)) counted.push(judged);
      else if (judged.applies !== 'off') undetermined.push(judged);
      else if (judged.confidence !== 'low') off.push(judged);
      // Bugs that may not exist in the version at all need no reason for being left out.
    } else if (match.confidence !== 'low') leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  return { counted, off, undetermined, ofExtensions, leftOut };
}

/** One list for all callers, since the search keeps its index by the list. */
const bugsOf = memoize((bugs: Catalogue['bugs'], product: ProductId): readonly KnownBug[] =>
  bugs.filter((bug) => bug.product === product),
);

function mayBeReplaced({ part, cves }: KnownBug, replaces: readonly ProductPart[]): boolean {
  return part !== undefined && cves.length === 0 && replaces.includes(part);
}

/** Marks an upstream bug as undetermined: the product replaces that part, so it may not apply. */
function asUndetermined(match: BugMatch, { names, upstream }: Product): BugMatch {
  const reason = text('bug.reason.ownPart', { name: names.display });
  return { ...match, confidence: 'low', reason, ...(upstream && { pages: upstream.pages }) };
}
