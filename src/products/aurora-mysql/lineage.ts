import { branchLineage } from '../lineage/branch-lineage.ts';
import type { LineageRules } from '../product.ts';
import { boundsIn } from './bounds.ts';
import { FEATURE_AGES } from './feature-age.ts';
import { lineOfParts, lines } from './lines.ts';
import { VERSIONS } from './product-versions.ts';

export const LINEAGE: LineageRules = {
  trace(releases) {
    const continues = Object.fromEntries(
      lines().flatMap(({ name, continues }) => (continues === undefined ? [] : [[name, continues]])),
    );
    return branchLineage(releases, { versions: VERSIONS, continues, ages: FEATURE_AGES });
  },
  boundsIn,
  // The first release of a branch can be published without a patch number: `2.02`, also written `2.02.0`.
  otherName: (version) => version.replace(/^(\d+\.\d+)\.0$/, '$1'),
  isOutside: (name) => lineOfParts(name.split('.'))?.isOutside === true,
};
