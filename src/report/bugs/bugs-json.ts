import { bugTitle, say, type Language } from '../../l10n/index.ts';
import { bugsApart, isCounted, withIncluded, type VersionAnswer } from '../../analysis/index.ts';
import type { BugMatch } from '../../model/index.ts';
import { filterJson } from '../filter.ts';
import { upstreamBugs } from './community-bugs.ts';
import { upstreamJson } from './upstream.ts';

/** JSON of `bugs PRODUCT VERSION`. For a range it also lists the versions, and for each bug those that have it. */
export function bugsJson(answer: VersionAnswer, language: Language): object {
  const { covered, matches, undetermined, scope, upstream, filter = {} } = answer;
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
    ...filterJson(filter),
    bugs: allBugsJson({ matches, upstream }, language),
  };
}

/** A bug with the notes that list it: those of the product or of its upstream. */
interface SourcedMatch {
  match: BugMatch;
  source: 'product' | 'upstream';
  /** Upstream release; null for bugs of the product, and for a range, since its bugs list those that have them. */
  upstreamVersion: string | null;
}

type Listed = Pick<VersionAnswer, 'matches' | 'upstream'>;

/** Counted bugs, the most urgent first, then those of an upstream that are counted apart. */
export function sourcedMatches(answer: Listed): SourcedMatch[] {
  const { upstream } = answer;
  const version = upstream?.newest === upstream?.version ? (upstream?.version ?? null) : null;
  return [...withIncluded(answer), ...bugsApart(answer)].map((match) =>
    match.bug.product === upstream?.product
      ? { match, source: 'upstream', upstreamVersion: version }
      : { match, source: 'product', upstreamVersion: null },
  );
}

/** The same bugs as JSON. */
export function allBugsJson(answer: Listed, language: Language): object[] {
  return sourcedMatches(answer).map(({ match, source, upstreamVersion }) => ({
    ...bugJson(match, language),
    source,
    ...(upstreamVersion !== null && { upstreamVersion }),
  }));
}

/** One bug of a version. */
export function bugJson(match: BugMatch, language: Language): object {
  const { bug, confidence, reason, fixedIn, url, applies, urgency, inVersions, pages } = match;
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
    ...(pages && { pages }),
    ...(inVersions && { inVersions }),
    ...(bug.os && {
      package: bug.os.package,
      advisory: bug.os.advisory,
      assigned: bug.os.assigned,
      advisoryUrl: bug.os.url ?? null,
    }),
  };
}
