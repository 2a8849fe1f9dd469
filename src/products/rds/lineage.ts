import { text } from '../../l10n/index.ts';
import type { KnownBug, Release } from '../../model/index.ts';
import { branchLineage, listedIn } from '../lineage/branch-lineage.ts';
import { NO_FEATURE_AGES } from '../lineage/feature-ages.ts';
import type { Judgement, Lineage } from '../lineage/lineage.ts';
import type { LineageRules } from '../product.ts';
import type { RdsVersions } from './versions.ts';

/** Days after a vendor fix on another major version from which a new minor version has it. */
const DAYS_TO_INHERIT = 35;
const DAY_MS = 86_400_000;

/**
 * Lineage of an engine of Amazon RDS. Revisions are consecutive within a minor version, followed by the releases of
 * Extended Support. Major versions get the vendor's fixes together, so a release long after a fix has it, although its
 * notes do not mention it.
 * @param areOldDropped the vendor's page lists only the newest releases
 */
export function rdsLineage(versions: RdsVersions, areOldDropped = false): LineageRules {
  return {
    trace(releases): Lineage {
      const plain = branchLineage(releases, { versions, continues: {}, ages: NO_FEATURE_AGES });

      function judge(bug: KnownBug, version: string): Judgement | null {
        const found = plain.judge(bug, version);
        return found?.confidence === 'low' && isInherited(plain, versions, bug, version) ? null : found;
      }

      return {
        ...plain,
        judge,
        judgePin(bug, version) {
          const fix = plain.fixes(bug).get(version);
          if (fix === undefined) return judge(bug, version);
          const having = plain
            .onBranch(version)
            .map((release) => release.version)
            .filter((each) => versions.compare(each, fix) < 0);
          if (having.length === 0) return null;
          const reason = text('bug.reason.pendingPatch', { fix, unit: text('service.rds.unit') });
          return { confidence: 'medium', reason, inVersions: having };
        },
      };
    },
    areOldDropped,
    // The vendor's notes never name the first version of a bug.
    boundsIn: () => ({ introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false }),
    otherName: (version) => version,
    isOutside: () => false,
  };
}

/** True if the version has a fix that only other major versions list, because it was released long after it. */
function isInherited(plain: Lineage, versions: RdsVersions, bug: KnownBug, version: string): boolean {
  const listings = listedIn(bug);
  if (listings.some((each) => versions.line(each) === versions.line(version))) return false;
  // A day that is only an upper bound proves nothing.
  const last = dayOf(plain.onBranch(versions.branch(version))[0]);
  return listings.some((each) => {
    // A release of Extended Support has the fixes of the community's minor versions up to the day in its number.
    const day = versions.dayIn(each);
    return day === null
      ? dayOf(plain.release(each)) + DAYS_TO_INHERIT < last
      : Date.parse(day) / DAY_MS <= last;
  });
}

/** Day in days since 1970; NaN if unknown. */
function dayOf(release: Release | undefined): number {
  return release === undefined || release.dayBound !== undefined ? NaN : Date.parse(release.date) / DAY_MS;
}
