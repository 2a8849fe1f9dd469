import { text } from '../l10n/index.ts';
import {
  auroraBranch,
  auroraLine,
  compareVersions,
  isSerious,
  type BugMatch,
  type Catalogue,
  type Release,
  type Text,
} from '../model/index.ts';
import { keyOfStates, type FeatureStates } from './features.ts';
import { kept } from './kept.ts';
import { bugsInUpgradingTo, bugsOfVersion, countKept, isReported } from './known-bugs.ts';
import { createLineage, type Lineage } from './lineage.ts';
import { supportMessage } from './support-finding.ts';
import { supportedLtsBranches, supportOf } from './support.ts';
import { effectOf, hazardsOf, pathTo, reachableBy, type Reachable } from './upgrade-path.ts';

export type TargetRole = 'same-branch' | 'clears' | 'lts' | 'newest';

/** One release to go to, and what changes by going there. Bugs are those of high and medium confidence that can apply. */
export interface UpgradeTarget {
  version: string;
  role: TargetRole;
  /** Every release on the way, the target last: a major line is never skipped (2 → 3 → 8.4). */
  path: readonly string[];
  clears: readonly BugMatch[];
  /** Not known to be fixed there: listed as a bug of it, or of another line on which the notes are silent. */
  remains: readonly BugMatch[];
  /** Known there, and not known of the present version. */
  brings: readonly BugMatch[];
  supportEnds: string | null;
  support: Text | null;
  reachable: Reachable;
  /** The same in words: how one gets there. */
  way: Text;
  reason: Text;
  /** What applying it does: restart, downtime, no way back. */
  effect: Text;
  /** What a step over a major line removes, renames or demands. */
  hazards: readonly Text[];
  /** Only for operating systems: how sure it is that the target has these fixes. */
  certainty?: UpgradeCertainty;
}

export interface UpgradeCertainty extends Record<string, number | boolean> {
  /** Fixes whose release a page names. */
  byVersion: number;
  /** Fixes that are placed by the day of their advisory. */
  byDate: number;
  /** The catalogue lacks releases in between: a nearer one may do. */
  hasGaps: boolean;
}

/**
 * Where to go from an Aurora MySQL version: the newest patch of its minor version, the nearest release that clears every
 * critical and high bug, the long-term support release in support, the newest release of its major version and of all. A release that would be named
 * twice is named once, by its first role.
 * @param day YYYY-MM-DD, for support dates
 */
export function upgradeTargets(
  catalogue: Catalogue,
  version: string,
  day: string,
  states: FeatureStates = new Map(),
): UpgradeTarget[] {
  const lineage = createLineage(catalogue, 'aurora-mysql');
  const bugsAt: BugsAt = (at) => bugsOfVersion(catalogue, at, states, lineage);
  const chosen = new Map<string, TargetRole>();
  for (const [role, target] of candidates(catalogue, lineage, version, day, bugsAt)) {
    if (target !== null && target !== version && !chosen.has(target)) chosen.set(target, role);
  }
  return [...chosen].map(([target, role]) =>
    describe(catalogue, lineage, version, target, role, day, bugsAt),
  );
}

interface Advice {
  version: string;
  reason: Text;
}

/** Hundreds of assets of one version ask for the same. */
const ADVICE = new WeakMap<Catalogue, Map<string, Advice | null>>();

/**
 * The next step in one line: the nearest release of the present line that keeps the fewest serious bugs. A step over a
 * major line is never advised in passing; only where the present line has nothing better is its end said.
 */
export function nearestAdvice(catalogue: Catalogue, version: string, states: FeatureStates): Advice | null {
  const given = kept(ADVICE, catalogue, () => new Map<string, Advice | null>());
  return kept(given, `${version};${keyOfStates(states)}`, () => findAdvice(catalogue, version, states));
}

function findAdvice(catalogue: Catalogue, version: string, states: FeatureStates): Advice | null {
  const lineage = createLineage(catalogue, 'aurora-mysql');
  const serious = seriousOf(bugsOfVersion(catalogue, version, states, lineage).filter(isReported));
  const ahead = releasesAbove(lineage, version).filter((release) => release.line === auroraLine(version));
  const best = nearestThatClears(ahead, serious, lineage);
  if (best === null) return null;
  const cleared = serious.length - best.kept;
  const osUpgrade = lineage.release(best.version)?.osUpgrade === true;
  const reason = text('upgrade.next', { cleared, serious: serious.length, osUpgrade });
  return { version: best.version, reason };
}

/** All bugs of a version, those of low confidence too. */
type BugsAt = (version: string) => readonly BugMatch[];

function candidates(
  catalogue: Catalogue,
  lineage: Lineage,
  version: string,
  day: string,
  bugsAt: BugsAt,
): [TargetRole, string | null][] {
  const ahead = releasesAbove(lineage, version);
  const serious = seriousOf(bugsAt(version).filter(isReported));
  const newestOf = (isIt: (release: Release) => boolean): string | null =>
    ahead.findLast(isIt)?.version ?? null;
  const lts = supportedLtsBranches(catalogue, day)
    .map((branch) => newestOf((release) => release.branch === branch))
    .find((target) => target !== null);
  return [
    ['same-branch', newestOf((release) => release.branch === auroraBranch(version))],
    ['clears', nearestThatClears(ahead, serious, lineage)?.version ?? null],
    ['lts', lts ?? null],
    ['newest', newestOf((release) => release.line === auroraLine(version))],
    ['newest', newestOf(() => true)],
  ];
}

/**
 * The lowest release above that keeps none of these bugs, else the lowest that keeps the fewest; null when none clears
 * any. A bug is kept where the notes leave it doubtful, too.
 */
function nearestThatClears(
  ahead: readonly Release[],
  serious: readonly BugMatch[],
  lineage: Lineage,
): { version: string; kept: number } | null {
  const bugs = serious.map(({ bug }) => bug);
  let best = { version: '', kept: bugs.length };
  for (const { version } of ahead) {
    const kept = countKept(lineage, bugs, version, best.kept);
    if (kept < best.kept) best = { version, kept };
  }
  return best.version === '' ? null : best;
}

/** Releases that one can go to, lowest first; betas and deprecated releases are no target. */
function releasesAbove(lineage: Lineage, version: string): Release[] {
  return lineage
    .branches()
    .flatMap((branch) => lineage.onBranch(branch))
    .filter(({ status }) => !status.includes('beta') && !status.includes('deprecated'))
    .filter((release) => compareVersions(release.version, version) > 0)
    .sort((a, b) => compareVersions(a.version, b.version));
}

function describe(
  catalogue: Catalogue,
  lineage: Lineage,
  from: string,
  to: string,
  role: TargetRole,
  day: string,
  bugsAt: BugsAt,
): UpgradeTarget {
  const here = bugsAt(from).filter(isReported);
  const there = bugsAt(to);
  const hereIds = idsOf(here);
  const thereIds = idsOf(there);
  const clears = here.filter(({ bug }) => !thereIds.has(bug.id));
  const remains = here.filter(({ bug }) => thereIds.has(bug.id));
  const brings = [
    ...(auroraLine(from) === auroraLine(to) ? [] : bugsInUpgradingTo(catalogue, to, lineage)),
    ...there.filter((match) => isReported(match) && !hereIds.has(match.bug.id)),
  ];
  const reportedThere = idsOf(there.filter(isReported));
  const unclear = remains.filter(({ bug }) => !reportedThere.has(bug.id));
  const path = pathTo(catalogue, lineage, from, to, day);
  const reachable = reachableBy(lineage, from, path);
  const support = supportOf(catalogue, to, day);
  return {
    version: to,
    role,
    path,
    clears,
    remains,
    brings,
    supportEnds: support?.standardEnds ?? null,
    support: support === null ? null : supportMessage(support, day),
    reachable,
    way: text(`upgrade.reachable.${reachable}`),
    reason: text(`upgrade.reason.${role}`, {
      branch: auroraBranch(to),
      line: auroraLine(to) === auroraLine(from) ? auroraLine(to) : '',
      clears: seriousOf(clears).length,
      remains: seriousOf(remains).length - seriousOf(unclear).length,
      unclear: seriousOf(unclear).length,
      brings: seriousOf(brings).length,
    }),
    effect: effectOf(from, to),
    hazards: hazardsOf(lineage, from, path),
  };
}

function seriousOf(matches: readonly BugMatch[]): readonly BugMatch[] {
  return matches.filter(({ bug }) => isSerious(bug.severity));
}

function idsOf(matches: readonly BugMatch[]): ReadonlySet<string> {
  return new Set(matches.map(({ bug }) => bug.id));
}
