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
import type { FeatureStates } from './features.ts';
import { bugsOfVersion, isReported } from './known-bugs.ts';
import { createLineage, type Lineage } from './lineage.ts';
import { supportedLtsBranches, supportOf } from './support.ts';

export type TargetRole = 'same-branch' | 'clears' | 'lts' | 'newest';

/** One release to go to, and what changes by going there. Bugs are those of high and medium confidence that can apply. */
export interface UpgradeTarget {
  version: string;
  role: TargetRole;
  /** Every release on the way, the target last: a major line is never skipped (2 → 3 → 8.4). */
  path: readonly string[];
  clears: readonly BugMatch[];
  remains: readonly BugMatch[];
  /** Known there, and not known of the present version. */
  brings: readonly BugMatch[];
  supportEnds: string | null;
  reachable: 'in-place' | 'blue-green' | 'no' | 'unknown';
  reason: Text;
}

/** Lines in the order in which they are upgraded. */
const LINES = ['1', '2', '3', '8.4'];

/**
 * Where to go from an Aurora MySQL version: the newest patch of its minor version, the nearest release that clears every
 * critical and high bug, the long-term support release in support, the newest release. A release that would be named
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
  const bugsAt = memoise((at: string) => bugsOfVersion(catalogue, at, states, lineage).filter(isReported));
  const chosen = new Map<string, TargetRole>();
  for (const [role, target] of candidates(catalogue, lineage, version, day, bugsAt)) {
    if (target !== null && target !== version && !chosen.has(target)) chosen.set(target, role);
  }
  return [...chosen].map(([target, role]) =>
    describe(catalogue, lineage, version, target, role, day, bugsAt),
  );
}

/**
 * The next step in one line: the nearest release of the present line that keeps the fewest serious bugs. A step over a
 * major line is never advised in passing; only where the present line has nothing better is its end said.
 */
export function nearestAdvice(
  catalogue: Catalogue,
  version: string,
  states: FeatureStates,
): { version: string; reason: Text } | null {
  const lineage = createLineage(catalogue, 'aurora-mysql');
  const seriousAt = (at: string): readonly BugMatch[] =>
    bugsOfVersion(catalogue, at, states, lineage).filter(
      (match) => isReported(match) && isSerious(match.bug.severity),
    );
  const here = new Set(seriousAt(version).map(({ bug }) => bug.id));
  if (here.size === 0) return null;
  const kept = (at: string): number => seriousAt(at).filter(({ bug }) => here.has(bug.id)).length;
  const best = releasesAbove(lineage, version)
    .filter((release) => release.line === auroraLine(version))
    .map((release) => ({ version: release.version, remains: kept(release.version) }))
    .sort((a, b) => a.remains - b.remains || compareVersions(a.version, b.version))[0];
  if (best === undefined || best.remains === here.size) return null;
  const cleared = here.size - best.remains;
  return { version: best.version, reason: text('upgrade.next', { cleared, serious: here.size }) };
}

type BugsAt = (version: string) => readonly BugMatch[];

function candidates(
  catalogue: Catalogue,
  lineage: Lineage,
  version: string,
  day: string,
  bugsAt: BugsAt,
): [TargetRole, string | null][] {
  const isAhead = (target: string | undefined): string | null =>
    target !== undefined && isUpgrade(version, target) ? target : null;
  const lts = supportedLtsBranches(catalogue, day)
    .map((branch) => isAhead(lineage.newestOnBranch(branch)?.version))
    .find((target) => target !== null);
  return [
    ['same-branch', isAhead(lineage.newestOnBranch(auroraBranch(version))?.version)],
    ['clears', nearestThatClears(lineage, version, bugsAt)],
    ['lts', lts ?? null],
    ['newest', isAhead(lineage.newest()?.version)],
  ];
}

function isUpgrade(from: string, to: string): boolean {
  return compareVersions(to, from) > 0;
}

/** The lowest release above that keeps none of the present serious bugs; the present line is tried first. */
function nearestThatClears(lineage: Lineage, version: string, bugsAt: BugsAt): string | null {
  const serious = bugsAt(version).filter(({ bug }) => isSerious(bug.severity));
  if (serious.length === 0) return null;
  for (const release of releasesAbove(lineage, version)) {
    const there = new Set(bugsAt(release.version).map(({ bug }) => bug.id));
    if (serious.every(({ bug }) => !there.has(bug.id))) return release.version;
  }
  return null;
}

/** Releases that one can go to, lowest first; betas are no target. */
function releasesAbove(lineage: Lineage, version: string): Release[] {
  return lineage
    .branches()
    .flatMap((branch) => lineage.onBranch(branch))
    .filter((release) => isUpgrade(version, release.version) && !release.status.includes('beta'))
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
  const here = bugsAt(from);
  const there = bugsAt(to);
  const hereIds = new Set(here.map(({ bug }) => bug.id));
  const thereIds = new Set(there.map(({ bug }) => bug.id));
  const clears = here.filter(({ bug }) => !thereIds.has(bug.id));
  const remains = here.filter(({ bug }) => thereIds.has(bug.id));
  const brings = there.filter(({ bug }) => !hereIds.has(bug.id));
  const support = supportOf(catalogue, to, day);
  const path = pathTo(lineage, from, to, supportedLtsBranches(catalogue, day));
  return {
    version: to,
    role,
    path,
    clears,
    remains,
    brings,
    supportEnds: support?.standardEnds ?? null,
    reachable: path.length === 0 ? 'unknown' : 'in-place',
    reason: reasonFor(role, to, clears, remains, brings, path),
  };
}

function reasonFor(
  role: TargetRole,
  to: string,
  clears: readonly BugMatch[],
  remains: readonly BugMatch[],
  brings: readonly BugMatch[],
  path: readonly string[],
): Text {
  const serious = (matches: readonly BugMatch[]): number =>
    matches.filter(({ bug }) => isSerious(bug.severity)).length;
  return text(`upgrade.reason.${role}`, {
    version: to,
    branch: auroraBranch(to),
    clears: serious(clears),
    remains: serious(remains),
    brings: serious(brings),
    hops: path.length,
    path: path.join(' → '),
  });
}

/** Hops over a major line go through its long-term support release in support, else through its newest. */
function pathTo(lineage: Lineage, from: string, to: string, ltsBranches: readonly string[]): string[] {
  const start = LINES.indexOf(auroraLine(from));
  const end = LINES.indexOf(auroraLine(to));
  const path: string[] = [];
  for (const line of LINES.slice(start + 1, Math.max(end, start + 1))) {
    const branch = ltsBranches.find((lts) => auroraLine(`${lts}.0`) === line);
    const hop = branch === undefined ? lineage.newestOnLine(line) : lineage.newestOnBranch(branch);
    if (hop) path.push(hop.version);
  }
  return [...path, to];
}

function memoise<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}
