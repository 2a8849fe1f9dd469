import { ownIssueMatch } from './own-issue-match.ts';
import {
  madeOnce,
  compareImpact,
  compareSeverity,
  compareVersions,
  type BugMatch,
  type Catalogue,
  type Confidence,
  type KnownBug,
  type ProductId,
} from '../../model/index.ts';
import { isInRanges, lineageOf, productOf, type Lineage } from '../../products/index.ts';
import { engineCoverage } from './engine-coverage.ts';
import { appliesTo, keyOfState, keyOfStates, type FeatureStates } from './features.ts';
import { urgencyOf } from '../urgency/urgency.ts';

/**
 * The known bugs of a version of a product with a lineage, the most urgent first. Bugs of `low` confidence are included:
 * callers choose. A version that the notes do not cover has no answer: ask `coverageOf` first.
 */
export function bugsOfVersion(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates = new Map(),
): readonly BugMatch[] {
  if (engineCoverage(catalogue, product, version).coverage !== 'known') return [];
  const inUse = productOf(product).features?.ofVersion?.(version) ?? [];
  if (inUse.length > 0) states = new Map([...states, ...inUse.map((feature) => [feature, 'on'] as const)]);
  return applyingAt(catalogue, product, version, states);
}

function applyingAt(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  states: FeatureStates,
): readonly BugMatch[] {
  const lineage = lineageOf(catalogue, product);
  const { bugs } = catalogue;
  const known = madeOnce(answersOf(lineage).applying, bugs, () => new Map<string, readonly BugMatch[]>());
  return madeOnce(known, [version, keyOfStates(states)].join(';'), () => {
    const first = lineage.firstAlike(version);
    if (first === version) return applying(matchesAt(bugs, product, version, lineage), states);
    const { branch: branchOf, compare } = productOf(product).versions;
    const branch = branchOf(version);
    const alike = applyingAt(catalogue, product, first, states).filter(({ bug, nearestFix: fix }) => {
      const isFixed = fix !== null && branchOf(fix) === branch && compare(fix, version) <= 0;
      return !isFixed && !namesVersions(bug);
    });
    const { named } = bugsOf(bugs, product);
    if (named.length === 0) return alike;
    return [...alike, ...applying(matching(lineage, named, version), states)].sort(compareMatches);
  });
}

/** Whether a bug is one of a version by what tells of it alone, or of the bugs that it joins. */
function namesVersions({ origin, bounds, joins }: KnownBug): boolean {
  return origin === 'team' || bounds.introducedIn !== null || bounds.names.length > 0 || joins !== undefined;
}

/**
 * The team's own issues of a version, the most urgent first. They name their versions themselves: they hold also where the
 * notes tell nothing of it.
 */
export function ownIssuesOfVersion(
  { bugs }: Pick<Catalogue, 'bugs'>,
  product: ProductId,
  version: string,
  states: FeatureStates = new Map(),
): readonly BugMatch[] {
  const own = bugs.filter((bug) => bug.origin === 'team' && bug.product === product);
  return applying(
    own.flatMap((bug) => matchOwnIssue(bug, version) ?? []),
    states,
  );
}

/** The most urgent first. */
function applying(matches: readonly Unjudged[], states: FeatureStates): readonly BugMatch[] {
  return matches.map((match) => withUrgency(match, states)).sort(compareMatches);
}

function withUrgency(match: Unjudged, states: FeatureStates): BugMatch {
  const { bug, confidence, reason, fixedIn, nearestFix, url, inVersions } = match;
  const known = madeOnce(VERDICTS, bug, () => new Map<string | number, Verdict>());
  const { applies, urgency } = madeOnce(known, keyOfNeeds(match, states), () => ({
    applies: appliesTo(bug, states),
    urgency: urgencyOf(match, states),
  }));
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

type Verdict = Pick<BugMatch, 'applies' | 'urgency'>;

/** The same for all versions and assets whose settings say the same of what a bug needs. */
const VERDICTS = new WeakMap<KnownBug, Map<string | number, Verdict>>();

/** How sure, and the states of what the bug needs, a digit each: a text only where code names an extension. */
function keyOfNeeds({ bug: { needs }, confidence }: Unjudged, states: FeatureStates): string | number {
  let number = CONFIDENCES.indexOf(confidence);
  for (const either of needs) {
    for (const feature of either) {
      const state = states.get(feature);
      if (typeof state === 'object')
        return [confidence, ...needs.flat().map((each) => keyOfState(states.get(each)))].join(' ');
      number = number * 3 + (state === undefined ? 0 : state === 'on' ? 1 : 2);
    }
  }
  return number;
}

/** A match before an asset's settings speak. */
type Unjudged = Omit<BugMatch, 'applies' | 'urgency'>;

/** Answers about a lineage's versions, which hundreds of assets ask for, and after every edit again. */
interface Answers {
  /** All matches of a version, in order, before an asset's settings speak. */
  matches: WeakMap<Catalogue['bugs'], Map<string, readonly Unjudged[]>>;
  /** The same with settings, by version and what they say. */
  applying: WeakMap<Catalogue['bugs'], Map<string, readonly BugMatch[]>>;
  /** Those in upgrading to a version. */
  inUpgrading: WeakMap<Catalogue['bugs'], Map<string, readonly BugMatch[]>>;
  has: Map<string, Map<KnownBug, boolean>>;
  /** The last listing of each branch, in order of version. */
  fixedIn: WeakMap<KnownBug, readonly string[]>;
}

const ANSWERS = new WeakMap<Lineage, Answers>();

function answersOf(lineage: Lineage): Answers {
  return madeOnce(ANSWERS, lineage, () => ({
    matches: new WeakMap(),
    applying: new WeakMap(),
    inUpgrading: new WeakMap(),
    has: new Map(),
    fixedIn: new WeakMap(),
  }));
}

function matchesAt(
  bugs: Catalogue['bugs'],
  product: ProductId,
  version: string,
  lineage: Lineage,
): readonly Unjudged[] {
  const byVersion = madeOnce(answersOf(lineage).matches, bugs, () => new Map<string, readonly Unjudged[]>());
  return madeOnce(byVersion, version, () => matching(lineage, bugsOf(bugs, product).all, version));
}

function matching(lineage: Lineage, bugs: readonly KnownBug[], version: string): Unjudged[] {
  const found: Unjudged[] = [];
  for (const bug of bugs) {
    const match = matchBug(lineage, bug, version);
    if (match !== null) found.push(match);
  }
  return found;
}

/** The bugs of a product, and those of them whose words name versions. */
interface OfProduct {
  all: readonly KnownBug[];
  named: readonly KnownBug[];
}

const OF_PRODUCTS = new WeakMap<Catalogue['bugs'], Map<ProductId, OfProduct>>();

function bugsOf(bugs: Catalogue['bugs'], product: ProductId): OfProduct {
  const known = madeOnce(OF_PRODUCTS, bugs, () => new Map<ProductId, OfProduct>());
  return madeOnce(known, product, () => {
    const all = bugs.filter((bug) => bug.product === product);
    return { all, named: all.filter(namesVersions) };
  });
}

/**
 * How many of some bugs a version is known to have, whatever the settings of an asset say.
 * @param most counting ends above it
 */
export function countKept(
  lineage: Lineage,
  bugs: readonly KnownBug[],
  version: string,
  most = bugs.length,
): number {
  const byBug = madeOnce(answersOf(lineage).has, version, () => new Map<KnownBug, boolean>());
  let count = 0;
  for (const bug of bugs) {
    if (madeOnce(byBug, bug, () => matchBug(lineage, bug, version) !== null)) count++;
    if (count > most) break;
  }
  return count;
}

/**
 * Bugs in upgrading to a version over a major line: they belong to the advice that leads there, not to an asset that
 * already runs it. Only those that its own line or the line that it continues tells of.
 */
export function bugsInUpgradingTo(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
): readonly BugMatch[] {
  const lineage = lineageOf(catalogue, product);
  const { bugs } = catalogue;
  const known = madeOnce(answersOf(lineage).inUpgrading, bugs, () => new Map<string, readonly BugMatch[]>());
  return madeOnce(known, version, () =>
    bugs
      .filter((bug) => bug.product === product && bug.bounds.upgradeOnly)
      .flatMap(
        (bug) => matchBug(lineage, { ...bug, bounds: { ...bug.bounds, upgradeOnly: false } }, version) ?? [],
      )
      .map((match) => withUrgency(match, new Map()))
      .filter(isReported)
      .sort(compareMatches),
  );
}

/** A bug in a version, by what the notes tell: before an asset's settings speak. */
function matchBug(lineage: Lineage, bug: KnownBug, version: string): Unjudged | null {
  if (bug.origin === 'team') return matchOwnIssue(bug, version);
  const found = lineage.judgePin(bug, version);
  if (found === null) return null;
  const { compare, branch } = productOf(bug.product).versions;
  const fixes = lineage.fixes(bug);
  const fixedIn = madeOnce(answersOf(lineage).fixedIn, bug, () => [...fixes.values()].sort(compare));
  const own = fixes.get(branch(version));
  const nearest = own ?? fixedIn.find((fix) => compare(fix, version) > 0) ?? fixedIn.at(-1) ?? null;
  const url = nearest === null ? null : (lineage.release(nearest)?.url ?? null);
  return { bug, ...found, fixedIn, nearestFix: nearest, url };
}

/** A known issue of the team's own names its versions, or ranges of them. */
function matchOwnIssue(bug: KnownBug, version: string): Unjudged | null {
  if (!isInRanges(version, bug.bounds.names)) return null;
  return ownIssueMatch(bug);
}

/** The most urgent first, then the worst, then the surest. Ties by id, so that order is stable. */
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

/** The surest first. */
const CONFIDENCES: readonly Confidence[] = ['high', 'medium', 'low'];

/** High and medium are reported, low on request; a bug whose features are all off is never reported as one to act on. */
export function isReported(match: BugMatch): boolean {
  return match.confidence !== 'low' && match.applies !== 'off';
}
