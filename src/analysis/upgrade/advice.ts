import type { Advice, AssetCounts, BugMatch, ProductId, Text, VersionCounts } from '../../model/index.ts';
import type { UpgradeDemand } from '../../products/index.ts';
import type { Reachability, UpgradeStep } from '../advice/upgrade-path.ts';
import type { UnreleasedFix } from '../advice/unreleased-fix.ts';
import type { SourceSupport } from './upgrade-source.ts';
import type { NewClusterAvailability } from '../support/new-cluster-releases.ts';

export type TargetRole = 'same-branch' | 'clears' | 'lts' | 'newest';

/** Target of an upgrade, and its effect on bugs. Bugs are those of high and medium confidence that can apply. */
export interface UpgradeTarget {
  product: ProductId;
  version: string;
  /** Publisher's number of the image that was built from it, if such an image is pinned. */
  image?: string;
  role: TargetRole;
  /** Releases of the path, the target last: no major line is skipped (2 → 3 → 8.4). */
  path: readonly string[];
  /** Bugs of the present version that the target is known to fix. */
  clears: readonly BugMatch[];
  /** Bugs of the present version that the target is known to have, too. */
  remains: readonly BugMatch[];
  /** Known there, and not in the present version; including bugs in upgrading to it. */
  brings: readonly BugMatch[];
  /**
   * Known in the present version; unknown in the target. Together with the two lists above, these are all bugs of the
   * present version.
   */
  undetermined: readonly BugMatch[];
  /** Known in the target; unknown in the present version. */
  undeterminedThere: readonly BugMatch[];
  supportEnds: string | null;
  /** True if in support on that day, or if no calendar states it. */
  isSupported: boolean;
  support: Text | null;
  reachable: Reachability;
  /** Path in words. */
  way: Text;
  reason: Text;
  /** Effect of applying it: restart, downtime, no way back. */
  effect: Text;
  /** Hazards of crossing major lines: removals, renames, requirements. */
  hazards: readonly Text[];
  /** For databases only: further facts for the decision. */
  more?: TargetDetails;
  /** For operating systems only: confidence that the target has these fixes. */
  certainty?: UpgradeCertainty;
}

export interface TargetDetails {
  /** Page of its notes. */
  url: string;
  /** Page of the calendar with its support; null if there is none. */
  supportUrl: string | null;
  /** Extended Support, if the target is in it on that day; its end is null if unknown. */
  extended: { ends: string | null } | null;
  /** Steps of the path, each with the page that documents it. */
  steps: readonly UpgradeStep[];
  /** Arguments against it: out of support, younger than the soak time, support that ends soon. */
  caveats: readonly Text[];
  /** Hazards, each with its page. */
  demands: readonly UpgradeDemand[];
  /** Requirements of a blue/green deployment to it. */
  blueGreen: readonly UpgradeDemand[];
}

export interface UpgradeCertainty extends Record<string, number | boolean> {
  /** Number of fixes whose release a page names. */
  byVersion: number;
  /** Number of fixes that are placed by the day of their advisory. */
  byDate: number;
  /** True if the catalogue lacks releases in between: a nearer one may do. */
  hasGaps: boolean;
}

/** Advice for a version, with a comparison of the possible targets. */
export interface UpgradeAdvice {
  /** Advice that every surface shows; null if there is none. */
  advice: Advice | null;
  /**
   * Bug counts of the present version, or of an asset whose settings switch something off. Null if they cannot be
   * counted.
   */
  counts: VersionCounts | AssetCounts | null;
  /** Destination of the advice, `stay`, or null if there is none. */
  recommended: string | null;
  /** Reason for the advice, or for its absence. */
  reason: Text;
  /** Release to take before the destination; null without one. */
  interim: string | null;
  /** Sentences on further facts that decided the advice. */
  notes: readonly Text[];
  sourceSupport: SourceSupport | null;
  creatable: NewClusterAvailability;
  /** Billing of Extended Support, if it applies. */
  cost: UpgradeDemand | null;
  /** Fix of the upstream that no release contains so far. */
  unreleased: UnreleasedFix | null;
  /** In the order of recommendation. */
  targets: readonly UpgradeTarget[];
}
