import {
  familyRank,
  packageFamily,
  SEVERITIES,
  type BugMatch,
  type Catalogue,
  type Coverage,
  type ImageBase,
  type KnownBug,
  type Release,
  type Severity,
} from '../../../model/index.ts';
import { type PinnedOs, productOf } from '../../../products/index.ts';
import { daysBetween } from '../../support/support.ts';
import { isOfHost } from './image-of.ts';
import { osBugsOfVersion } from './bugs.ts';
import { hasAdvisories, osCoverage } from './coverage.ts';
import { ownIssuesOf } from './own-issues.ts';
import { warningsOf, warningsOfImage, type ReleaseWarning } from './release-notices.ts';
import {
  builtFrom,
  hasGaps,
  imageBaseOf,
  imagesBeside,
  laterReleases,
  osReleases,
  ownRelease,
  osDay,
} from './releases.ts';

/** What was fixed in one package, with those built from the same source. */
export interface PackageFixes {
  package: string;
  advisories: number;
  cves: number;
}

/** How far a pinned release is behind, and what it lacks. */
export interface OsBehind {
  pinned: PinnedOs;
  /** The release that an image of its own numbering was built from, as its publisher says. */
  base: string | null;
  /** The image of its own numbering itself; null where its publisher's changelog does not have it. */
  image: ImageBase | null;
  /** Images of the same numbering that were neither withdrawn nor taken back, newest first. */
  images: readonly ImageBase[];
  /** The release itself where the catalogue has it; for an image of its own numbering the one that it was built on. */
  own: Release | null;
  newest: Release;
  /** The pinned release is above everything in the catalogue: nothing is known of it. */
  isNewer: boolean;
  /** Days from the pinned release to the newest; from the day of an image whose release nobody names. */
  days: number;
  /** Known later releases, oldest first. */
  later: readonly Release[];
  /** How many there are. */
  releases: number;
  /** The catalogue lacks some: there are at least so many. */
  isAtLeast: boolean;
  /** Fixed by later releases, and the team's own known issues; the worst first. Empty where nothing is counted. */
  matches: readonly BugMatch[];
  /** The team's own known issues, also where nothing is counted. */
  ownIssues: readonly BugMatch[];
  /** Advisories by severity. */
  advisories: Readonly<Record<Severity, number>>;
  /** Distinct CVEs, those of advisories included. */
  cves: number;
  /** Distinct CVEs that no known advisory rates. */
  unratedCves: number;
  /** Kernel, openssl, glibc, curl, systemd and openssh first, then by number of CVEs. */
  packages: readonly PackageFixes[];
  /** How many fixes are left out, because what they are in is its host's. */
  ofHost: number;
  /** Packages that everything depends on and that later releases update. */
  updated: readonly string[];
  /** Somebody publishes advisories of this product. */
  hasAdvisorySource: boolean;
  /** The catalogue has no advisories of this product, and there are some: CVEs are only those that release notes name. */
  isWithoutAdvisories: boolean;
  /** Whether fixes are counted at all. */
  coverage: Coverage;
  /** What the notes say against the pinned release itself. */
  warnings: readonly ReleaseWarning[];
}

/**
 * Compares a pinned release with the newest in the catalogue. Null when the catalogue has no release of the product.
 * @param isHeard whether the team wants to hear of a bug
 * @param sharesHost whether it is a container or its like, of which nothing of its host is told
 */
export function osBehind(
  catalogue: Catalogue,
  pinned: PinnedOs,
  isHeard: (bug: KnownBug) => boolean = () => true,
  sharesHost = false,
): OsBehind | null {
  const releases = osReleases(catalogue, pinned.product);
  const newest = releases.at(-1);
  if (newest === undefined) return null;
  const hasAdvisorySource = productOf(pinned.product).system?.hasAdvisories === true;
  const base = imageBaseOf(catalogue, pinned);
  const at = builtFrom(catalogue, pinned);
  const own = ownRelease(releases, at);
  const later = laterReleases(releases, at);
  // An image whose publisher does not name its release is spoken of by its day, and counted from there.
  const from = (at.byDate ? null : own?.date) ?? osDay(at) ?? newest.date;
  const isLeftOut = ({ bug }: BugMatch): boolean => sharesHost && isOfHost(bug);
  const lacking = osBugsOfVersion(catalogue, pinned).filter(
    ({ bug }) => bug.os !== undefined || bug.origin === 'team',
  );
  const matches = lacking.filter((match) => !isLeftOut(match) && isHeard(match.bug));
  const rated = new Set(matches.filter(isAdvisory).flatMap(({ bug }) => bug.cves));
  const all = new Set(matches.flatMap(({ bug }) => bug.cves));
  return {
    pinned,
    own,
    newest,
    isNewer:
      later.length === 0 &&
      own === null &&
      productOf(at.product).versions.compare(at.version, newest.version) > 0,
    base: base?.version ?? null,
    image: base,
    images: imagesBeside(catalogue, pinned),
    days: later.length === 0 ? 0 : Math.max(0, daysBetween(from, newest.date)),
    later,
    releases: later.length,
    isAtLeast: hasGaps(own, later, catalogue.asOf.slice(0, 10)),
    matches,
    ownIssues: ownIssuesOf(catalogue, pinned).filter(({ bug }) => isHeard(bug)),
    advisories: countAdvisories(matches),
    cves: all.size,
    unratedCves: [...all].filter((cve) => !rated.has(cve)).length,
    packages: fixesByPackage(matches),
    ofHost: lacking.filter(isLeftOut).length,
    updated: updatedFamilies(later, pinned, sharesHost),
    hasAdvisorySource,
    isWithoutAdvisories: hasAdvisorySource && !hasAdvisories(catalogue, pinned.product),
    coverage: osCoverage(catalogue, pinned),
    // An image whose publisher does not say it only may be built on that release.
    warnings: [...warningsOfImage(base), ...(at.byDate ? [] : warningsOf(own))],
  };
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

function updatedFamilies(later: readonly Release[], { product }: PinnedOs, sharesHost: boolean): string[] {
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
