import { memoize, type BugMatch } from '../../../model/index.ts';
import { isReported } from '../known-bugs.ts';

/** Difference between the known bugs of two versions. */
export interface ChangeEffect {
  /** Known in the first version, not in the second. With `leaves` and `undetermined`, these are all bugs of the first. */
  clears: readonly BugMatch[];
  /** Known in both versions. */
  leaves: readonly BugMatch[];
  /** Known in the first version, undetermined in the second. */
  undetermined: readonly BugMatch[];
  /** Known in the second version, and not in the first. */
  brings: readonly BugMatch[];
  /** Known in the second version, undetermined in the first. */
  undeterminedThere: readonly BugMatch[];
}

/** @param here all bugs of a version, including those of low confidence; the same holds for `there` */
export function effectBetween(here: readonly BugMatch[], there: readonly BugMatch[]): ChangeEffect {
  const known = { here: idsOf(here.filter(isReported)), there: idsOf(there.filter(isReported)) };
  const possible = { here: idsOf(here), there: idsOf(there) };
  const [left, met] = [here.filter(isReported), there.filter(isReported)];
  return {
    clears: left.filter(({ bug }) => !possible.there.has(bug.id)),
    leaves: met.filter(({ bug }) => known.here.has(bug.id)),
    brings: met.filter(({ bug }) => !possible.here.has(bug.id)),
    undetermined: left.filter(({ bug }) => possible.there.has(bug.id) && !known.there.has(bug.id)),
    undeterminedThere: met.filter(({ bug }) => possible.here.has(bug.id) && !known.here.has(bug.id)),
  };
}

/** Ids of a list of bugs. Memoized, because many versions are compared with one list. */
export const idsOf = memoize(
  (matches: readonly BugMatch[]): ReadonlySet<string> => new Set(matches.map(({ bug }) => bug.id)),
);
