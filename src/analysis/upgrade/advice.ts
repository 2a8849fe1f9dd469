import type { Advice, AssetCounts, BugMatch, ProductId, Text, VersionCounts } from '../../model/index.ts';
import type { Demand } from '../../products/index.ts';
import type { Reachable, UpgradeStep } from '../advice/upgrade-path.ts';
import type { SourceSupport } from './upgrade-source.ts';
import type { Creatable } from '../support/for-new-clusters.ts';

export type TargetRole = 'same-branch' | 'clears' | 'lts' | 'newest';

/** One release to go to, and what changes by going there. Bugs are those of high and medium confidence that can apply. */
export interface UpgradeTarget {
  product: ProductId;
  version: string;
  /** The number of its publisher's image that was built from it, where such an image is pinned. */
  image?: string;
  role: TargetRole;
  /** Every release on the way, the target last: a major line is never skipped (2 → 3 → 8.4). */
  path: readonly string[];
  /** Known to be fixed there. */
  clears: readonly BugMatch[];
  /** Known to stay there. */
  remains: readonly BugMatch[];
  /** Known there, and not in the present version; bugs in upgrading to it, too. */
  brings: readonly BugMatch[];
  /** Known of the present version; whether the target has them is unknown. With the former two these are all of it. */
  undetermined: readonly BugMatch[];
  /** Known of the target; whether the present version has them is unknown. */
  undeterminedThere: readonly BugMatch[];
  supportEnds: string | null;
  /** In support on that day; true where no calendar tells. */
  isSupported: boolean;
  support: Text | null;
  reachable: Reachable;
  /** The same in words: how one gets there. */
  way: Text;
  reason: Text;
  /** What applying it does: restart, downtime, no way back. */
  effect: Text;
  /** What a step over a major line removes, renames or demands. */
  hazards: readonly Text[];
  /** Only for databases: what else belongs to the decision. */
  more?: TargetDetails;
  /** Only for operating systems: how sure it is that the target has these fixes. */
  certainty?: UpgradeCertainty;
}

export interface TargetDetails {
  /** Its notes. */
  url: string;
  /** The calendar that tells its support; null where none does. */
  supportUrl: string | null;
  /** Each step, and the page that offers it. */
  steps: readonly UpgradeStep[];
  /** What speaks against it: out of support, younger than the soak time, support that ends soon. */
  caveats: readonly Text[];
  /** The hazards, each with its page. */
  demands: readonly Demand[];
  /** What a blue/green deployment to it needs. */
  blueGreen: readonly Demand[];
}

export interface UpgradeCertainty extends Record<string, number | boolean> {
  /** Fixes whose release a page names. */
  byVersion: number;
  /** Fixes that are placed by the day of their advisory. */
  byDate: number;
  /** The catalogue lacks releases in between: a nearer one may do. */
  hasGaps: boolean;
}

/** The advice for a version, compared with the other releases to go to. */
export interface UpgradeAdvice {
  /** The advice that every surface shows; null where nothing can be advised. */
  advice: Advice | null;
  /** Bugs of what one comes from; of an asset where settings switch something off. Null where nobody can count them. */
  counts: VersionCounts | AssetCounts | null;
  /** The version at the end of the advice, `stay`, or null where nothing can be advised. */
  recommended: string | null;
  /** Of the advice, or why there is none. */
  reason: Text;
  /** Where the advice has a destination: the release to take until then. */
  interim: string | null;
  /** What else decides. */
  notes: readonly Text[];
  sourceSupport: SourceSupport | null;
  creatable: Creatable;
  /** How Extended Support is billed, where it is paid. */
  cost: Demand | null;
  /** In the order of recommendation. */
  targets: readonly UpgradeTarget[];
}
