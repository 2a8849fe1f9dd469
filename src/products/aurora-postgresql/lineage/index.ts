import { text } from '../../../l10n/index.ts';
import type { KnownBug } from '../../../model/index.ts';
import { branchLineage } from '../../lineage/branch-lineage.ts';
import type { Judgement, Lineage } from '../../lineage/lineage.ts';
import type { LineageRules } from '../../product.ts';
import { namesMinor, oldName, VERSIONS } from '../versions.ts';
import { boundsIn } from './bounds.ts';
import { descentOf, type Verdict } from './descent.ts';

export const LINEAGE: LineageRules = {
  trace(releases): Lineage {
    const plain = branchLineage(releases, {
      versions: VERSIONS,
      continues: {},
      isFeatureNewerThan: () => false,
    });
    const { verdict } = descentOf(plain);

    function judge(bug: KnownBug, version: string): Judgement | null {
      return bug.bounds.upgradeOnly ? null : judgementOf(verdict(bug, version), version);
    }

    return {
      ...plain,
      containsFix(version, bug) {
        const found = verdict(bug, version);
        if (found === null || found.is === 'has') return 'no';
        return found.is === 'contains' ? 'yes' : 'doubtful';
      },
      // Of each patch it counts on which day it came.
      firstAlike: (version) => version,
      judge,
      judgePin(bug, version) {
        const runs = namesMinor(version) ? plain.onBranch(VERSIONS.branch(version)) : [];
        // Of some minor versions a patch is the first that was published.
        const lowest = runs[0]?.version ?? version;
        if (runs.length < 2 || bug.bounds.upgradeOnly) return judge(bug, lowest);
        const verdicts = runs.map((release) => ({
          version: release.version,
          found: verdict(bug, release.version),
        }));
        const having = verdicts.flatMap(({ version: each, found }) =>
          found?.is === 'has' ? [{ version: each, fix: found.fix }] : [],
        );
        const [first] = having;
        // What all of them have, or none is known to have, is said as of one release.
        if (first === undefined || having.length === runs.length) {
          const asOf = verdicts.find(({ found }) => found?.is === 'unknown') ?? verdicts[0];
          return judgementOf(asOf?.found ?? null, asOf?.version ?? lowest);
        }
        const fixing = verdicts.find(({ found }) => found?.is === 'contains')?.version;
        const reason =
          fixing === undefined
            ? text('bug.reason.someHave', { fix: first.fix })
            : text('bug.reason.pendingPatch', { fix: fixing });
        return { confidence: 'medium', reason, inVersions: having.map((each) => each.version) };
      },
    };
  },
  boundsIn,
  otherName: oldName,
  isOutside: () => false,
};

function judgementOf(found: Verdict | null, version: string): Judgement | null {
  if (found === null || found.is === 'contains') return null;
  const branch = VERSIONS.branch(version);
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
