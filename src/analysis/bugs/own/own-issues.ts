import type { KnownIssue } from '../../../config/index.ts';
import { memoize, type BugMatch, type Catalogue, type KnownBug } from '../../../model/index.ts';
import { isInRanges } from '../../../products/index.ts';

/** Catalogue with the team's own known issues added: bugs that no notes list, on versions that the team names. */
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

/** True for a bug that the team recorded, if it lists a version neither as affected nor as fixed. */
function isUnsettledIn({ origin, bounds, fixedIn = [] }: KnownBug, version: string): boolean {
  return origin === 'team' && !isInRanges(version, bounds.names) && !isInRanges(version, fixedIn);
}

/** Bugs of another version, with the team's own bugs of the present one that may be open there, as undetermined. */
export function withOpenIssues(
  there: readonly BugMatch[],
  here: readonly BugMatch[],
  version: string,
): readonly BugMatch[] {
  const open = here.filter(({ bug }) => isUnsettledIn(bug, version));
  return open.length === 0
    ? there
    : [...there, ...open.map((match) => ({ ...match, confidence: 'low' as const }))];
}
