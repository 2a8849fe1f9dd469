import type { KnownIssue } from '../../config/index.ts';
import type { Catalogue, KnownBug } from '../../model/index.ts';

/** The catalogue and the team's own known issues beside it: bugs that no notes list, on versions that the team names. */
export function withKnownIssues(catalogue: Catalogue, issues: readonly KnownIssue[]): Catalogue {
  return issues.length === 0 ? catalogue : { ...catalogue, bugs: [...catalogue.bugs, ...issues.map(asBug)] };
}

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
  };
}
