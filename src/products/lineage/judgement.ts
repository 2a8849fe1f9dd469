import { text } from '../../l10n/index.ts';
import { compareVersions, type KnownBug, type Text } from '../../model/index.ts';
import type { ProductVersions } from '../product.ts';
import type { FeatureAges, MissingFeatures } from './feature-ages.ts';
import type { Judgement, Lineage } from './lineage.ts';

/** Facts about a product that its lineage by branches needs. */
export interface BranchRules {
  versions: ProductVersions;
  /** Lines that continue another: the notes of the continuing line also list bugs of the other. */
  continues: Readonly<Record<string, string>>;
  /** First versions of features: a bug that needs one is in no release before it. */
  ages: FeatureAges;
}

export type ReleaseAncestry = Omit<Lineage, 'judge' | 'judgePin' | 'concerns'>;

/** Properties of a version that every bug's judgement needs. */
export interface JudgedVersion {
  version: string;
  branch: string;
  line: string;
  /** Compatible version of the community edition. */
  community: string | null;
  /** Features that the version lacks, because they came later or never. */
  missing: MissingFeatures;
}

/** True if the notes of a major version list a bug. */
export function isListedOn(
  { fixes }: Pick<ReleaseAncestry, 'fixes'>,
  { versions }: Pick<BranchRules, 'versions'>,
  bug: KnownBug,
  line: string,
): boolean {
  return fixes(bug)
    .keys()
    .some((branch) => versions.line(branch) === line);
}

/** Same as {@link Lineage.judge}, by the branches that list the bug. */
export function judgeBug(
  ancestry: ReleaseAncestry,
  rules: BranchRules,
  bug: KnownBug,
  here: JudgedVersion,
): Judgement | null {
  const { version, branch } = here;
  if (!isWithinBounds(ancestry, bug, here)) return null;
  if (rules.ages.isTooOldFor(bug, here.missing, () => isListedOn(ancestry, rules, bug, here.line)))
    return null;
  const contained = ancestry.containsFix(version, bug);
  if (contained === 'yes') return null;
  if (contained !== 'no') return { confidence: 'low', reason: text('bug.reason.doubtful', { branch }) };
  if (isNamed(bug, version) && !ancestry.fixes(bug).has(branch))
    return { confidence: 'high', reason: text('bug.reason.named', { version }) };
  return confidenceOf(ancestry, rules, bug, here);
}

/** True if two lines are the same, or one continues the code of the other. */
export function isRelatedLine(line: string, other: string, continues: BranchRules['continues']): boolean {
  return line === other || continues[line] === other || continues[other] === line;
}

/** False if the item's own words exclude the version. */
function isWithinBounds(
  ancestry: ReleaseAncestry,
  { bounds }: KnownBug,
  { version, community }: JudgedVersion,
): boolean {
  const { upgradeOnly, introducedIn, introducedInCommunity } = bounds;
  if (upgradeOnly) return false;
  if (introducedIn !== null && !ancestry.containsRelease(version, introducedIn)) return false;
  if (introducedInCommunity === null || community === null) return true;
  return compareVersions(community, introducedInCommunity) >= 0;
}

/** True if the notes name the version; `2.11.*` means every patch. */
function isNamed({ bounds }: KnownBug, version: string): boolean {
  return bounds.names.some((name) =>
    name.endsWith('.*') ? version.startsWith(name.slice(0, -1)) : name === version,
  );
}

function confidenceOf(
  ancestry: ReleaseAncestry,
  rules: BranchRules,
  bug: KnownBug,
  { version, branch, line }: JudgedVersion,
): Judgement {
  const { compare, branch: branchOf, line: lineOf } = rules.versions;
  const fixes = ancestry.fixes(bug);
  if (fixes.has(branch)) return { confidence: 'high', reason: text('bug.reason.ownBranch', { branch }) };
  const sameLine = [...fixes.keys()].filter((other) => lineOf(other) === line);
  const later = sameLine.filter((other) => compare(other, branch) > 0).sort(compare);
  if (later[0] !== undefined)
    return { confidence: 'medium', reason: text('bug.reason.laterBranch', { branch: later[0] }) };
  const older = fixes.get(sameLine.sort(compare).at(-1) ?? '');
  if (older !== undefined) {
    const isForgotten = hasLaterBranch(ancestry, rules, branch);
    const reason = text(isForgotten ? 'bug.reason.neverListedLater' : 'bug.reason.olderBranch', {
      fix: older,
      branch,
    });
    return onOlderBranch(bug, branchOf(older), reason, isForgotten);
  }
  const { continues } = rules;
  const others = [...fixes.keys()].sort(compare);
  const descendant = others.find((other) => continues[lineOf(other)] === line);
  if (descendant !== undefined) {
    return { confidence: 'medium', reason: text('bug.reason.laterLine', { branch: descendant }) };
  }
  const onBaseLine = fixes.get(others.findLast((other) => continues[line] === lineOf(other)) ?? '');
  if (onBaseLine !== undefined) {
    const base = ancestry.baseOf(version) ?? '';
    const baseBranch = branchOf(base);
    const isForgotten =
      compare(branchOf(onBaseLine), baseBranch) < 0 && hasLaterBranch(ancestry, rules, baseBranch);
    const reason = text('bug.reason.afterBase', { fix: onBaseLine, base, branch });
    return onOlderBranch(bug, branchOf(onBaseLine), reason, isForgotten);
  }
  return { confidence: 'low', reason: text('bug.reason.otherLine', { branch: others.at(-1) ?? '' }) };
}

/**
 * Judgement of a fix that only an older branch lists, after this one began. A community fix or a CVE may already be in
 * this one's newer community base. Any other is doubtful if branches that began later do not list it either: half of
 * such fixes never reappear.
 */
function onOlderBranch(bug: KnownBug, branch: string, reason: Text, isForgotten: boolean): Judgement {
  if (bug.communityBugs.length > 0 || bug.cves.length > 0) {
    return { confidence: 'low', reason: text('bug.reason.communityOlderBranch', { branch }) };
  }
  return { confidence: isForgotten ? 'low' : 'medium', reason };
}

function hasLaterBranch(ancestry: ReleaseAncestry, { versions }: BranchRules, branch: string): boolean {
  const line = versions.line(branch);
  return ancestry
    .branches()
    .some((other) => versions.line(other) === line && versions.compare(other, branch) > 0);
}
