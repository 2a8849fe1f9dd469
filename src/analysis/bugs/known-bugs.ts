import { text } from '../../l10n/index.ts';
import {
  compareImpact,
  compareSeverity,
  compareVersions,
  type Applies,
  type BugMatch,
  type Catalogue,
  type Confidence,
  type KnownBug,
  type Text,
} from '../../model/index.ts';
import { auroraBranch, auroraLine, isInRanges } from '../../products/index.ts';
import { auroraCoverage } from './aurora-coverage.ts';
import { appliesTo, keyOfStates, type FeatureStates } from './features.ts';
import { isFeatureNewerThan } from './feature-age.ts';
import { kept } from '../kept.ts';
import { createLineage, type Lineage } from './lineage.ts';
import { urgencyOf } from '../urgency/urgency.ts';

/**
 * The known bugs of an Aurora MySQL version, the most urgent first. Bugs of `low` confidence are included: callers choose.
 * A version that the notes do not cover has no answer: ask `coverageOf` first.
 */
export function bugsOfVersion(
  catalogue: Catalogue,
  version: string,
  states: FeatureStates = new Map(),
  lineage: Lineage = createLineage(catalogue, 'aurora-mysql'),
): readonly BugMatch[] {
  return bugsOfAssets(catalogue, version, [states], lineage);
}

/** As `bugsOfVersion`, of several assets in one version: each bug as the asset that it can apply to most. */
export function bugsOfAssets(
  catalogue: Catalogue,
  version: string,
  states: readonly FeatureStates[],
  lineage: Lineage,
): readonly BugMatch[] {
  if (auroraCoverage(lineage, version).coverage !== 'known') return [];
  const { bugs } = catalogue;
  const known = kept(answersOf(lineage).applying, bugs, () => new Map<string, readonly BugMatch[]>());
  const key = [version, ...states.map(keyOfStates).sort()].join(';');
  return kept(known, key, () => applying(matchesAt(bugs, version, lineage), states));
}

/** The most urgent first, each as the asset that it asks most of. */
function applying(matches: readonly Unjudged[], states: readonly FeatureStates[]): readonly BugMatch[] {
  return matches.map((match) => judged(match, states)).sort(compareMatches);
}

function judged(match: Unjudged, states: readonly FeatureStates[]): BugMatch {
  const answers = states.map((each): BugMatch => ({
    ...match,
    applies: appliesTo(match.bug, each),
    urgency: urgencyOf(match, each),
  }));
  const worst = answers.reduce((most, answer) => (answer.urgency.score > most.urgency.score ? answer : most));
  const applies = answers
    .map((answer) => answer.applies)
    .sort((a, b) => appliesOrder(a) - appliesOrder(b))[0];
  return { ...worst, applies: applies ?? worst.applies };
}

/** A match before an asset's settings speak. */
type Unjudged = Omit<BugMatch, 'applies' | 'urgency'>;

/** Answers about a lineage's versions, which hundreds of assets ask for, and after every edit again. */
interface Answers {
  /** All matches of a version, in order, before an asset's settings speak. */
  matches: WeakMap<Catalogue['bugs'], Map<string, readonly Unjudged[]>>;
  /** The same with settings, by version and what they say. */
  applying: WeakMap<Catalogue['bugs'], Map<string, readonly BugMatch[]>>;
  has: Map<string, Map<KnownBug, boolean>>;
}

const ANSWERS = new WeakMap<Lineage, Answers>();

function answersOf(lineage: Lineage): Answers {
  return kept(ANSWERS, lineage, () => ({
    matches: new WeakMap(),
    applying: new WeakMap(),
    has: new Map(),
  }));
}

function matchesAt(bugs: Catalogue['bugs'], version: string, lineage: Lineage): readonly Unjudged[] {
  const byVersion = kept(answersOf(lineage).matches, bugs, () => new Map<string, readonly Unjudged[]>());
  return kept(byVersion, version, () =>
    bugs
      .filter(({ product }) => product === 'aurora-mysql')
      .flatMap((bug) => matchBug(lineage, bug, version) ?? []),
  );
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
  const byBug = kept(answersOf(lineage).has, version, () => new Map<KnownBug, boolean>());
  let count = 0;
  for (const bug of bugs) {
    if (kept(byBug, bug, () => matchBug(lineage, bug, version) !== null)) count++;
    if (count > most) break;
  }
  return count;
}

/**
 * Bugs in upgrading to a version over a major line: they belong to the advice that leads there, not to an asset that
 * already runs it. Only those that its own line or the line that it continues tells of.
 */
export function bugsInUpgradingTo(catalogue: Catalogue, version: string, lineage: Lineage): BugMatch[] {
  return catalogue.bugs
    .filter(({ product, bounds }) => product === 'aurora-mysql' && bounds.upgradeOnly)
    .flatMap(
      (bug) => matchBug(lineage, { ...bug, bounds: { ...bug.bounds, upgradeOnly: false } }, version) ?? [],
    )
    .map((match) => judged(match, [new Map()]))
    .filter(isReported)
    .sort(compareMatches);
}

/** A bug in a version, by what the notes tell: before an asset's settings speak. */
function matchBug(lineage: Lineage, bug: KnownBug, version: string): Unjudged | null {
  if (bug.origin === 'team') return matchOwnIssue(bug, version);
  if (!isWithinBounds(lineage, bug, version)) return null;
  const contained = lineage.containsFix(version, bug);
  if (contained === 'yes') return null;
  const fixes = lineage.fixes(bug);
  const fixedIn = [...fixes.values()].sort(compareVersions);
  const found = contained === 'doubtful' ? doubtful(version) : confidenceOf(lineage, bug, version, fixes);
  const nearest = nearestFix(version, fixes);
  const url = nearest === null ? null : (lineage.release(nearest)?.url ?? null);
  return { bug, ...found, fixedIn, nearestFix: nearest, url };
}

/** Whether the notes name the version; `2.11.*` stands for every patch. */
function isNamed({ bounds }: KnownBug, version: string): boolean {
  return bounds.names.some((name) =>
    name.endsWith('.*') ? version.startsWith(name.slice(0, -1)) : name === version,
  );
}

/** A known issue of the team's own names its versions, or ranges of them. */
function matchOwnIssue(bug: KnownBug, version: string): Unjudged | null {
  if (!isInRanges(version, bug.bounds.names)) return null;
  return {
    bug,
    confidence: 'high',
    reason: text('bug.reason.ownIssue'),
    fixedIn: [],
    nearestFix: null,
    url: null,
  };
}

/** What the item's own words and the age of the features that it needs rule out. */
function isWithinBounds(lineage: Lineage, bug: KnownBug, version: string): boolean {
  if (bug.bounds.upgradeOnly) return false;
  if (bug.needs.some((either) => either.every((feature) => isFeatureNewerThan(feature, version))))
    return false;
  const { introducedIn, introducedInMysql } = bug.bounds;
  if (introducedIn !== null && !lineage.containsRelease(version, introducedIn)) return false;
  if (introducedInMysql === null) return true;
  const mysqlVersion = mysqlVersionOf(lineage, version);
  return mysqlVersion === null || compareVersions(mysqlVersion, introducedInMysql) >= 0;
}

function mysqlVersionOf(lineage: Lineage, version: string): string | null {
  const release = lineage.release(version) ?? lineage.newestOnBranch(auroraBranch(version));
  return release?.mysqlVersion ?? null;
}

interface Judgement {
  confidence: Confidence;
  reason: Text;
}

function doubtful(version: string): Judgement {
  return { confidence: 'low', reason: text('bug.reason.doubtful', { branch: auroraBranch(version) }) };
}

function confidenceOf(
  lineage: Lineage,
  bug: KnownBug,
  version: string,
  fixes: ReadonlyMap<string, string>,
): Judgement {
  const branch = auroraBranch(version);
  if (fixes.has(branch)) return { confidence: 'high', reason: text('bug.reason.ownBranch', { branch }) };
  if (isNamed(bug, version)) return { confidence: 'high', reason: text('bug.reason.named', { version }) };
  const line = auroraLine(version);
  const sameLine = [...fixes.keys()].filter((other) => auroraLine(other) === line);
  const later = sameLine.filter((other) => compareVersions(other, branch) > 0).sort(compareVersions);
  if (later[0] !== undefined)
    return { confidence: 'medium', reason: text('bug.reason.laterBranch', { branch: later[0] }) };
  const older = fixes.get(sameLine.sort(compareVersions).at(-1) ?? '');
  if (older !== undefined) {
    const isForgotten = hasLaterBranch(lineage, branch);
    const reason = text(isForgotten ? 'bug.reason.neverListedLater' : 'bug.reason.olderBranch', {
      fix: older,
      branch,
    });
    return onOlderBranch(bug, older, reason, isForgotten);
  }
  const others = [...fixes.keys()].sort(compareVersions);
  const descendant = others.find((other) => CONTINUES[lineOfBranch(other)] === line);
  if (descendant !== undefined) {
    return { confidence: 'medium', reason: text('bug.reason.laterLine', { branch: descendant }) };
  }
  const onBaseLine = fixes.get(others.findLast((other) => CONTINUES[line] === lineOfBranch(other)) ?? '');
  if (onBaseLine !== undefined) {
    const base = lineage.baseOf(version) ?? '';
    const baseBranch = auroraBranch(base);
    const isForgotten =
      compareVersions(auroraBranch(onBaseLine), baseBranch) < 0 && hasLaterBranch(lineage, baseBranch);
    const reason = text('bug.reason.afterBase', { fix: onBaseLine, base, branch });
    return onOlderBranch(bug, onBaseLine, reason, isForgotten);
  }
  return { confidence: 'low', reason: text('bug.reason.otherLine', { branch: others.at(-1) ?? '' }) };
}

/**
 * A fix that only an older branch lists, after this one began. A community fix or a CVE may already be in the newer MySQL
 * base of this one. Any other is doubtful where branches that began later do not list it either: half of such fixes
 * never turn up again.
 */
function onOlderBranch(bug: KnownBug, fix: string, reason: Text, isForgotten: boolean): Judgement {
  if (bug.mysqlBugs.length > 0 || bug.cves.length > 0) {
    const branch = auroraBranch(fix);
    return { confidence: 'low', reason: text('bug.reason.communityOlderBranch', { branch }) };
  }
  return { confidence: isForgotten ? 'low' : 'medium', reason };
}

function hasLaterBranch(lineage: Lineage, branch: string): boolean {
  const line = lineOfBranch(branch);
  return lineage
    .branches()
    .some((other) => lineOfBranch(other) === line && compareVersions(other, branch) > 0);
}

/**
 * The line whose code another continues. Lines 3 and 8.4 both state a base, but 3.01.0 took only Aurora's own fixes of
 * 2.10.0 onto another MySQL (5.7 → 8.0): of what either line fixed after that, the notes tell nothing about the other.
 */
const CONTINUES: Readonly<Record<string, string>> = { '8.4': '3' };

/** Whether a release's fixes concern a version: on its own line, or on one whose code continues the other's. */
export function isRelatedLine(line: string, other: string): boolean {
  return line === other || CONTINUES[line] === other || CONTINUES[other] === line;
}

function lineOfBranch(branch: string): string {
  return auroraLine(`${branch}.0`);
}

function nearestFix(version: string, fixes: ReadonlyMap<string, string>): string | null {
  const own = fixes.get(auroraBranch(version));
  if (own !== undefined) return own;
  const ordered = [...fixes.values()].sort(compareVersions);
  return ordered.find((fix) => compareVersions(fix, version) > 0) ?? ordered.at(-1) ?? null;
}

/** The most urgent first, then the worst, then the surest. Ties by id, so that order is stable. */
export function compareMatches(a: BugMatch, b: BugMatch): number {
  return (
    b.urgency.score - a.urgency.score ||
    compareSeverity(a.bug.severity, b.bug.severity) ||
    confidenceOrder(a.confidence) - confidenceOrder(b.confidence) ||
    compareImpact(a.bug.impact, b.bug.impact) ||
    compareVersions(a.nearestFix ?? '', b.nearestFix ?? '') ||
    (a.bug.id < b.bug.id ? -1 : 1)
  );
}

const APPLIES_ORDER = { on: 0, possible: 1, off: 2 } satisfies Record<Applies, number>;

function appliesOrder(applies: Applies): number {
  return APPLIES_ORDER[applies];
}

function confidenceOrder(confidence: Confidence): number {
  return ['high', 'medium', 'low'].indexOf(confidence);
}

/** High and medium are reported, low on request; a bug whose features are all off is never reported as one to act on. */
export function isReported(match: BugMatch): boolean {
  return match.confidence !== 'low' && match.applies !== 'off';
}
