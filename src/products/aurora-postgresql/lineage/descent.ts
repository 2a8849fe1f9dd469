import type { KnownBug, Release } from '../../../model/index.ts';
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

/** @param plain the releases by their branches */
export function descentOf(plain: Plain): Descent {
  const isFirst = (version: string): boolean =>
    plain.onBranch(VERSIONS.branch(version))[0]?.version === version;

  function verdict(bug: KnownBug, version: string): Verdict | null {
    const listings = listingsFor(bug, version);
    const [first] = listings;
    if (first === undefined) return null;
    const own = listings.filter((fix) => VERSIONS.branch(fix) === VERSIONS.branch(version));
    // A fix that is listed again was not complete; of a CVE the first listing counts.
    const deciding = bug.cves.length > 0 ? own[0] : own.at(-1);
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

  /** "Contains all fixes of 11.9". */
  function containsByStatement(bug: KnownBug, version: string): boolean {
    const base = plain
      .onBranch(VERSIONS.branch(version))
      .findLast((release) => release.comparedTo !== null && VERSIONS.compare(release.version, version) <= 0);
    const named = base?.comparedTo ?? null;
    return named !== null && named !== version && verdict(bug, named)?.is === 'contains';
  }

  function isInherited(bug: KnownBug, fix: string, version: string): boolean {
    const branch = VERSIONS.branch(version);
    const [began, ...patches] = plain.onBranch(branch);
    const fixing = plain.release(fix);
    if (began === undefined || fixing === undefined) return false;
    const isEarlier = isBefore(fix, began.version);
    // The community's own fix is in every minor version of its day.
    if (isFirst(fix) && (isEarlier || (bug.cves.length > 0 && isSame(fix, began.version)))) return true;
    if (isUndated(began) || isUndated(fixing)) return false;
    const days = (Date.parse(began.date) - Date.parse(fixing.date)) / DAY;
    if (days > DAYS_TO_INHERIT) return true;
    if (days <= 0) return false;
    // The patches of those weeks went by this minor version, which had the fix already.
    return patches.some((patch) => !isUndated(patch) && VERSIONS.compare(patch.version, version) <= 0);
  }

  function unlisted(listings: readonly string[], version: string): Verdict {
    const own = plain.release(version);
    const isOlderThan = (fix: string): boolean => {
      const fixing = plain.release(fix);
      if (own === undefined || fixing === undefined) return false;
      if (isUndated(own) || isUndated(fixing)) return isBefore(version, fix) && isFirst(fix);
      return own.date < fixing.date;
    };
    const later = listings.find(
      (fix) =>
        VERSIONS.line(fix) === VERSIONS.line(version) &&
        isFirst(fix) &&
        VERSIONS.compare(fix, version) > 0 &&
        isOlderThan(fix),
    );
    if (later !== undefined) return { is: 'has', by: 'later', fix: later };
    // What was fixed below it alone may have been in its base, in other words.
    const older = listings.find((fix) => isBefore(fix, version));
    const isAmong = listings.some((fix) => isBefore(version, fix));
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
function isBefore(a: string, b: string): boolean {
  const [one, other] = [generationOf(a), generationOf(b)];
  return one !== null && other !== null && one < other;
}

function isSame(a: string, b: string): boolean {
  return generationOf(a) !== null && generationOf(a) === generationOf(b);
}

/** On the own line the first above, else the highest of all. */
function nearest(listings: readonly string[], version: string): string {
  const own = listings.filter((fix) => VERSIONS.line(fix) === VERSIONS.line(version));
  return own.find((fix) => VERSIONS.compare(fix, version) > 0) ?? own.at(-1) ?? listings.at(-1) ?? '';
}
