import {
  compareText,
  withoutNeverCreated,
  type Asset,
  type Catalogue,
  type Inventory,
  type ProductId,
} from '../../model/index.ts';
import type { AnalysisOptions } from '../analysis-options.ts';
import { countedBugs } from '../bugs/upstream/counted-bugs.ts';
import { factsOfAssets } from '../bugs/asset-facts.ts';
import { urgentAmong } from '../bugs/urgent-among.ts';
import { hasLineage } from '../../products/index.ts';

/** Declared or running version, with all assets that have it. */
export interface VersionInUse {
  product: ProductId;
  version: string;
  assets: readonly [Asset, ...Asset[]];
  /** Number of urgent known bugs, as in the finding; 0 for an operating system, whose fixes have no urgency. */
  urgent: number;
}

/** Exact versions of an inventory, the one with the most urgent bugs first. */
export function versionsInUse(
  catalogue: Catalogue,
  inventory: Inventory,
  options: AnalysisOptions,
): VersionInUse[] {
  const groups = new Map<string, VersionInUse & { assets: [Asset, ...Asset[]] }>();
  for (const asset of withoutNeverCreated(inventory.assets)) {
    const version = asset.versions.running ?? asset.version;
    const { product } = asset;
    if (product === null || version === null) continue;
    const key = `${product} ${version}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { product, version, assets: [asset], urgent: 0 });
    else group.assets.push(asset);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, urgent: urgentBugsOf(catalogue, inventory, group, options) }))
    .sort(
      (a, b) => b.urgent - a.urgent || b.assets.length - a.assets.length || compareText(a.version, b.version),
    );
}

function urgentBugsOf(
  catalogue: Catalogue,
  inventory: Inventory,
  { product, version, assets }: VersionInUse,
  options: AnalysisOptions,
): number {
  if (!hasLineage(product)) return 0;
  const known = factsOfAssets(catalogue, inventory, assets, options);
  return urgentAmong(countedBugs(known.catalogue, product, version, known.states)).length;
}
