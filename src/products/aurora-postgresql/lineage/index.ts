import { text } from '../../../l10n/index.ts';
import { remembered, type KnownBug, type Text } from '../../../model/index.ts';
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
    const { verdict, nearest } = descentOf(plain);

    /** What a pin of a version may run: code that names a minor one runs any of its patches. */
    const runsOf = remembered((version): readonly string[] => {
      const published = namesMinor(version) ? plain.onBranch(VERSIONS.branch(version)) : [];
      // Of some minor versions a patch is the first that was published.
      return published.length === 0 ? [version] : published.map((release) => release.version);
    });

    function judgementOf(bug: KnownBug, found: Verdict | null, version: string): Judgement | null {
      if (found === null || found.is === 'contains') return null;
      if (found.is === 'has')
        return { confidence: found.by === 'own' ? 'high' : 'medium', reason: reasonOf(found, version) };
      return { confidence: 'low', reason: text('bug.reason.silent', { fix: nearest(bug, version) }) };
    }

    function judge(bug: KnownBug, version: string): Judgement | null {
      return bug.bounds.upgradeOnly ? null : judgementOf(bug, verdict(bug, version), version);
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
        const runs = runsOf(version);
        const [lowest = version] = runs;
        if (runs.length < 2 || bug.bounds.upgradeOnly) return judge(bug, lowest);
        const having: string[] = [];
        let firstFix: string | null = null;
        let fixing: string | null = null;
        let unsure: string | null = null;
        for (const each of runs) {
          const found = verdict(bug, each);
          if (found?.is === 'has') {
            having.push(each);
            firstFix ??= found.fix;
          } else if (found?.is === 'contains') fixing ??= each;
          else if (found?.is === 'unknown') unsure ??= each;
        }
        // What all of them have, or none is known to have, is said as of one release.
        if (firstFix === null || having.length === runs.length) return judge(bug, unsure ?? lowest);
        const reason =
          fixing === null
            ? text('bug.reason.someHave', { fix: firstFix })
            : text('bug.reason.pendingPatch', { fix: fixing });
        return { confidence: 'medium', reason, inVersions: having };
      },
    };
  },
  boundsIn,
  otherName: oldName,
  isOutside: () => false,
};

function reasonOf({ by, fix }: Extract<Verdict, { is: 'has' }>, version: string): Text {
  switch (by) {
    case 'own':
      return text('bug.reason.ownBranch', { branch: VERSIONS.branch(version) });
    case 'later':
      return text('bug.reason.laterBranch', { branch: VERSIONS.branch(fix) });
    case 'older':
      return text('bug.reason.olderNeeded', { fix });
  }
}
