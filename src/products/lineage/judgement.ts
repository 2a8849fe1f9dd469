import { text } from '../../l10n/index.ts';
import { compareVersions, type KnownBug, type Text } from '../../model/index.ts';
import type { ProductVersions } from '../product.ts';
import type { FeatureAges, Missing } from './feature-ages.ts';
import type { Judgement, Lineage } from './lineage.ts';

/** What the descent by branches needs to know of a product. */
export interface BranchRules {
  versions: ProductVersions;
  /** The line that another continues: its notes also tell of what the other lacks. */
  continues: Readonly<Record<string, string>>;
  /** Since when features can be used: a bug that needs one is in no release before it. */
  ages: FeatureAges;
}

export type Descent = Omit<Lineage, 'judge' | 'judgePin' | 'concerns'>;

/** What is asked of a version for each bug again. */
export interface Place {
  version: string;
  branch: string;
  line: string;
  /** The version of the community edition that it is compatible with. */
  community: string | null;
  /** What could not be used in it yet, or never. */
  missing: Missing;
}

/** True where the notes of a major version list a bug. */
export function isListedOn(
  { fixes }: Pick<Descent, 'fixes'>,
  { versions }: Pick<BranchRules, 'versions'>,
  bug: KnownBug,
  line: string,
): boolean {
  return fixes(bug)
    .keys()
    .some((branch) => versions.line(branch) === line);
}

/** As {@link Lineage.judge}, by the branches that list the bug. */
export function judgeBug(descent: Descent, rules: BranchRules, bug: KnownBug, here: Place): Judgement | null {
  const { version, branch } = here;
  if (!isWithinBounds(descent, bug, here)) return null;
  if (rules.ages.isTooOldFor(bug, here.missing, () => isListedOn(descent, rules, bug, here.line)))
    return null;
  const contained = descent.containsFix(version, bug);
  if (contained === 'yes') return null;
  if (contained !== 'no') return { confidence: 'low', reason: text('bug.reason.doubtful', { branch }) };
  if (isNamed(bug, version) && !descent.fixes(bug).has(branch))
    return { confidence: 'high', reason: text('bug.reason.named', { version }) };
  return confidenceOf(descent, rules, bug, here);
}

/** Whether two lines are one, or one continues the code of the other. */
export function isRelatedLine(line: string, other: string, continues: BranchRules['continues']): boolean {
  return line === other || continues[line] === other || continues[other] === line;
}

/** False where the item's own words rule a version out. */
function isWithinBounds(descent: Descent, { bounds }: KnownBug, { version, community }: Place): boolean {
  const { upgradeOnly, introducedIn, introducedInCommunity } = bounds;
  if (upgradeOnly) return false;
  if (introducedIn !== null && !descent.containsRelease(version, introducedIn)) return false;
  if (introducedInCommunity === null || community === null) return true;
  return compareVersions(community, introducedInCommunity) >= 0;
}

/** Whether the notes name the version; `2.11.*` stands for every patch. */
function isNamed({ bounds }: KnownBug, version: string): boolean {
  return bounds.names.some((name) =>
    name.endsWith('.*') ? version.startsWith(name.slice(0, -1)) : name === version,
  );
}

function confidenceOf(
  descent: Descent,
  rules: BranchRules,
  bug: KnownBug,
  { version, branch, line }: Place,
): Judgement {
  const { compare, branch: branchOf, line: lineOf } = rules.versions;
  const fixes = descent.fixes(bug);
  if (fixes.has(branch)) return { confidence: 'high', reason: text('bug.reason.ownBranch', { branch }) };
  const sameLine = [...fixes.keys()].filter((other) => lineOf(other) === line);
  const later = sameLine.filter((other) => compare(other, branch) > 0).sort(compare);
  if (later[0] !== undefined)
    return { confidence: 'medium', reason: text('bug.reason.laterBranch', { branch: later[0] }) };
  const older = fixes.get(sameLine.sort(compare).at(-1) ?? '');
  if (older !== undefined) {
    const isForgotten = hasLaterBranch(descent, rules, branch);
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
    const base = descent.baseOf(version) ?? '';
    const baseBranch = branchOf(base);
    const isForgotten =
      compare(branchOf(onBaseLine), baseBranch) < 0 && hasLaterBranch(descent, rules, baseBranch);
    const reason = text('bug.reason.afterBase', { fix: onBaseLine, base, branch });
    return onOlderBranch(bug, branchOf(onBaseLine), reason, isForgotten);
  }
  return { confidence: 'low', reason: text('bug.reason.otherLine', { branch: others.at(-1) ?? '' }) };
}

/**
 * A fix that only an older branch lists, after this one began. A community fix or a CVE may already be in the newer
 * community base of this one. Any other is doubtful where branches that began later do not list it either: half of such
 * fixes never turn up again.
 */
function onOlderBranch(bug: KnownBug, branch: string, reason: Text, isForgotten: boolean): Judgement {
  if (bug.communityBugs.length > 0 || bug.cves.length > 0) {
    return { confidence: 'low', reason: text('bug.reason.communityOlderBranch', { branch }) };
  }
  return { confidence: isForgotten ? 'low' : 'medium', reason };
}

function hasLaterBranch(descent: Descent, { versions }: BranchRules, branch: string): boolean {
  const line = versions.line(branch);
  return descent
    .branches()
    .some((other) => versions.line(other) === line && versions.compare(other, branch) > 0);
}
