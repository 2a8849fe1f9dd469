import {
  compareVersions,
  remembered,
  type Catalogue,
  type KnownBug,
  type Release,
  type ProductId,
} from '../../model/index.ts';
import { auroraBranch, auroraLine } from '../../products/index.ts';

/**
 * Whether a version contains the fix of a bug, by the rules of docs/architecture.md ("Which releases have a bug").
 *
 * - `yes`, `no`: as the notes tell.
 * - `doubtful`: inferred from dates alone, while a later branch lists the same fix again.
 */
export type Contained = 'yes' | 'doubtful' | 'no';

/** Which releases of one product descend from which. Built once per catalogue; every question is then a look-up. */
export interface Lineage {
  release(version: string): Release | undefined;
  /** Releases of a branch, oldest version first. */
  onBranch(branch: string): readonly Release[];
  branches(): readonly string[];
  newestOnBranch(branch: string): Release | undefined;
  newestOnLine(line: string): Release | undefined;
  newest(): Release | undefined;
  /** Day on which a branch began, or null for a branch that the catalogue does not know. */
  begin(branch: string): string | null;
  /** The release of another line whose fixes a version contains, as the notes state. */
  baseOf(version: string): string | null;
  /** Whether the code of `version` contains what release `fix` brought. */
  containsRelease(version: string, fix: string): boolean;
  containsFix(version: string, bug: KnownBug): Contained;
  /**
   * The fixing release of each branch: the last one that lists the bug, because an earlier listing was not complete; of a
   * CVE the first, because a page that lists it again takes nothing back.
   */
  fixes(bug: KnownBug): ReadonlyMap<string, string>;
}

const LINEAGES = new WeakMap<Catalogue['releases'], Map<ProductId, Lineage>>();

/** The lineage of a product in a catalogue: made when first asked for, and kept as long as the catalogue's releases. */
export function createLineage({ releases }: Pick<Catalogue, 'releases'>, product: ProductId): Lineage {
  const ofCatalogue = LINEAGES.get(releases) ?? new Map<ProductId, Lineage>();
  LINEAGES.set(releases, ofCatalogue);
  const known = ofCatalogue.get(product) ?? buildLineage(releases, product);
  ofCatalogue.set(product, known);
  return known;
}

function buildLineage(all: Catalogue['releases'], product: ProductId): Lineage {
  const releases = all
    .filter((release) => release.product === product)
    .sort((a, b) => compareVersions(a.version, b.version));
  const byVersion = new Map(releases.map((release) => [release.version, release]));
  const releasesOf = Map.groupBy(releases, (release) => release.branch);

  const known = new WeakMap<KnownBug, ReadonlyMap<string, string>>();

  function fixes(bug: KnownBug): ReadonlyMap<string, string> {
    const found = known.get(bug) ?? fixingReleases(bug);
    known.set(bug, found);
    return found;
  }

  const begin = (branch: string): string | null => releasesOf.get(branch)?.[0]?.date ?? null;

  const baseOf = remembered((version): string | null => {
    const line = auroraLine(version);
    const stated = releases.filter(
      (release) =>
        release.line === line &&
        release.comparedTo !== null &&
        compareVersions(release.version, version) <= 0,
    );
    return stated.at(-1)?.comparedTo ?? null;
  });

  function containsRelease(version: string, fix: string): boolean {
    if (auroraBranch(version) === auroraBranch(fix)) return compareVersions(fix, version) <= 0;
    if (auroraLine(version) === auroraLine(fix)) return isInheritedFrom(version, fix);
    const base = baseOf(version);
    return base !== null && (base === fix || containsRelease(base, fix));
  }

  /** An older branch of the same line, and released by the day on which the version's own branch began. */
  function isInheritedFrom(version: string, fix: string): boolean {
    const branch = auroraBranch(version);
    const began = begin(branch);
    const released = byVersion.get(fix)?.date;
    if (began === null || released === undefined) return false;
    return compareVersions(auroraBranch(fix), branch) < 0 && released <= began;
  }

  /** A bug that joins others is fixed where all of them are. */
  function containsFix(version: string, bug: KnownBug): Contained {
    const itself = containsOwnFix(version, bug);
    if (itself === 'yes' || bug.joins === undefined) return itself;
    const hasAll = bug.joins.every((part) => containsOwnFix(version, { ...bug, ...part }) === 'yes');
    return hasAll ? 'yes' : itself;
  }

  function containsOwnFix(version: string, bug: KnownBug): Contained {
    const branch = auroraBranch(version);
    const byBranch = fixes(bug);
    const own = byBranch.get(branch);
    if (own !== undefined) return compareVersions(own, version) <= 0 ? 'yes' : 'no';
    const line = auroraLine(version);
    const inLine = [...byBranch.values()].filter((fix) => auroraLine(fix) === line);
    const inherited = inLine.filter((fix) => isInheritedFrom(version, fix));
    if (inherited.length > 0) {
      if (inherited.some((fix) => isFirstOfBranch(fix))) return 'yes';
      return inLine.some((fix) => compareVersions(auroraBranch(fix), branch) > 0) ? 'doubtful' : 'yes';
    }
    const base = baseOf(version);
    return base === null ? 'no' : containsOwnFix(base, bug);
  }

  function isFirstOfBranch(version: string): boolean {
    return releasesOf.get(auroraBranch(version))?.[0]?.version === version;
  }

  return {
    release: (version) => byVersion.get(version),
    onBranch: (branch) => releasesOf.get(branch) ?? [],
    branches: () => [...releasesOf.keys()],
    newestOnBranch: (branch) => releasesOf.get(branch)?.at(-1),
    newestOnLine: (line) => releases.findLast((release) => release.line === line),
    newest: () => releases.at(-1),
    begin,
    baseOf,
    containsRelease,
    containsFix,
    fixes,
  };
}

function fixingReleases({ cves, listings, listedJointly = [] }: KnownBug): ReadonlyMap<string, string> {
  const versions = [...listings.map(({ version }) => version), ...listedJointly].sort(compareVersions);
  const decides = cves.length > 0 ? versions.toReversed() : versions;
  return new Map(decides.map((version) => [auroraBranch(version), version]));
}
