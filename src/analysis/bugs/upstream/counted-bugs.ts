import { memoize, type BugMatch, type Catalogue, type ProductId } from '../../../model/index.ts';
import { productOf } from '../../../products/index.ts';
import type { FeatureStates } from '../../features.ts';
import { bugIdsOf, compareMatches, isReported, reportedBugs } from '../known-bugs.ts';
import { upstreamAnswer, upstreamIds } from './upstream.ts';

/**
 * True if the known bugs of a product are its upstream's: RDS runs PostgreSQL unchanged. Aurora replaces parts of it
 * and fixes more than its notes list, so the upstream's bugs are counted separately there.
 */
export function runsUpstreamAsPublished(product: ProductId): boolean {
  return productOf(product).upstream?.replaces.length === 0;
}

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
  const own = reportedBugs(catalogue, product, version, states);
  const upstream = runsUpstreamAsPublished(product)
    ? upstreamAnswer(catalogue, product, [version], states)
    : null;
  return upstream === null ? own : joinedBugs(own, upstream.matches);
}

/** One list for all callers, since results are kept by the list. */
const joinedBugs = memoize((own: readonly BugMatch[], upstream: readonly BugMatch[]): readonly BugMatch[] =>
  [...own, ...upstream.filter(isReported)].sort(compareMatches),
);

/** Ids of all bugs that a version may have, of those that `countedBugs` counts. */
export function countedIds(catalogue: Catalogue, product: ProductId, version: string): ReadonlySet<string> {
  const own = bugIdsOf(catalogue, product, version);
  return runsUpstreamAsPublished(product) ? own.union(upstreamIds(catalogue, product, version)) : own;
}
