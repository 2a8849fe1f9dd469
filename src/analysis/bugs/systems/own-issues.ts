import { ownIssueMatch } from '../own/own-issue-match.ts';
import { urgencyOf } from '../../urgency/urgency.ts';
import {
  memoize,
  type BugMatch,
  type Catalogue,
  type KnownBug,
  type ProductId,
} from '../../../model/index.ts';
import { isInRanges, type PinnedOs } from '../../../products/index.ts';
import { placeOf } from './releases.ts';

/**
 * The team's own known issues of a pinned release. They name their versions themselves, so they apply even if the
 * catalogue knows too little to count. A separately numbered image has those of the release that it was built on.
 */
export function ownIssuesOf(catalogue: Catalogue, pinned: PinnedOs): BugMatch[] {
  const issues = teamIssues(catalogue.bugs, pinned.product);
  if (issues.length === 0) return [];
  const { at, own } = placeOf(catalogue, pinned);
  const version = own?.version ?? at.version;
  return issues.filter((bug) => isOwnIssueOf(bug, version)).map(ownMatch);
}

const teamIssues = memoize((bugs: Catalogue['bugs'], product: ProductId): readonly KnownBug[] =>
  bugs.filter((bug) => bug.product === product && bug.origin === 'team'),
);

/** True if one of the team's own issues names a release. */
function isOwnIssueOf({ bounds }: KnownBug, version: string): boolean {
  return isInRanges(version, bounds.names);
}

function ownMatch(bug: KnownBug): BugMatch {
  const match = ownIssueMatch(bug);
  return { ...match, applies: 'possible', urgency: urgencyOf(match, new Map()) };
}
