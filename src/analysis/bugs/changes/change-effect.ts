import { memoize, type BugMatch } from '../../../model/index.ts';
import { isReported } from '../known-bugs.ts';

/** What changes from the known bugs of one version to those of another. */
export interface ChangeEffect {
  /** Known of the one, and not in the other. With what stays and what is undetermined these are all that the one has. */
  clears: readonly BugMatch[];
  /** Known of both. */
  leaves: readonly BugMatch[];
  /** Known of the one; whether the other has them is unknown. */
  undetermined: readonly BugMatch[];
  /** Known of the other, and not in the one. */
  brings: readonly BugMatch[];
  /** Known of the other; whether the one has them is unknown. */
  undeterminedThere: readonly BugMatch[];
}

/** @param here all bugs of a version, those of low confidence too; so `there` */
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

/** The ids of the bugs of a list, which many versions are compared with. */
export const idsOf = memoize(
  (matches: readonly BugMatch[]): ReadonlySet<string> => new Set(matches.map(({ bug }) => bug.id)),
);
