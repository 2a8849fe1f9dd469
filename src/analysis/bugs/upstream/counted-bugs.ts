import { memoize, type BugMatch, type Catalogue, type ProductId } from '../../../model/index.ts';
import type { FeatureStates } from '../../features.ts';
import { bugIdsOf, bugsOfVersion, compareMatches, isReported, reportedBugs } from '../known-bugs.ts';
import { runsUpstreamAsPublished, upstreamAnswer, upstreamIds } from './upstream.ts';

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
  const upstream = runsUpstreamAsPublished(product)
    ? upstreamAnswer(catalogue, product, [version], states)
    : null;
  return upstream === null ? own : joinedBugs(own, upstream.matches);
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
