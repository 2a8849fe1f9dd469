import { branchLineage } from '../lineage/branch-lineage.ts';
import type { LineageRules } from '../product.ts';
import { boundsIn } from './bounds.ts';
import { FEATURE_AGES } from './feature-age.ts';
import { VERSIONS } from './versions-of.ts';

/**
 * Lines 3 and 8.4 both state a base, but 3.01.0 took only Aurora's own fixes of 2.10.0 onto another MySQL (5.7 → 8.0):
 * of what either line fixed after that, the notes tell nothing about the other.
 */
const CONTINUES: Readonly<Record<string, string>> = { '8.4': '3' };

export const LINEAGE: LineageRules = {
  trace: (releases) =>
    branchLineage(releases, { versions: VERSIONS, continues: CONTINUES, ages: FEATURE_AGES }),
  boundsIn,
  // The first release of a branch can be published without a patch number: `2.02`, which people also write `2.02.0`.
  otherName: (version) => version.replace(/^(\d+\.\d+)\.0$/, '$1'),
  // The notes of version 1 are not read.
  isOutside: (line) => line === '1',
};
