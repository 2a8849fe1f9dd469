import { remembered, type KnownBug, type Release } from '../../../model/index.ts';
import type { Lineage } from '../../lineage/lineage.ts';
import { VERSIONS } from '../versions.ts';
import { generationOf } from './generations.ts';

/**
 * Whether a release has a bug, by what the notes of Aurora PostgreSQL show:
 *
 * - `contains`: its own minor version lists it by then, or its minor version began long after a release that lists it.
 * - `has`: its own minor version lists it later; or it is older than the first listing anywhere, and a later minor version began
 *   with the fix, or later and still older minor versions needed it.
 * - `unknown`: anything else. A patch that came after the first listing and is silent may not have needed the fix; an older
 *   minor version that was never patched may be older than the bug.
 */
export type Verdict =
  | { is: 'contains' }
  | { is: 'has'; by: 'own' | 'later' | 'older'; fix: string }
  | { is: 'unknown'; fix: string };

/** A minor version that began so many days after a fix has it: of some 8000 such cases two were patched later. */
const DAYS_TO_INHERIT = 35;
const DAY = 86_400_000;

type Plain = Omit<Lineage, 'judge' | 'judgePin' | 'concerns' | 'containsFix'>;

export interface Descent {
  verdict: (bug: KnownBug, version: string) => Verdict | null;
}

/** What is asked of a version for each bug again. */
interface Place {
  release: Release | undefined;
  /** Whether its minor version began with it. */
  isFirst: boolean;
  generation: number | null;
  /** The first release of its minor version, and the first dated patch of it. */
  began: Place | undefined;
  firstDatedPatch: Release | undefined;
  /** The release whose fixes it states to contain: "all fixes of 11.9". */
  base: string | null;
}

/** @param plain the releases by their branches */
export function descentOf(plain: Plain): Descent {
  const placeOf = remembered((version): Place => {
    const [first, ...patches] = plain.onBranch(VERSIONS.branch(version));
    const stating = plain
      .onBranch(VERSIONS.branch(version))
      .findLast((release) => release.comparedTo !== null && VERSIONS.compare(release.version, version) <= 0);
    const base = stating?.comparedTo ?? null;
    return {
      release: plain.release(version),
      isFirst: first?.version === version,
      generation: generationOf(version),
      began: first === undefined || first.version === version ? undefined : placeOf(first.version),
      firstDatedPatch: patches.find((patch) => !isUndated(patch)),
      base: base === version ? null : base,
    };
  });

  function verdict(bug: KnownBug, version: string): Verdict | null {
    const listings = listingsFor(bug, version);
    if (listings.length === 0) return null;
    const branch = VERSIONS.branch(version);
    const isOwn = (fix: string): boolean => VERSIONS.branch(fix) === branch;
    // A fix that is listed again was not complete; of a CVE the first listing counts.
    const deciding = bug.cves.length > 0 ? listings.find(isOwn) : listings.findLast(isOwn);
    if (deciding !== undefined)
      return VERSIONS.compare(deciding, version) <= 0
        ? { is: 'contains' }
        : { is: 'has', by: 'own', fix: deciding };
    if (containsByStatement(bug, version) || listings.some((fix) => isInherited(bug, fix, version)))
      return { is: 'contains' };
    return unlisted(listings, version);
  }

  const sorted = new WeakMap<KnownBug, Readonly<Record<'limitless' | 'other', readonly string[]>>>();

  /** Releases that list a bug, of the same build: Limitless Database apart, by version. */
  function listingsFor(bug: KnownBug, version: string): readonly string[] {
    const found = sorted.get(bug) ?? byBuild(bug);
    sorted.set(bug, found);
    return found[isLimitlessRelease(version) ? 'limitless' : 'other'];
  }

  function containsByStatement(bug: KnownBug, version: string): boolean {
    const { base } = placeOf(version);
    return base !== null && verdict(bug, base)?.is === 'contains';
  }

  function isInherited(bug: KnownBug, fix: string, version: string): boolean {
    const here = placeOf(version);
    const began = here.isFirst ? here : here.began;
    const fixing = placeOf(fix);
    if (began?.release === undefined || fixing.release === undefined) return false;
    // The community's own fix is in every minor version of its day.
    if (fixing.isFirst && (isBefore(fixing, began) || (bug.cves.length > 0 && isSame(fixing, began))))
      return true;
    if (isUndated(began.release) || isUndated(fixing.release)) return false;
    if (began.release.date <= fixing.release.date) return false;
    const days = (Date.parse(began.release.date) - Date.parse(fixing.release.date)) / DAY;
    if (days > DAYS_TO_INHERIT) return true;
    // The patches of those weeks went by this minor version, which had the fix already.
    const patch = here.firstDatedPatch;
    return patch !== undefined && VERSIONS.compare(patch.version, version) <= 0;
  }

  function unlisted(listings: readonly string[], version: string): Verdict {
    const here = placeOf(version);
    const isOlderThan = (fix: string): boolean => {
      const fixing = placeOf(fix);
      if (here.release === undefined || fixing.release === undefined) return false;
      if (isUndated(here.release) || isUndated(fixing.release))
        return isBefore(here, fixing) && fixing.isFirst;
      return here.release.date < fixing.release.date;
    };
    const line = VERSIONS.line(version);
    const later = listings.find(
      (fix) =>
        VERSIONS.line(fix) === line &&
        placeOf(fix).isFirst &&
        VERSIONS.compare(fix, version) > 0 &&
        isOlderThan(fix),
    );
    if (later !== undefined) return { is: 'has', by: 'later', fix: later };
    // What was fixed below it alone may have been in its base, in other words.
    const older = listings.find((fix) => isBefore(placeOf(fix), here));
    const isAmong = listings.some((fix) => isBefore(here, placeOf(fix)));
    if (older !== undefined && isAmong && listings.every(isOlderThan))
      return { is: 'has', by: 'older', fix: older };
    return { is: 'unknown', fix: nearest(listings, version) };
  }

  return { verdict };
}

function byBuild({ listings, listedJointly = [] }: KnownBug): Record<'limitless' | 'other', string[]> {
  const all = [...listings.map(({ version }) => version), ...listedJointly].sort(VERSIONS.compare);
  return {
    limitless: all.filter(isLimitlessRelease),
    other: all.filter((version) => !isLimitlessRelease(version)),
  };
}

function isLimitlessRelease(version: string): boolean {
  return VERSIONS.line(version).includes('-');
}

function isUndated({ isDayBound }: Release): boolean {
  return isDayBound === true;
}

/** By the generations of their minor versions. */
function isBefore(a: Place, b: Place): boolean {
  return a.generation !== null && b.generation !== null && a.generation < b.generation;
}

function isSame(a: Place, b: Place): boolean {
  return a.generation !== null && a.generation === b.generation;
}

/** On the own line the first above, else the highest of all. */
function nearest(listings: readonly string[], version: string): string {
  const own = listings.filter((fix) => VERSIONS.line(fix) === VERSIONS.line(version));
  return own.find((fix) => VERSIONS.compare(fix, version) > 0) ?? own.at(-1) ?? listings.at(-1) ?? '';
}
