import { text } from '../../l10n/index.ts';
import { ownIssueMatch } from './own/own-issue-match.ts';
import {
  memoize,
  compareImpact,
  compareSeverity,
  compareVersions,
  type BugMatch,
  type Catalogue,
  type Confidence,
  type KnownBug,
  type ProductId,
} from '../../model/index.ts';
import { isInRanges, lineageOf, productOf, type Judgement, type Lineage } from '../../products/index.ts';
import { engineCoverage } from './engine-coverage.ts';
import { appliesTo, keyOfState, keyOfStates, type FeatureStates } from '../features.ts';
import { urgencyOf } from '../urgency/urgency.ts';

/**
 * Known bugs of a version of a product with a lineage, the most urgent first, including those of `low` confidence.
 * Check `coverageOf` first: for an uncovered version the list has no meaning.
 * @param runs product that runs, which can contain this one
 */
export function bugsOfVersion(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates = new Map(),
  runs: ProductId = product,
): readonly BugMatch[] {
  return applyingAt(catalogue, product, version, states, 'all', runs);
}

/** Reported bugs of a version. They are about a third of all, and only these are sorted. */
export function reportedBugs(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): readonly BugMatch[] {
  return applyingAt(catalogue, product, version, states, 'reported');
}

/** Ids of all bugs of a version, which do not depend on settings. */
export function bugIdsOf(catalogue: Catalogue, product: ProductId, version: string): ReadonlySet<string> {
  if (engineCoverage(catalogue, product, version).coverage !== 'known') return new Set();
  return idsAt(lineageOf(catalogue, product), catalogue.bugs, product, version);
}

const idsAt = memoize(
  (lineage: Lineage, bugs: Catalogue['bugs'], product: ProductId, version: string): ReadonlySet<string> =>
    new Set(claimedBugsAt(lineage, bugs, product, version).map(({ bug }) => bug.id)),
);

function applyingAt(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  asked: FeatureStates,
  which: 'all' | 'reported',
  runs: ProductId = product,
): readonly BugMatch[] {
  if (engineCoverage(catalogue, product, version).coverage !== 'known') return [];
  const inUse = productOf(product).features?.ofVersion?.(version) ?? [];
  const states =
    inUse.length === 0 ? asked : new Map([...asked, ...inUse.map((feature) => [feature, 'on'] as const)]);
  return matchesAt({
    lineage: lineageOf(catalogue, product),
    bugs: catalogue.bugs,
    product,
    version,
    states,
    which,
    runs,
  });
}

interface MatchQuery {
  lineage: Lineage;
  bugs: Catalogue['bugs'];
  product: ProductId;
  version: string;
  states: FeatureStates;
  which: 'all' | 'reported';
  runs: ProductId;
}

/** Memoized, because hundreds of assets share a version and states, and each edit judges them again. */
const matchesAt = memoize(
  ({ lineage, bugs, product, version, states, which, runs }: MatchQuery): readonly BugMatch[] => {
    const claims = claimedBugsAt(lineage, bugs, product, version);
    if (which === 'all') return applicable(claims, version, lineage, states, runs);
    const sure = claims.filter(({ found }) => found.confidence !== 'low');
    return applicable(sure, version, lineage, states, runs).filter(isReported);
  },
  ({ lineage, bugs, version, states, which, runs }) => [
    lineage,
    bugs,
    version,
    which,
    runs,
    keyOfStates(states),
  ],
);

/** True if the texts of a bug, or of a bug that it joins, name versions. */
function namesVersions({ origin, bounds, joins }: KnownBug): boolean {
  return origin === 'team' || bounds.introducedIn !== null || bounds.names.length > 0 || joins !== undefined;
}

/**
 * The team's own issues of a version, the most urgent first. They name their versions themselves, so they apply even if
 * the notes do not cover the version.
 */
export function ownIssuesOfVersion(
  { bugs }: Pick<Catalogue, 'bugs'>,
  product: ProductId,
  version: string,
  states: FeatureStates = new Map(),
): readonly BugMatch[] {
  const own = bugs.filter((bug) => bug.origin === 'team' && bug.product === product);
  return own
    .filter((bug) => isInRanges(version, bug.bounds.names))
    .map((bug) => withUrgency(ownIssueMatch(bug), states))
    .sort(compareMatches);
}

/** Bugs whose fix a version certainly contains, each with a release that brought the fix. */
export function containedFixes(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
): readonly BugMatch[] {
  const own = catalogue.bugs.filter((bug) => bug.product === product);
  return containedAmong(catalogue, own, product, version);
}

/** Those of some bugs of a product whose fix a version certainly contains. */
export function containedAmong(
  catalogue: Catalogue,
  bugs: readonly KnownBug[],
  product: ProductId,
  version: string,
): readonly BugMatch[] {
  if (engineCoverage(catalogue, product, version).coverage !== 'known') return [];
  const lineage = lineageOf(catalogue, product);
  return bugs.flatMap((bug) => {
    if (bug.origin === 'team' || lineage.containsFix(version, bug) !== 'yes') return [];
    const release = [...lineage.fixes(bug).values()].find((each) => lineage.containsRelease(version, each));
    return release === undefined ? [] : [fixMatch(bug, release, lineage)];
  });
}

/** Bugs that any release lists as fixed, each with the newest such release. */
export function listedFixes(catalogue: Catalogue, product: ProductId): readonly BugMatch[] {
  const lineage = lineageOf(catalogue, product);
  const { compare } = productOf(product).versions;
  return catalogue.bugs.flatMap((bug) => {
    if (bug.product !== product || bug.origin === 'team') return [];
    const newest = [...lineage.fixes(bug).values()].sort(compare).at(-1);
    return newest === undefined ? [] : [fixMatch(bug, newest, lineage)];
  });
}

function fixMatch(bug: KnownBug, release: string, lineage: Lineage): BugMatch {
  const reason = text('incident.fixedIn', { release });
  const url = lineage.release(release)?.url ?? null;
  return withUrgency(
    { bug, confidence: 'high', reason, fixedIn: [release], nearestFix: release, url },
    new Map(),
  );
}

/** Bugs that apply, the most urgent first. */
function applicable(
  claims: readonly ClaimedBug[],
  version: string,
  lineage: Lineage,
  states: FeatureStates,
  runs: ProductId,
): BugMatch[] {
  return claims
    .map((claim) => withUrgency(matchOf(claim, version, lineage), states, runs))
    .sort(compareMatches);
}

function withUrgency(match: Unjudged, states: FeatureStates, runs = match.bug.product): BugMatch {
  const { bug, confidence, reason, fixedIn, nearestFix, url, inVersions } = match;
  const { applies, urgency } = judgementFor(match, states, runs);
  return {
    bug,
    confidence,
    reason,
    fixedIn,
    nearestFix,
    url,
    applies,
    urgency,
    ...(inVersions && { inVersions }),
  };
}

/** Memoized by the product and the settings of the features that a bug needs, for all versions and assets. */
const judgementFor = memoize(
  (match: Unjudged, states: FeatureStates, runs: ProductId): Pick<BugMatch, 'applies' | 'urgency'> => ({
    applies: appliesTo(match.bug, states),
    urgency: urgencyOf(match, states, runs),
  }),
  (match, states, runs) => [runs, keyOfNeeds(match, states), match.bug],
);

/** Confidence and the states of the needed features, a digit each; a text only if code names an extension. */
function keyOfNeeds({ bug: { needs }, confidence }: Unjudged, states: FeatureStates): string | number {
  let number = CONFIDENCES.indexOf(confidence);
  for (const either of needs) {
    for (const feature of either) {
      const state = states.get(feature);
      if (typeof state === 'object')
        return [confidence, ...needs.flat().map((each) => keyOfState(states.get(each)))].join(' ');
      number = number * 3 + digitOf(state);
    }
  }
  return number;
}

function digitOf(state: 'on' | 'off' | undefined): number {
  if (state === undefined) return 0;
  return state === 'on' ? 1 : 2;
}

/** Status of a bug in a version. Most are never shown, so the details are added later. */
interface ClaimedBug {
  bug: KnownBug;
  found: Judgement;
}

/** A match before the asset's settings are considered. */
type Unjudged = Omit<BugMatch, 'applies' | 'urgency'>;

/**
 * All claims about a version, unordered. Equivalent versions share their bugs, except those fixed between them and
 * those with bounds that name versions.
 */
const claimedBugsAt = memoize(
  (lineage: Lineage, bugs: Catalogue['bugs'], product: ProductId, version: string): readonly ClaimedBug[] => {
    const { all, named } = bugsOf(bugs, product);
    const first = lineage.firstAlike(version);
    if (first === version) return claimingBugs(lineage, all, version);
    const { branch: branchOf, compare } = productOf(product).versions;
    const branch = branchOf(version);
    const alike = claimedBugsAt(lineage, bugs, product, first).filter(({ bug }) => {
      const fix = lineage.fixes(bug).get(branch);
      return (fix === undefined || compare(fix, version) > 0) && !namesVersions(bug);
    });
    return [...alike, ...claimingBugs(lineage, named, version)];
  },
);

function claimingBugs(lineage: Lineage, bugs: readonly KnownBug[], version: string): ClaimedBug[] {
  const claims: ClaimedBug[] = [];
  for (const bug of bugs) {
    const found = judgementOf(lineage, bug, version);
    if (found !== null) claims.push({ bug, found });
  }
  return claims;
}

/** Judgement of a bug in a version; null if it does not have it. The team's own issues name versions or ranges. */
function judgementOf(lineage: Lineage, bug: KnownBug, version: string): Judgement | null {
  if (bug.origin !== 'team') return lineage.judgePin(bug, version);
  return isInRanges(version, bug.bounds.names) ? ownIssueMatch(bug) : null;
}

/** Bugs of a product, and those among them whose texts name versions. */
interface ProductBugs {
  all: readonly KnownBug[];
  named: readonly KnownBug[];
}

const bugsOf = memoize((bugs: Catalogue['bugs'], product: ProductId): ProductBugs => {
  const all = bugs.filter((bug) => bug.product === product);
  return { all, named: all.filter(namesVersions) };
});

/**
 * Bugs in upgrading to a version across major lines, as reported by its own line or the line that it continues. They
 * belong to the advice that leads there, not to an asset that already runs the version.
 */
export function bugsInUpgradingTo(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
): readonly BugMatch[] {
  return inUpgradingTo(lineageOf(catalogue, product), catalogue.bugs, product, version);
}

const inUpgradingTo = memoize(
  (lineage: Lineage, bugs: Catalogue['bugs'], product: ProductId, version: string): readonly BugMatch[] => {
    const upgrading = bugs
      .filter((bug) => bug.product === product && bug.bounds.upgradeOnly)
      .map((bug) => ({ ...bug, bounds: { ...bug.bounds, upgradeOnly: false } }));
    const claims = claimingBugs(lineage, upgrading, version);
    return applicable(claims, version, lineage, new Map(), product).filter(isReported);
  },
);

/** A claim with the releases that fix the bug. */
function matchOf({ bug, found }: ClaimedBug, version: string, lineage: Lineage): Unjudged {
  if (bug.origin === 'team') return ownIssueMatch(bug);
  const { compare, branch } = productOf(bug.product).versions;
  const fixes = lineage.fixes(bug);
  const fixedIn = sortedFixes(fixes, compare);
  const own = fixes.get(branch(version));
  const nearest = own ?? fixedIn.find((fix) => compare(fix, version) > 0) ?? fixedIn.at(-1) ?? null;
  const url = nearest === null ? null : (lineage.release(nearest)?.url ?? null);
  return { bug, ...found, fixedIn, nearestFix: nearest, url };
}

/** The last listing of each branch, in order of version; bugs that are listed alike share one. */
export const sortedFixes = memoize(
  (fixes: ReadonlyMap<string, string>, compare: (a: string, b: string) => number): readonly string[] =>
    [...fixes.values()].sort(compare),
);

/** The most urgent first, then the worst, then the most certain. Ties are ordered by id, so that the order is stable. */
export function compareMatches(a: BugMatch, b: BugMatch): number {
  return (
    b.urgency.score - a.urgency.score ||
    compareSeverity(a.bug.severity, b.bug.severity) ||
    CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
    compareImpact(a.bug.impact, b.bug.impact) ||
    compareVersions(a.nearestFix ?? '', b.nearestFix ?? '') ||
    (a.bug.id < b.bug.id ? -1 : 1)
  );
}

/** The most certain first. */
const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

/**
 * True for high and medium confidence. Low confidence is shown on request; a bug whose features are all off is never
 * reported.
 */
export function isReported(match: BugMatch): boolean {
  return match.confidence !== 'low' && match.applies !== 'off';
}
