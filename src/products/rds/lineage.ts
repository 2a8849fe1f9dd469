import { text } from '../../l10n/index.ts';
import type { KnownBug, Release } from '../../model/index.ts';
import { branchLineage, listedIn } from '../lineage/branch-lineage.ts';
import { NO_AGES } from '../lineage/feature-ages.ts';
import type { Judgement, Lineage } from '../lineage/lineage.ts';
import type { LineageRules } from '../product.ts';
import type { RdsVersions } from './versions.ts';

/** A minor version that began so many days after a fix of the vendor's on another major version has it. */
const DAYS_TO_INHERIT = 35;
const DAY = 86_400_000;

/**
 * The lineage of an engine of Amazon RDS. Revisions follow each other within a minor version, releases of Extended Support after the last one. Majors have the vendor's fixes together,
 * so that what begins long after a fix has it, though its notes are silent.
 */
/** @param areOldDropped the vendor's page has only the newest releases */
export function rdsLineage(versions: RdsVersions, areOldDropped = false): LineageRules {
  return {
    trace(releases): Lineage {
      const plain = branchLineage(releases, { versions, continues: {}, ages: NO_AGES });

      function isInherited(bug: KnownBug, version: string): boolean {
        const listings = listedIn(bug);
        if (listings.some((each) => versions.line(each) === versions.line(version))) return false;
        // A day that is only the last possible one proves nothing.
        const last = dayOf(plain.onBranch(versions.branch(version))[0]);
        return listings.some((each) => {
          // What Extended Support has is in the community's minor versions of the day in its number.
          const day = versions.dayIn(each);
          return day === null
            ? dayOf(plain.release(each)) + DAYS_TO_INHERIT < last
            : Date.parse(day) / DAY <= last;
        });
      }

      function judge(bug: KnownBug, version: string): Judgement | null {
        const found = plain.judge(bug, version);
        return found?.confidence === 'low' && isInherited(bug, version) ? null : found;
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
          return having.length === 0
            ? null
            : {
                confidence: 'medium',
                reason: text('bug.reason.pendingPatch', { fix }),
                inVersions: having,
              };
        },
      };
    },
    areOldDropped,
    // The vendor's notes never say since when a bug exists.
    boundsIn: () => ({ introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false }),
    otherName: (version) => version,
    isOutside: () => false,
  };
}

/** In days since 1970; NaN where nobody tells it. */
function dayOf(release: Release | undefined): number {
  return release === undefined || release.isDayBound === true ? NaN : Date.parse(release.date) / DAY;
}
