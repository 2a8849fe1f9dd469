import { dottedVersions } from '../../../src/products/versions/dotted-versions.ts';
import { branchLineage } from '../../../src/products/lineage/branch-lineage.ts';
import { NO_FEATURE_AGES } from '../../../src/products/lineage/feature-ages.ts';
import type { LineageRules } from '../../../src/products/product.ts';

/** `7.2.1` is a release, `7.2` and `7` are ranges. */
export const VERSIONS = dottedVersions(3);

export const LINEAGE: LineageRules = {
  trace: (releases) => branchLineage(releases, { versions: VERSIONS, continues: {}, ages: NO_FEATURE_AGES }),
  // The notes of this product never state the first release with a bug.
  boundsIn: () => ({ introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false }),
  otherName: (version) => version,
  isOutside: () => false,
};
