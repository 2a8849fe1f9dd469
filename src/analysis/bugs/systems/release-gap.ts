import {
  familyRank,
  packageFamily,
  SEVERITIES,
  type BugMatch,
  type Catalogue,
  type Coverage,
  type NumberedImage,
  type Release,
  type Severity,
} from '../../../model/index.ts';
import { type PinnedOs, productOf } from '../../../products/index.ts';
import { isReported } from '../known-bugs.ts';
import { daysBetween } from '../../support/support.ts';
import { osBugsOfVersion } from './bugs.ts';
import { hasAdvisories, osCoverage } from './coverage.ts';
import { ownIssuesOf } from './own-issues.ts';
import { warningsOf, warningsOfImage, type ReleaseWarning } from './release-notices.ts';
import { hasGaps, imagesBeside, osDay, osReleases, placeOf } from './releases.ts';

/** Fixes in one package, including those of packages from the same source. */
export interface PackageFixes {
  package: string;
  advisories: number;
  cves: number;
}

/** Distance of a pinned release from the newest, and the fixes that it lacks. */
export interface OsReleaseGap {
  pinned: PinnedOs;
  /** Release that a separately numbered image was built from, by its publisher; null if not stated. */
  base: string | null;
  /** The separately numbered image itself; null if its publisher's changelog does not list it. */
  image: NumberedImage | null;
  /** Images of the same numbering that were not withdrawn, newest first. */
  images: readonly NumberedImage[];
  /** The pinned release if the catalogue has it; for a separately numbered image, the release that it was built on. */
  own: Release | null;
  newest: Release;
  /** True if the pinned release is above everything in the catalogue, so nothing is known about it. */
  isNewer: boolean;
  /** Days from the pinned release to the newest; from the image's own day if no source names its release. */
  days: number;
  /** Known later releases, oldest first. */
  later: readonly Release[];
  /** Number of later releases. */
  releases: number;
  /** True if the catalogue lacks releases, so the number is a minimum. */
  isAtLeast: boolean;
  /** Fixes of later releases, and the team's own known issues, the worst first. Empty if fixes are not counted. */
  matches: readonly BugMatch[];
  /** The team's own known issues, even if fixes are not counted. */
  ownIssues: readonly BugMatch[];
  /** Advisories by severity. */
  advisories: Readonly<Record<Severity, number>>;
  /** Distinct CVEs, those of advisories included. */
  cves: number;
  /** Distinct CVEs that no known advisory rates. */
  unratedCves: number;
  /** Kernel, openssl, glibc, curl, systemd and openssh first, then by number of CVEs. */
  packages: readonly PackageFixes[];
  /** Number of fixes left out because their package belongs to the host. */
  ofHost: number;
  /** Base packages, on which everything depends, that later releases update. */
  updated: readonly string[];
  /** True if a publisher of advisories exists for the product. */
  hasAdvisorySource: boolean;
  /** True if advisories exist but the catalogue has none: CVEs are only those that release notes name. */
  isWithoutAdvisories: boolean;
  /** Coverage of the fixes that the release lacks. */
  coverage: Coverage;
  /** Warnings in the notes about the pinned release itself. */
  warnings: readonly ReleaseWarning[];
}

/**
 * Compares a pinned release with the newest in the catalogue. Null if the catalogue has no release of the product.
 */
export function osReleaseGap(catalogue: Catalogue, pinned: PinnedOs): OsReleaseGap | null {
  const newest = osReleases(catalogue, pinned.product).at(-1);
  if (newest === undefined) return null;
  const hasAdvisorySource = productOf(pinned.product).system?.hasAdvisories === true;
  const { image, at, own, later } = placeOf(catalogue, pinned);
  // An image without a named release is identified by its day, which is the start of the count.
  const from = (at.byDate ? null : own?.date) ?? osDay(at) ?? newest.date;
  const lacking = osBugsOfVersion(catalogue, pinned).filter(
    ({ bug }) => bug.os !== undefined || bug.origin === 'team',
  );
  const matches = lacking.filter(isReported);
  const rated = new Set(matches.filter(isAdvisory).flatMap(({ bug }) => bug.cves));
  const all = new Set(matches.flatMap(({ bug }) => bug.cves));
  return {
    pinned,
    own,
    newest,
    isNewer: later.length === 0 && own === null && isAbove(at, newest),
    base: image?.version ?? null,
    image,
    images: imagesBeside(catalogue, pinned),
    days: later.length === 0 ? 0 : Math.max(0, daysBetween(from, newest.date)),
    later,
    releases: later.length,
    isAtLeast: hasGaps(own, later, catalogue.asOf.slice(0, 10)),
    matches,
    ownIssues: ownIssuesOf(catalogue, pinned),
    advisories: countAdvisories(matches),
    cves: all.size,
    unratedCves: [...all].filter((cve) => !rated.has(cve)).length,
    packages: fixesByPackage(matches),
    ofHost: lacking.length - matches.length,
    updated: updatedFamilies(later, pinned),
    hasAdvisorySource,
    isWithoutAdvisories: hasAdvisorySource && !hasAdvisories(catalogue.bugs, pinned.product),
    coverage: osCoverage(catalogue, pinned),
    // The base release of such an image is only a guess, so its warnings do not apply.
    warnings: [...warningsOfImage(image), ...(at.byDate ? [] : warningsOf(own))],
  };
}

function isAbove({ product, version }: Pick<PinnedOs, 'product' | 'version'>, newest: Release): boolean {
  return productOf(product).versions.compare(version, newest.version) > 0;
}

function isAdvisory({ bug }: BugMatch): boolean {
  return bug.os !== undefined && bug.os.advisory !== null;
}

function countAdvisories(matches: readonly BugMatch[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, unrated: 0, low: 0 };
  for (const match of matches.filter(isAdvisory)) counts[match.bug.severity]++;
  return counts;
}

function fixesByPackage(matches: readonly BugMatch[]): PackageFixes[] {
  const listed = matches.filter(({ bug }) => bug.origin === 'notes');
  const groups = Map.groupBy(listed, ({ bug }) => packageFamily(bug.os?.package ?? ''));
  return [...groups]
    .map(([name, group]) => ({
      package: name,
      advisories: group.filter(isAdvisory).length,
      cves: new Set(group.flatMap(({ bug }) => bug.cves)).size,
    }))
    .sort(
      (a, b) =>
        familyRank(a.package) - familyRank(b.package) || b.cves - a.cves || (a.package < b.package ? -1 : 1),
    );
}

function updatedFamilies(later: readonly Release[], { product, sharesHost = false }: PinnedOs): string[] {
  const { isOfHost: isHosts } = productOf(product).system ?? {};
  const names = later
    .flatMap(({ packages = [] }) => packages.map(({ name }) => packageFamily(name)))
    .filter((name) => !sharesHost || isHosts?.(name) !== true);
  const isBase = (family: string): boolean => familyRank(family) < familyRank('');
  return [...new Set(names.filter(isBase))].sort((a, b) => familyRank(a) - familyRank(b));
}

/** `2 critical, 6 high`: the severities that occur, worst first. */
export function severitiesOf(counts: Readonly<Record<Severity, number>>): [Severity, number][] {
  return SEVERITIES.map((severity): [Severity, number] => [severity, counts[severity]]).filter(
    ([, count]) => count > 0,
  );
}
