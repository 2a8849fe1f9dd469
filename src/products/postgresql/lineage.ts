import { text } from '../../l10n/index.ts';
import {
  EARLIER_RELEASE,
  PREVIOUS_RELEASE,
  type KnownBug,
  type Release,
  type Text,
} from '../../model/index.ts';
import { branchLineage } from '../lineage/branch-lineage.ts';
import { NO_FEATURE_AGES } from '../lineage/feature-ages.ts';
import type { FixSearch, Judgement, Lineage } from '../lineage/lineage.ts';
import type { LineageRules } from '../product.ts';
import { boundsIn } from './bounds.ts';
import { majorOf, VERSIONS } from './versions.ts';

const { compare } = VERSIONS;
/** Days between the last commit that a minor release contains and its publication. */
const PACKAGING_DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * Lineage by commits. If a major version lists a fix, its releases before that lack it. If it does not, the commits
 * decide only if they are older than its first release or on its branch; else the result is unknown.
 */
function trace(releases: readonly Release[]): Lineage {
  const ancestry = branchLineage(releases, { versions: VERSIONS, continues: {}, ages: NO_FEATURE_AGES });

  function containsFix(version: string, bug: KnownBug): FixSearch {
    const major = majorOf(version);
    const own = ancestry.fixes(bug).get(major);
    if (own !== undefined) return compare(own, version) <= 0 ? 'yes' : 'no';
    return isInFirst(major, bug) || isCommittedBefore(version, bug) ? 'yes' : 'no';
  }

  /** True if the first release of a newer major version has the fix, which was on the main branch before it. */
  function isInFirst(major: string, { commits }: KnownBug): boolean {
    const began = ancestry.begin(major);
    const day = commits?.day ?? null;
    if (commits === undefined || day === null || began === null) return false;
    if (commits.lines.includes(major)) return day < began;
    // Older branches can have got the fix years after the main branch.
    const wasOnMain = commits.main.length > 0 && (commits.mainDay ?? day) < began;
    return wasOnMain && commits.lines.every((line) => compare(line, major) < 0);
  }

  function isCommittedBefore(version: string, { commits }: KnownBug): boolean {
    const day = commits?.day ?? null;
    const date = ancestry.release(version)?.date;
    if (day === null || date === undefined || commits?.lines.includes(majorOf(version)) !== true)
      return false;
    return Date.parse(date) - Date.parse(day) >= PACKAGING_DAYS * DAY_MS;
  }

  function judge(bug: KnownBug, version: string): Judgement | null {
    if (containsFix(version, bug) === 'yes') return null;
    const branch = majorOf(version);
    const first = firstReleases(ancestry, bug, branch);
    if (first === null || compare(version, first.possible) < 0) return null;
    const fixes = ancestry.fixes(bug);
    if (!fixes.has(branch)) {
      const other = [...fixes.keys()].sort(compare).at(-1) ?? '';
      return { confidence: 'low', reason: text('bug.reason.otherMajor', { other, branch }) };
    }
    if (compare(version, first.sure) < 0)
      return { confidence: 'low', reason: text('bug.reason.earlierFix', { version: first.sure }) };
    return { confidence: 'high', reason: text('bug.reason.ownBranch', { branch }) };
  }

  function absence(bug: KnownBug, version: string): Text | null {
    const branch = majorOf(version);
    const { introducedIn, broughtBy } = bug.bounds;
    const first = firstReleases(ancestry, bug, branch)?.possible ?? introducedIn;
    if (isHarmlessIn(branch, bug)) return text('bug.absence.harmlessFrom', { version: branch });
    if (first !== null) return text('bug.absence.introducedIn', { version: first });
    return broughtBy === undefined ? null : text('bug.absence.neverBrought', { branch });
  }

  return { ...ancestry, absence, containsFix, firstAlike: (version) => version, judge, judgePin: judge };
}

/** First releases of a major version that may have a bug, and that have it. */
interface FirstReleases {
  possible: string;
  sure: string;
}

/** First releases by the words of the notes; null if they exclude the whole major version. */
function firstReleases(ancestry: Lineage, bug: KnownBug, major: string): FirstReleases | null {
  const { introducedIn, broughtBy } = bug.bounds;
  const fix = ancestry.fixes(bug).get(major);
  if (fix === undefined && isHarmlessIn(major, bug)) return null;
  const began = `${major}.0`;
  if (broughtBy !== undefined) return releasesSince(ancestry, bug, major, broughtBy);
  if (introducedIn === null || compare(majorOf(introducedIn), major) < 0)
    return { possible: began, sure: began };
  if (majorOf(introducedIn) === major) return { possible: introducedIn, sure: introducedIn };
  // A major version whose notes list the bug has it, whatever the words of another one are about.
  return fix === undefined ? null : { possible: began, sure: began };
}

/** True if the notes call a bug harmless from an older major version on, or from this one. */
function isHarmlessIn(major: string, { commits }: KnownBug): boolean {
  return commits?.harmlessFrom !== undefined && compare(commits.harmlessFrom, major) <= 0;
}

function releasesSince(
  ancestry: Lineage,
  bug: KnownBug,
  major: string,
  broughtBy: string,
): FirstReleases | null {
  const releases = ancestry.onBranch(major);
  const fixes = ancestry.fixes(bug);
  const most = releasesBetween(broughtBy);
  const began = `${major}.0`;
  if (most === null) {
    // A change that the notes of this major version do not list is older than it, or was never made there.
    const found = releases.find((release) => contains(release, broughtBy))?.version;
    const first = found ?? (fixes.has(major) ? began : null);
    return first === null ? null : { possible: first, sure: first };
  }
  const before = (other: string): readonly Release[] =>
    ancestry.onBranch(other).filter(({ version }) => compare(version, fixes.get(other) ?? '') < 0);
  if (fixes.has(major)) {
    const own = before(major);
    return { possible: own.at(-most)?.version ?? began, sure: own.at(-1)?.version ?? began };
  }
  // All branches get a change on the same day.
  const [day = ''] = [...fixes.keys()].flatMap((other) => before(other).at(-most)?.date ?? []).sort();
  const first = releases.find(({ date }) => date >= day)?.version;
  return first === undefined ? null : { possible: first, sure: first };
}

/** Releases between a change and the fix of its bug, at most; null for a change with a name. */
function releasesBetween(broughtBy: string): number | null {
  if (broughtBy === EARLIER_RELEASE) return Infinity;
  const [, count = '1'] = /^previous(?: (\d+))?$/.exec(broughtBy) ?? [];
  return broughtBy.startsWith(PREVIOUS_RELEASE) ? Number(count) : null;
}

/** True for a release of the month, or with the fix of the CVE or the item, that a bug is attributed to. */
function contains({ date, items }: Release, change: string): boolean {
  return (
    date.startsWith(change) || items.some(({ cves, digest }) => digest === change || cves.includes(change))
  );
}

export const LINEAGE: LineageRules = {
  trace,
  boundsIn,
  otherName: (version) => version,
  isOutside: (line) => Number(line) < 11,
  tasksForOlderData: {
    '15.0': ['lexemes'],
    '17.0': ['search-path'],
    '18.0': ['text-search'],
    // ltree folds case in another way from 18.2 on, so indexes of every older major version differ.
    '18.2': [],
  },
};
