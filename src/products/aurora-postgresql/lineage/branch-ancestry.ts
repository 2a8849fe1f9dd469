import { getOrInsert, memoize, type KnownBug, type Release } from '../../../model/index.ts';
import { keyOfListings, listedIn } from '../../lineage/branch-lineage.ts';
import type { Lineage } from '../../lineage/lineage.ts';
import { VERSIONS } from '../versions.ts';
import { generationOf } from './generations.ts';

/**
 * Relation of a release to a bug, from the notes of Aurora PostgreSQL.
 * - `contains`: its own minor version has already listed the fix, or began long after a release that lists it.
 * - `has`: its own minor version lists the fix later; or it is older than the first listing anywhere, and another minor
 *   version shows the bug: a later one that began with the fix, or both later and older ones that needed it.
 * - `unknown`: anything else. A patch after the first listing that does not mention it may not have needed the fix; an
 *   older minor version that was never patched may predate the bug.
 */
export type FixRelation =
  | { is: 'contains' }
  | { is: 'has'; by: 'own' | 'later' | 'older'; fix: string }
  | { is: 'unknown'; fix: string };

/** Days after a fix from which a new minor version has it: of some 8000 such cases two were patched later. */
const DAYS_TO_INHERIT = 35;
const DAY_MS = 86_400_000;

type Plain = Omit<Lineage, 'judge' | 'judgePin' | 'concerns' | 'containsFix' | 'firstAlike'>;

export interface BranchAncestry {
  judgedVersionOf: (version: string) => JudgedVersion;
  /** Shared data of bugs with the same releases, which have the same verdicts. */
  listingsOf: (bug: KnownBug) => BugListings;
  relationAt: (listed: BugListings, place: JudgedVersion) => FixRelation | null;
}

/** Releases that list a bug, by version; those of Limitless Database separately, because it is built separately. */
export interface BugListings {
  isCve: boolean;
  limitless: readonly JudgedVersion[];
  other: readonly JudgedVersion[];
}

/** Properties of a version that every bug's verdict needs. */
export interface JudgedVersion {
  version: string;
  line: string;
  branch: string;
  isLimitless: boolean;
  release: Release | undefined;
  /** Day of the release, in days since 1970; NaN without one. */
  day: number;
  /** True for the first release of its minor version. */
  isFirst: boolean;
  generation: number | null;
  /** First release of its minor version, and its first dated patch. */
  began: JudgedVersion | undefined;
  firstDatedPatch: Release | undefined;
  /** Release whose fixes it declares to contain: "all fixes of 11.9". */
  base: string | null;
}

/** @param plain releases by branch */
export function branchAncestryOf(plain: Plain): BranchAncestry {
  const judgedVersionOf = memoize((version: string): JudgedVersion => {
    const [line, branch] = [VERSIONS.line(version), VERSIONS.branch(version)];
    const release = plain.release(version);
    const [first, ...patches] = plain.onBranch(branch);
    const stating = plain
      .onBranch(branch)
      .findLast((each) => each.comparedTo !== null && VERSIONS.compare(each.version, version) <= 0);
    const base = stating?.comparedTo ?? null;
    return {
      version,
      line,
      branch,
      isLimitless: line.includes('-'),
      release,
      day: release === undefined ? NaN : Date.parse(release.date) / DAY_MS,
      isFirst: first?.version === version,
      generation: generationOf(version),
      began: first === undefined || first.version === version ? undefined : judgedVersionOf(first.version),
      firstDatedPatch: patches.find((patch) => !isUndated(patch)),
      base: base === version ? null : base,
    };
  });

  const known = new Map<string, BugListings>();
  const listingsOf = memoize((bug: KnownBug) =>
    getOrInsert(known, keyOfListings(bug), () => readListings(bug)),
  );

  function readListings(bug: KnownBug): BugListings {
    const places = listedIn(bug).sort(VERSIONS.compare).map(judgedVersionOf);
    return {
      isCve: bug.cves.length > 0,
      limitless: places.filter(({ isLimitless }) => isLimitless),
      other: places.filter(({ isLimitless }) => !isLimitless),
    };
  }

  function relationAt(listed: BugListings, here: JudgedVersion): FixRelation | null {
    const { isCve } = listed;
    const listings = here.isLimitless ? listed.limitless : listed.other;
    if (listings.length === 0) return null;
    const isOwn = ({ branch }: JudgedVersion): boolean => branch === here.branch;
    // A repeated fix means that the earlier one was incomplete; for a CVE the first listing counts.
    const deciding = isCve ? listings.find(isOwn) : listings.findLast(isOwn);
    if (deciding !== undefined)
      return isAbove(deciding, here) ? { is: 'has', by: 'own', fix: deciding.version } : CONTAINS;
    if (here.base !== null && relationAt(listed, judgedVersionOf(here.base))?.is === 'contains')
      return CONTAINS;
    if (listings.some((fix) => isInherited(isCve, fix, here))) return CONTAINS;
    return relationIfUnlisted(listings, here);
  }

  return { judgedVersionOf, listingsOf, relationAt };
}

const CONTAINS: FixRelation = { is: 'contains' };

function isInherited(isCve: boolean, fixing: JudgedVersion, here: JudgedVersion): boolean {
  const began = here.isFirst ? here : here.began;
  if (began?.release === undefined || fixing.release === undefined) return false;
  // The community's own fix is in every minor version of that day.
  if (fixing.isFirst && (isBefore(fixing, began) || (isCve && isSame(fixing, began)))) return true;
  if (isUndated(began.release) || isUndated(fixing.release)) return false;
  if (began.day <= fixing.day) return false;
  if (began.day - fixing.day > DAYS_TO_INHERIT) return true;
  // Patches of those weeks skipped this minor version, because it already had the fix.
  const patch = here.firstDatedPatch;
  return patch !== undefined && VERSIONS.compare(patch.version, here.version) <= 0;
}

function relationIfUnlisted(listings: readonly JudgedVersion[], here: JudgedVersion): FixRelation {
  const isOlderThan = (fixing: JudgedVersion): boolean => {
    if (here.release === undefined || fixing.release === undefined) return false;
    if (isUndated(here.release) || isUndated(fixing.release)) return isBefore(here, fixing) && fixing.isFirst;
    return here.day < fixing.day;
  };
  const later = listings.find(
    (fix) => fix.line === here.line && fix.isFirst && isAbove(fix, here) && isOlderThan(fix),
  );
  if (later !== undefined) return { is: 'has', by: 'later', fix: later.version };
  // A fix listed only on an older branch may be in its base in different words.
  const older = listings.find((fix) => isBefore(fix, here));
  const isAmong = listings.some((fix) => isBefore(here, fix));
  if (older !== undefined && isAmong && listings.every(isOlderThan))
    return { is: 'has', by: 'older', fix: older.version };
  return { is: 'unknown', fix: nearest(listings, here) };
}

function isAbove(fix: JudgedVersion, here: JudgedVersion): boolean {
  return VERSIONS.compare(fix.version, here.version) > 0;
}

function isUndated({ dayBound }: Release): boolean {
  return dayBound !== undefined;
}

/** Compares by the generations of the minor versions. */
function isBefore(a: JudgedVersion, b: JudgedVersion): boolean {
  return a.generation !== null && b.generation !== null && a.generation < b.generation;
}

function isSame(a: JudgedVersion, b: JudgedVersion): boolean {
  return a.generation !== null && a.generation === b.generation;
}

/** First listing above on the same line, else the highest of all. */
function nearest(listings: readonly JudgedVersion[], here: JudgedVersion): string {
  const own = listings.filter(({ line }) => line === here.line);
  const fix = own.find((each) => isAbove(each, here)) ?? own.at(-1) ?? listings.at(-1);
  return fix?.version ?? '';
}
