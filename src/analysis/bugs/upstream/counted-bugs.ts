import {
  memoize,
  type BugDetails,
  type BugMatch,
  type Catalogue,
  type ProductId,
} from '../../../model/index.ts';
import { hasLineage } from '../../../products/index.ts';
import { NO_STATES, type FeatureStates } from '../../features.ts';
import { bugsAt, type AskedVersion } from '../at-version.ts';
import { bugIdsOf, bugsOfVersion, compareMatches, isReported, reportedBugs } from '../known-bugs.ts';
import { urgentAmong } from '../urgent-among.ts';
import { inOrder, runsUpstreamAsPublished } from './left-out.ts';
import { upstreamAnswer, upstreamIds, type UpstreamAnswer } from './upstream.ts';

/**
 * Reported bugs of a version as its diagnostic counts them, the most urgent first: those of the product's notes and, of a
 * product that runs its upstream as published, those of the upstream.
 */
export function countedBugs(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): readonly BugMatch[] {
  return runsUpstreamAsPublished(product)
    ? reportedAmong(countableBugs(catalogue, product, version, states))
    : reportedBugs(catalogue, product, version, states);
}

/** The same with bugs of low confidence. */
export function countableBugs(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): readonly BugMatch[] {
  const own = bugsOfVersion(catalogue, product, version, states);
  const upstream = upstreamAnswer(catalogue, product, [version], states);
  return withIncluded({ matches: bugsBeside(own, upstream), upstream });
}

/** Known bugs of a version of any product that its counts are about, with those of low confidence. */
export function countableAt(catalogue: Catalogue, asked: AskedVersion): readonly BugMatch[] {
  const { product, version, states = NO_STATES } = asked;
  return hasLineage(product) ? countableBugs(catalogue, product, version, states) : bugsAt(catalogue, asked);
}

/** The same as `countedBugs` with those that need a feature which is off: what the notes list, regardless of settings. */
export function listedBugs(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): readonly BugMatch[] {
  const upstream = includedUpstream(catalogue, product, version, states);
  const own = bugsBeside(reportedBugs(catalogue, product, version, NO_STATES), upstream);
  return upstream === null
    ? own
    : [...own, ...upstream.matches.filter(({ confidence }) => confidence !== 'low')];
}

/** Bugs of an upstream that a product runs as published; null for others. */
function includedUpstream(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): UpstreamAnswer | null {
  return runsUpstreamAsPublished(product) ? upstreamAnswer(catalogue, product, [version], states) : null;
}

/**
 * Bugs in a product's own notes, without those on which its upstream's notes decide, those of unused extensions, and
 * undetermined ones that the contained release fixes.
 */
export const bugsBeside = memoize((own: readonly BugMatch[], upstream: UpstreamAnswer | null) =>
  upstream === null ? own : own.filter((match) => isCountedBeside(match, upstream)),
);

function isCountedBeside({ bug: { id }, confidence }: BugMatch, upstream: UpstreamAnswer): boolean {
  if (upstream.decides.has(id) || upstream.unused.has(id)) return false;
  return confidence !== 'low' || !upstream.fixes.has(id);
}

/**
 * The upstream's answer with bugs in a product's own notes that concern extensions not in use among those left out, unless
 * the upstream's notes have them there.
 */
export function withOwnUnused(upstream: UpstreamAnswer, own: readonly BugMatch[]): UpstreamAnswer {
  const counted = new Set(upstream.ofExtensions.flatMap(({ bug }) => bug.cves));
  const { length } = own.filter(
    ({ bug, confidence }) =>
      confidence !== 'low' && upstream.unused.has(bug.id) && !bug.cves.some((cve) => counted.has(cve)),
  );
  const leftOut = new Map(upstream.leftOut.map(({ reason, count }) => [reason, count]));
  leftOut.set('extension', (leftOut.get('extension') ?? 0) + length);
  return { ...upstream, leftOut: inOrder(leftOut) };
}

/** Bugs of an answer that its counts are about: the product's own, and those of an upstream that it runs as published. */
export function withIncluded({ matches, upstream }: AnsweredBugs): readonly BugMatch[] {
  return upstream?.isIncluded === true ? joinedBugs(matches, upstream.matches) : matches;
}

/** Bugs of an answer's upstream that are counted apart. */
export function bugsApart({ upstream }: Pick<AnsweredBugs, 'upstream'>): readonly BugMatch[] {
  return upstream === null || upstream.isIncluded ? [] : upstream.matches;
}

interface AnsweredBugs {
  matches: readonly BugMatch[];
  upstream: UpstreamAnswer | null;
}

// One list for all callers, since results are kept by the list.
const joinedBugs = memoize((own: readonly BugMatch[], upstream: readonly BugMatch[]): readonly BugMatch[] =>
  [...own, ...upstream].sort(compareMatches),
);
const reportedAmong = memoize((matches: readonly BugMatch[]): readonly BugMatch[] =>
  matches.filter(isReported),
);

/** Ids of all bugs that a version may have, of those that `countedBugs` counts. */
export function countedIds(catalogue: Catalogue, product: ProductId, version: string): ReadonlySet<string> {
  const own = bugIdsOf(catalogue, product, version);
  return runsUpstreamAsPublished(product) ? own.union(upstreamIds(catalogue, product, version)) : own;
}

/**
 * Counts of an upstream's bugs; null if nothing is known about it, or later releases fix nothing.
 * @param counted reported bugs as `countedBugs` returns them, without those that the team suppressed
 */
export function upstreamCounts(
  upstream: UpstreamAnswer | null,
  counted: readonly BugMatch[],
): NonNullable<BugDetails['upstream']> | null {
  if (upstream === null || upstream.later === null) return null;
  const { name, product, later, counts, isIncluded } = upstream;
  if (!isIncluded) {
    const { listed, urgent, off } = counts;
    return { name, ...later, listed, urgent, ...(off > 0 && { off }) };
  }
  const included = counted.filter(({ bug }) => bug.product === product);
  return { name, ...later, listed: included.length, urgent: urgentAmong(included).length, included: true };
}
