import { text } from '../../../l10n/index.ts';
import { getOrInsert, memoize, type KnownBug } from '../../../model/index.ts';
import { branchLineage } from '../../lineage/branch-lineage.ts';
import { NO_FEATURE_AGES } from '../../lineage/feature-ages.ts';
import type { Judgement, Lineage } from '../../lineage/lineage.ts';
import type { LineageRules } from '../../product.ts';
import { namesMinor, oldName, VERSIONS } from '../versions.ts';
import { boundsIn } from './bounds.ts';
import { FEATURE_AGES } from '../feature-age.ts';
import { isListedOn } from '../../lineage/judgement.ts';
import {
  branchAncestryOf,
  type BugListings,
  type JudgedVersion,
  type FixRelation,
} from './branch-ancestry.ts';

export const LINEAGE: LineageRules = {
  trace(releases): Lineage {
    const plain = branchLineage(releases, {
      versions: VERSIONS,
      continues: {},
      ages: NO_FEATURE_AGES,
    });
    const { judgedVersionOf, listingsOf, relationAt } = branchAncestryOf(plain);

    const missingIn = memoize((version: string) => FEATURE_AGES.missingIn(version));
    const isRuledOut = (bug: KnownBug, version: string): boolean =>
      bug.bounds.upgradeOnly ||
      FEATURE_AGES.isTooOldFor(bug, missingIn(version), () =>
        isListedOn(plain, { versions: VERSIONS }, bug, VERSIONS.line(version)),
      );

    /** Cached judgements of a pinned version. Many bugs share a list of releases, and so a judgement. */
    const pinnedAt = memoize((version: string) => {
      const runs = namesMinor(version) ? plain.onBranch(VERSIONS.branch(version)) : [];
      // Some minor versions were first published as a patch.
      const lowest = judgedVersionOf(runs[0]?.version ?? version);
      const others = runs.slice(1).map((release) => judgedVersionOf(release.version));
      return { runs: [lowest, ...others] as const, judged: new Map<BugListings, Judgement | null>() };
    });

    return {
      ...plain,
      containsFix(version, bug) {
        const found = relationAt(listingsOf(bug), judgedVersionOf(version));
        if (found === null || found.is === 'has') return 'no';
        return found.is === 'contains' ? 'yes' : 'doubtful';
      },
      // Each patch has its own day, so each is judged separately.
      firstAlike: (version) => version,
      judge(bug, version) {
        if (isRuledOut(bug, version)) return null;
        return judgementOf(relationAt(listingsOf(bug), judgedVersionOf(version)), VERSIONS.branch(version));
      },
      judgePin(bug, version) {
        if (isRuledOut(bug, version)) return null;
        const { runs, judged } = pinnedAt(version);
        const listed = listingsOf(bug);
        return getOrInsert(judged, listed, () => judgeRuns((run) => relationAt(listed, run), runs));
      },
    };
  },
  boundsIn,
  otherName: oldName,
  isOutside: () => false,
};

/** Judgement of the releases that a pin may run, the lowest first. */
function judgeRuns(
  relationTo: (run: JudgedVersion) => FixRelation | null,
  runs: readonly [JudgedVersion, ...JudgedVersion[]],
): Judgement | null {
  const [lowest, ...others] = runs;
  const inLowest = relationTo(lowest);
  // Fixes in the lowest release are in all with the same base.
  if (inLowest?.is === 'contains' && others.every(({ base }) => base === lowest.base)) return null;
  const verdicts = [inLowest, ...others.map(relationTo)];
  const having = runs.filter((_, nth) => verdicts[nth]?.is === 'has');
  const first = verdicts.find((found) => found?.is === 'has');
  // If all of them have the bug, or none is known to, the result is stated as for one release.
  if (first === undefined || having.length === runs.length) {
    const asOf = verdicts.find((found) => found?.is === 'unknown') ?? inLowest;
    return judgementOf(asOf, lowest.branch);
  }
  const fixing = runs[verdicts.findIndex((found) => found?.is === 'contains')];
  const reason =
    fixing === undefined
      ? text('bug.reason.someHave', { fix: first.fix })
      : text('bug.reason.pendingPatch', { fix: fixing.version, unit: text('service.aurora.unit') });
  return { confidence: 'medium', reason, inVersions: having.map(({ version }) => version) };
}

function judgementOf(found: FixRelation | null, branch: string): Judgement | null {
  if (found === null || found.is === 'contains') return null;
  if (found.is === 'unknown')
    return { confidence: 'low', reason: text('bug.reason.silent', { fix: found.fix }) };
  switch (found.by) {
    case 'own':
      return { confidence: 'high', reason: text('bug.reason.ownBranch', { branch }) };
    case 'later':
      return {
        confidence: 'medium',
        reason: text('bug.reason.laterBranch', { branch: VERSIONS.branch(found.fix) }),
      };
    case 'older':
      return { confidence: 'medium', reason: text('bug.reason.olderNeeded', { fix: found.fix }) };
  }
}
