import { remembered, type KnownBug, type Release } from '../../model/index.ts';
import type { ProductVersions } from '../product.ts';
import { isRelatedLine, judgeBug, type Alike, type BranchRules, type Descent } from './judgement.ts';
import type { Contained, Judgement, Lineage } from './lineage.ts';

/**
 * The descent of releases by their branches, by the rules of docs/architecture.md ("Which releases have a bug").
 * @param all of one product
 */
export function branchLineage(all: readonly Release[], rules: BranchRules): Lineage {
  const { compare, line: lineOf, branch: branchOf } = rules.versions;
  const releases = [...all].sort((a, b) => compare(a.version, b.version));
  const byVersion = new Map(releases.map((release) => [release.version, release]));
  const releasesOf = Map.groupBy(releases, (release) => release.branch);

  const known = new WeakMap<KnownBug, ReadonlyMap<string, string>>();

  function fixes(bug: KnownBug): ReadonlyMap<string, string> {
    const found = known.get(bug) ?? fixingReleases(bug, rules.versions);
    known.set(bug, found);
    return found;
  }

  const begin = (branch: string): string | null => releasesOf.get(branch)?.[0]?.date ?? null;

  const baseOf = remembered((version): string | null => {
    const line = lineOf(version);
    const stated = releases.filter(
      (release) =>
        release.line === line && release.comparedTo !== null && compare(release.version, version) <= 0,
    );
    return stated.at(-1)?.comparedTo ?? null;
  });

  const contained = answersOfSiblings<Contained>();
  const confidences = answersOfSiblings<Judgement>();

  function containsRelease(version: string, fix: string): boolean {
    if (branchOf(version) === branchOf(fix)) return compare(fix, version) <= 0;
    if (lineOf(version) === lineOf(fix)) return isInheritedFrom(version, fix);
    const base = baseOf(version);
    return base !== null && (base === fix || containsRelease(base, fix));
  }

  /** An older branch of the same line, and released by the day on which the version's own branch began. */
  function isInheritedFrom(version: string, fix: string): boolean {
    const branch = branchOf(version);
    const began = begin(branch);
    const released = byVersion.get(fix)?.date;
    if (began === null || released === undefined) return false;
    return compare(branchOf(fix), branch) < 0 && released <= began;
  }

  /** A bug that joins others is fixed where all of them are. */
  function containsFix(version: string, bug: KnownBug): Contained {
    const itself = containsOwnFix(version, bug);
    if (itself === 'yes' || bug.joins === undefined) return itself;
    const hasAll = bug.joins.every((part) => containsOwnFix(version, { ...bug, ...part }) === 'yes');
    return hasAll ? 'yes' : itself;
  }

  function containsOwnFix(version: string, bug: KnownBug): Contained {
    const own = fixes(bug).get(branchOf(version));
    if (own !== undefined) return compare(own, version) <= 0 ? 'yes' : 'no';
    const answers = contained(version);
    const known = answers.get(bug) ?? containsOfOthers(version, bug);
    answers.set(bug, known);
    return known;
  }

  /** What holds for every release of a branch with the same base, of bugs that the branch itself does not list. */
  function answersOfSiblings<T>(): (version: string) => WeakMap<KnownBug, T> {
    const all = new Map<string, WeakMap<KnownBug, T>>();
    return remembered((version) => {
      const siblings = `${branchOf(version)} ${baseOf(version) ?? ''}`;
      const answers = all.get(siblings) ?? new WeakMap<KnownBug, T>();
      all.set(siblings, answers);
      return answers;
    });
  }

  function containsOfOthers(version: string, bug: KnownBug): Contained {
    const branch = branchOf(version);
    const byBranch = fixes(bug);
    const line = lineOf(version);
    const inLine = [...byBranch.values()].filter((fix) => lineOf(fix) === line);
    const inherited = inLine.filter((fix) => isInheritedFrom(version, fix));
    if (inherited.length > 0) {
      if (inherited.some((fix) => isFirstOfBranch(fix))) return 'yes';
      return inLine.some((fix) => compare(branchOf(fix), branch) > 0) ? 'doubtful' : 'yes';
    }
    const base = baseOf(version);
    return base === null ? 'no' : containsOwnFix(base, bug);
  }

  function isFirstOfBranch(version: string): boolean {
    return releasesOf.get(branchOf(version))?.[0]?.version === version;
  }

  const descent: Descent = {
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
  const alike: Alike = (bug, version, make) => {
    const answers = confidences(version);
    const known = answers.get(bug) ?? make();
    answers.set(bug, known);
    return known;
  };
  const judge: Lineage['judge'] = (bug, version) => judgeBug(descent, rules, bug, version, alike);
  return {
    ...descent,
    judge,
    judgePin: judge,
    concerns: (release, version) => isRelatedLine(lineOf(release), lineOf(version), rules.continues),
  };
}

function fixingReleases(
  { cves, listings, listedJointly = [] }: KnownBug,
  { compare, branch }: ProductVersions,
): ReadonlyMap<string, string> {
  const versions = [...listings.map(({ version }) => version), ...listedJointly].sort(compare);
  const decides = cves.length > 0 ? versions.toReversed() : versions;
  return new Map(decides.map((version) => [branch(version), version]));
}
