import { branchLineage } from '../lineage/branch-lineage.ts';
import type { LineageRules } from '../product.ts';
import { oldName, VERSIONS } from './versions.ts';

export const LINEAGE: LineageRules = {
  trace: (releases) =>
    branchLineage(releases, { versions: VERSIONS, continues: {}, isFeatureNewerThan: () => false }),
  boundsIn: () => ({ introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false }),
  otherName: oldName,
  isOutside: () => false,
};
