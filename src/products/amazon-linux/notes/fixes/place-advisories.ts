import {
  compareText,
  packageFamily,
  type OsFix,
  type PackageUpdate,
  type Release,
} from '../../../../model/index.ts';
import { compareOsVersions } from '../../versions.ts';
import type { Advisory, FixedPackage, PlacedAdvisory } from '../../../system/advisory.ts';
import { compareRpmVersions, withoutEpoch } from './rpm.ts';

/** A package in the notes of one release. */
interface Listing {
  /** Index of the release; 0 is the oldest. */
  at: number;
  update: PackageUpdate;
}

/**
 * First known release with the fix of each advisory. Excludes an advisory that is newer than every release and in none
 * of them: no known release has its fix.
 */
export function placeAdvisories(
  releases: readonly Release[],
  advisories: readonly Advisory[],
): PlacedAdvisory[] {
  const ordered = releases.toSorted(compareReleases);
  const listings = listingsByName(ordered);
  return advisories.flatMap((advisory) => {
    const byNotes =
      advisory.fixed.length === 0
        ? placeByCve(advisory, ordered)
        : placeByVersion(advisory, ordered, listings);
    const place = byNotes ?? placeByDay(advisory, ordered);
    const version = ordered[place?.at ?? -1]?.version;
    return place === null || version === undefined ? [] : [{ advisory, version, assigned: place.assigned }];
  });
}

/** Compares releases, oldest first. */
export function compareReleases(a: Release, b: Release): number {
  return compareText(a.date, b.date) || compareOsVersions(a.version, b.version);
}

type Place = { at: number; assigned: OsFix['assigned'] } | null;

/**
 * First release whose notes list a fixed package in the fixed version or a later one, with no older one listed
 * afterwards, which would have reverted the fix. It may be older than the advisory. If the notes only list a later
 * version, and never the package before, the release of the fix is unknown: even the first one may have had it.
 */
function placeByVersion(
  advisory: Advisory,
  ordered: readonly Release[],
  listings: ReadonlyMap<string, readonly Listing[]>,
): Place {
  const day = placeByDay(advisory, ordered)?.at ?? Infinity;
  const places = advisory.fixed.flatMap((fixed) => {
    const own = (listings.get(fixed.name) ?? []).filter(({ update }) => isOfOneLine(update, fixed, advisory));
    const lastOlder = own.findLastIndex((listing) => difference(listing, fixed) < 0);
    const listing = own[lastOlder + 1];
    if (listing === undefined) return [];
    const isDecided = lastOlder >= 0 || difference(listing, fixed) === 0 || listing.at <= day;
    return [{ at: listing.at, isDecided }];
  });
  const first = places.toSorted((a, b) => a.at - b.at)[0];
  return first?.isDecided === true ? { at: first.at, assigned: 'by version' } : null;
}

function difference({ update }: Listing, fixed: FixedPackage): number {
  return compareRpmVersions(update.version, fixed.version);
}

/** True if two versions can succeed each other: an extras topic or a kernel series is a line of its own. */
function isOfOneLine(update: PackageUpdate, { name, version }: FixedPackage, { channel }: Advisory): boolean {
  if (channel !== null && update.channel !== channel) return false;
  return packageFamily(name) !== 'kernel' || kernelSeries(version) === kernelSeries(update.version);
}

/** Kernel series of a version. Amazon Linux 2 calls both 4.14 and 5.10 `kernel`; neither succeeds the other. */
function kernelSeries(version: string): string {
  return withoutEpoch(version).split('.').slice(0, 2).join('.');
}

/** First release since the day of the advisory whose notes name one of its CVEs for the package. */
function placeByCve(advisory: Advisory, ordered: readonly Release[]): Place {
  const family = packageFamily(advisory.package);
  const listsFix = ({ name, cves }: PackageUpdate): boolean =>
    packageFamily(name) === family && cves.some((cve) => advisory.cves.includes(cve));
  const at = ordered.findIndex(
    ({ date, packages }) => date >= advisory.date && packages?.some(listsFix) === true,
  );
  return at === -1 ? null : { at, assigned: 'by version' };
}

/** First release since the day of the advisory, when the repository already had the fix. */
function placeByDay({ date }: Advisory, ordered: readonly Release[]): Place {
  const at = ordered.findIndex((release) => release.date >= date);
  return at === -1 ? null : { at, assigned: 'by date' };
}

function listingsByName(ordered: readonly Release[]): Map<string, Listing[]> {
  const all = ordered.flatMap(({ packages = [] }, at) => packages.map((update) => ({ at, update })));
  return Map.groupBy(all, ({ update }) => update.name);
}
