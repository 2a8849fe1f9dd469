import { bugTitle, say, type Language } from '../../l10n/index.ts';
import { isCounted, type VersionAnswer } from '../../analysis/index.ts';
import type { BugMatch } from '../../model/index.ts';
import { upstreamBugs } from './community-bugs.ts';
import { upstreamJson } from './upstream.ts';

/** JSON of `bugs PRODUCT VERSION`. For a range it also lists the versions, and for each bug those that have it. */
export function bugsJson(answer: VersionAnswer, language: Language): object {
  const { covered, matches, undetermined, scope, upstream } = answer;
  const { product, version, coverage, versions } = covered;
  return {
    schemaVersion: 1,
    product,
    version,
    coverage,
    ...(coverage === 'partial' && { versions }),
    ...((coverage === 'known' || coverage === 'partial') && { undetermined }),
    counts: isCounted(answer) ? answer.counts : null,
    scope: scope === null ? null : say(scope, language),
    ...(upstream && { upstream: upstreamJson(upstream) }),
    bugs: allBugsJson({ matches, upstream }, language),
  };
}

/** Bugs of the product, then those of the upstream product that it contains. */
export function allBugsJson(
  { matches, upstream }: Pick<VersionAnswer, 'matches' | 'upstream'>,
  language: Language,
): object[] {
  const own = matches.map((match) => ({ ...bugJson(match, language), source: 'product' }));
  const contained = upstream?.matches.map((match) => ({
    ...bugJson(match, language),
    source: 'upstream',
    // A range contains several: the bug lists those that have it.
    ...(upstream.newest === upstream.version && { upstreamVersion: upstream.version }),
  }));
  return [...own, ...(contained ?? [])];
}

/** One bug of a version. */
export function bugJson(match: BugMatch, language: Language): object {
  const { bug, confidence, reason, fixedIn, url, applies, urgency, inVersions } = match;
  return {
    id: bug.id,
    title: say(bugTitle(bug), language),
    impact: bug.impact,
    severity: bug.severity,
    urgency: urgency.level,
    urgencyScore: urgency.score,
    urgencyWhy: urgency.why.map((reason) => say(reason, language)),
    consequences: bug.consequences,
    features: bug.features,
    needs: bug.needs,
    cves: bug.cves,
    communityBugs: upstreamBugs(bug).map(({ number, url }) => ({ number, url })),
    fixedIn,
    confidence,
    applies,
    reason: say(reason, language),
    why: bug.why,
    aliases: bug.aliases,
    text: bug.text,
    url,
    ...(inVersions && { inVersions }),
    ...(bug.os && {
      package: bug.os.package,
      advisory: bug.os.advisory,
      assigned: bug.os.assigned,
      advisoryUrl: bug.os.url ?? null,
    }),
  };
}
