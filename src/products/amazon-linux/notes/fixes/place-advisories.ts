import { packageFamily, type OsFix, type PackageUpdate, type Release } from '../../../../model/index.ts';
import { compareOsVersions } from '../../versions.ts';
import type { Advisory, FixedPackage, PlacedAdvisory } from '../../../system/advisory.ts';
import { compareRpmVersions, withoutEpoch } from './rpm.ts';

/** A package in the notes of one release. */
interface Listing {
  /** Position of the release, the oldest being 0. */
  at: number;
  update: PackageUpdate;
}

/**
 * The first known release with the fix of each advisory. One that is younger than every release, and in none of them, is
 * left out: no release is known to have its fix.
 */
export function placeAdvisories(
  releases: readonly Release[],
  advisories: readonly Advisory[],
): PlacedAdvisory[] {
  const ordered = releases.toSorted(compareReleases);
  const listings = listingsByName(ordered);
  return advisories.flatMap((advisory) => {
    const told =
      advisory.fixed.length === 0
        ? placeByCve(advisory, ordered)
        : placeByVersion(advisory, ordered, listings);
    const place = told ?? placeByDay(advisory, ordered);
    const version = ordered[place?.at ?? -1]?.version;
    return place === null || version === undefined ? [] : [{ advisory, version, how: place.how }];
  });
}

/** Oldest first. */
export function compareReleases(a: Release, b: Release): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : compareOsVersions(a.version, b.version);
}

type Place = { at: number; how: OsFix['assigned'] } | null;

/**
 * The first release whose notes list a fixed package in the fixed version or a later one, and after which none lists an
 * older one: that would have taken the fix back. An advisory may reach back to releases before its day. Where the notes
 * only list a later version, and never the package before, they do not say when the fix came: it may have been in the
 * first release of all.
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
    const isTold = lastOlder >= 0 || difference(listing, fixed) === 0 || listing.at <= day;
    return [{ at: listing.at, isTold }];
  });
  const first = places.toSorted((a, b) => a.at - b.at)[0];
  return first?.isTold === true ? { at: first.at, how: 'by version' } : null;
}

function difference({ update }: Listing, fixed: FixedPackage): number {
  return compareRpmVersions(update.version, fixed.version);
}

/** Whether one version can be newer than the other: an extras topic, a series of the kernel, is a line of its own. */
function isOfOneLine(update: PackageUpdate, { name, version }: FixedPackage, { channel }: Advisory): boolean {
  if (channel !== null && update.channel !== channel) return false;
  return packageFamily(name) !== 'kernel' || kernelSeries(version) === kernelSeries(update.version);
}

/** Kernels 4.14 and 5.10 of Amazon Linux 2 are both called `kernel`; neither is a newer version of the other. */
function kernelSeries(version: string): string {
  return withoutEpoch(version).split('.').slice(0, 2).join('.');
}

/** The first release from the day of the advisory on whose notes name one of its CVEs for the package. */
function placeByCve(advisory: Advisory, ordered: readonly Release[]): Place {
  const family = packageFamily(advisory.package);
  const tells = ({ name, cves }: PackageUpdate): boolean =>
    packageFamily(name) === family && cves.some((cve) => advisory.cves.includes(cve));
  const at = ordered.findIndex(
    ({ date, packages }) => date >= advisory.date && packages?.some(tells) === true,
  );
  return at === -1 ? null : { at, how: 'by version' };
}

/** The first release from the day of the advisory on: the repository had the fix by then. */
function placeByDay({ date }: Advisory, ordered: readonly Release[]): Place {
  const at = ordered.findIndex((release) => release.date >= date);
  return at === -1 ? null : { at, how: 'by date' };
}

function listingsByName(ordered: readonly Release[]): Map<string, Listing[]> {
  const all = ordered.flatMap(({ packages = [] }, at) => packages.map((update) => ({ at, update })));
  return Map.groupBy(all, ({ update }) => update.name);
}
