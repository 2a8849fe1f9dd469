import { getOrInsert, memoize, type KnownBug, type Release } from '../../model/index.ts';
import type { ProductVersions } from '../product.ts';
import { hasSameMissing } from './feature-ages.ts';
import {
  isRelatedLine,
  judgeBug,
  type BranchRules,
  type ReleaseAncestry,
  type JudgedVersion,
} from './judgement.ts';
import type { FixSearch, Lineage } from './lineage.ts';

/**
 * Lineage of releases by their branches, by the rules of docs/contributing/lineage.md.
 * @param all releases of one product
 */
export function branchLineage(all: readonly Release[], rules: BranchRules): Lineage {
  const { compare, line: lineOf, branch: branchOf } = rules.versions;
  const releases = [...all].sort((a, b) => compare(a.version, b.version));
  const byVersion = new Map(releases.map((release) => [release.version, release]));
  const releasesOf = Map.groupBy(releases, (release) => release.branch);

  /** One map for bugs with the same list of fixing releases. */
  const fixesOf = new Map<string, ReadonlyMap<string, string>>();
  const fixes = memoize((bug: KnownBug) =>
    getOrInsert(fixesOf, keyOfListings(bug), () => fixingReleases(bug, rules.versions)),
  );

  const begin = (branch: string): string | null => releasesOf.get(branch)?.[0]?.date ?? null;

  const baseOf = memoize((version: string): string | null => {
    const line = lineOf(version);
    const stated = releases.filter(
      (release) =>
        release.line === line && release.comparedTo !== null && compare(release.version, version) <= 0,
    );
    return stated.at(-1)?.comparedTo ?? null;
  });

  /** Inherited fixes are the same for every release of a branch with the same base, and for bugs with the same listings. */
  const bySiblings = new Map<string, (bug: KnownBug) => FixSearch>();
  const inheritedBy = memoize((version: string) => {
    const siblings = `${branchOf(version)} ${baseOf(version) ?? ''}`;
    return getOrInsert(bySiblings, siblings, () =>
      memoize(
        (bug: KnownBug) => containsOfOthers(version, bug),
        (bug) => [fixes(bug)],
      ),
    );
  });

  const placeOf = memoize((version: string): JudgedVersion => {
    const [branch, line] = [branchOf(version), lineOf(version)];
    const release = byVersion.get(version) ?? releasesOf.get(branch)?.at(-1);
    return {
      version,
      branch,
      line,
      community: release?.communityVersion ?? null,
      missing: rules.ages.missingIn(version),
    };
  });

  function firstAlike(version: string): string {
    const here = placeOf(version);
    const isAlike = ({ community, missing }: JudgedVersion): boolean =>
      community === here.community && hasSameMissing(missing, here.missing);
    const found = releasesOf
      .get(here.branch)
      ?.find(
        (other) =>
          compare(other.version, version) <= 0 &&
          baseOf(other.version) === baseOf(version) &&
          isAlike(placeOf(other.version)),
      );
    return found?.version ?? version;
  }

  function containsRelease(version: string, fix: string): boolean {
    if (branchOf(version) === branchOf(fix)) return compare(fix, version) <= 0;
    if (lineOf(version) === lineOf(fix)) return isInheritedFrom(version, fix);
    const base = baseOf(version);
    return base !== null && (base === fix || containsRelease(base, fix));
  }

  /**
   * True for a fix on an older branch of the same line, released by the day on which the version's own branch began.
   */
  function isInheritedFrom(version: string, fix: string): boolean {
    const branch = branchOf(version);
    const began = begin(branch);
    const released = byVersion.get(fix)?.date;
    if (began === null || released === undefined) return false;
    return compare(branchOf(fix), branch) < 0 && released <= began;
  }

  /** Result for a bug; one that joins others is fixed if all of them are. */
  function containsFix(version: string, bug: KnownBug): FixSearch {
    const itself = containsOwnFix(version, bug);
    if (itself === 'yes' || bug.joins === undefined) return itself;
    const hasAll = bug.joins.every((part) => containsOwnFix(version, { ...bug, ...part }) === 'yes');
    return hasAll ? 'yes' : itself;
  }

  function containsOwnFix(version: string, bug: KnownBug): FixSearch {
    const own = fixes(bug).get(branchOf(version));
    if (own !== undefined) return compare(own, version) <= 0 ? 'yes' : 'no';
    return inheritedBy(version)(bug);
  }

  function containsOfOthers(version: string, bug: KnownBug): FixSearch {
    const branch = branchOf(version);
    const byBranch = fixes(bug);
    const line = lineOf(version);
    const inLine = [...byBranch.values()].filter((fix) => lineOf(fix) === line);
    const inherited = inLine.filter((fix) => isInheritedFrom(version, fix));
    if (inherited.length > 0) {
      if (inherited.some((fix) => isFirstOfBranch(fix))) return 'yes';
      const later = inLine.filter((fix) => compare(branchOf(fix), branch) > 0);
      if (later.length === 0) return 'yes';
      // A later branch that begins with the fix proves that the line between did not inherit it from an older branch's
      // patch.
      return bug.cves.length === 0 && later.some((fix) => isFirstOfBranch(fix)) ? 'no' : 'doubtful';
    }
    const base = baseOf(version);
    return base === null ? 'no' : containsOwnFix(base, bug);
  }

  function isFirstOfBranch(version: string): boolean {
    return releasesOf.get(branchOf(version))?.[0]?.version === version;
  }

  const ancestry: ReleaseAncestry = {
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
    firstAlike,
  };
  const judge: Lineage['judge'] = (bug, version) => judgeBug(ancestry, rules, bug, placeOf(version));
  return {
    ...ancestry,
    judge,
    judgePin: judge,
    concerns: (release, version) => isRelatedLine(lineOf(release), lineOf(version), rules.continues),
  };
}

/** Releases that list a bug, alone or with others. */
export function listedIn({ listings, listedJointly = [] }: KnownBug): string[] {
  return [...listings.map(({ version }) => version), ...listedJointly];
}

/**
 * Key that bugs with the same listings share. CVEs have keys of their own, because a different listing decides for them.
 */
export function keyOfListings(bug: KnownBug): string {
  return [bug.cves.length > 0, ...listedIn(bug)].join(' ');
}

function fixingReleases(bug: KnownBug, { compare, branch }: ProductVersions): ReadonlyMap<string, string> {
  const versions = listedIn(bug).sort(compare);
  const decides = bug.cves.length > 0 ? versions.toReversed() : versions;
  return new Map(decides.map((version) => [branch(version), version]));
}
