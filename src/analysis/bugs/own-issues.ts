import type { KnownIssue } from '../../config/index.ts';
import { memoize, type BugMatch, type Catalogue, type KnownBug } from '../../model/index.ts';
import { isInRanges } from '../../products/index.ts';

/** The catalogue and the team's own known issues beside it: bugs that no notes list, on versions that the team names. */
export const withKnownIssues = memoize((catalogue: Catalogue, issues: readonly KnownIssue[]): Catalogue =>
  issues.length === 0 ? catalogue : { ...catalogue, bugs: [...catalogue.bugs, ...issues.map(asBug)] },
);

function asBug(issue: KnownIssue): KnownBug {
  return {
    id: issue.id,
    product: issue.product,
    title: issue.title,
    impact: issue.impact,
    severity: issue.severity,
    consequences: [issue.impact],
    features: issue.features,
    needs: issue.features.length === 0 ? [] : [issue.features],
    traits: [],
    cves: [],
    communityBugs: [],
    listings: [],
    aliases: [],
    bounds: { introducedIn: null, introducedInCommunity: null, names: issue.versions, upgradeOnly: false },
    why: [issue.reason],
    text: issue.reason,
    origin: 'team',
    ...(issue.fixed !== undefined && { fixedIn: issue.fixed }),
  };
}

/** True of a bug that the team recorded, in a version of which nobody says that it has it or its fix. */
function isOpenIn({ origin, bounds, fixedIn = [] }: KnownBug, version: string): boolean {
  return origin === 'team' && !isInRanges(version, bounds.names) && !isInRanges(version, fixedIn);
}

/**
 * The bugs of another version, and those among the present ones that the team recorded and nobody calls fixed there: of these
 * it is not known.
 */
export function withOpenIssues(
  there: readonly BugMatch[],
  here: readonly BugMatch[],
  version: string,
): readonly BugMatch[] {
  const open = here.filter(({ bug }) => isOpenIn(bug, version));
  return open.length === 0
    ? there
    : [...there, ...open.map((match) => ({ ...match, confidence: 'low' as const }))];
}
