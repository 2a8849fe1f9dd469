import { ownIssueMatch } from '../own/own-issue-match.ts';
import { urgencyOf } from '../../urgency/urgency.ts';
import { type BugMatch, type Catalogue, type KnownBug } from '../../../model/index.ts';
import { isInRanges, type PinnedOs } from '../../../products/index.ts';
import { builtFrom, osReleases, baseRelease } from './releases.ts';

/**
 * The team's own known issues of a pinned release. They name their versions themselves, so they apply even if the
 * catalogue knows too little to count. A separately numbered image has those of the release that it was built on.
 */
export function ownIssuesOf(catalogue: Catalogue, pinned: PinnedOs): BugMatch[] {
  const own = catalogue.bugs.filter(({ product, origin }) => product === pinned.product && origin === 'team');
  if (own.length === 0) return [];
  const at = builtFrom(catalogue, pinned);
  const base = at.byDate ? baseRelease(osReleases(catalogue, at.product), at) : null;
  const version = base?.version ?? at.version;
  return own.filter((bug) => isOwnIssueOf(bug, version)).map(ownMatch);
}

/** True if one of the team's own issues names a release. */
function isOwnIssueOf({ bounds }: KnownBug, version: string): boolean {
  return isInRanges(version, bounds.names);
}

function ownMatch(bug: KnownBug): BugMatch {
  const match = ownIssueMatch(bug);
  return { ...match, applies: 'possible', urgency: urgencyOf(match, new Map()) };
}
