import { versionsInUse, combineInventories } from '../../analysis/index.ts';
import { EMPTY_CONFIG, readConfigAbove } from '../../config/index.ts';
import { EMPTY_INVENTORY, today, type Catalogue, type Inventory } from '../../model/index.ts';
import type { UsedVersion } from './protocol.ts';

/** Exact versions in folders and accounts, without duplicates, most urgent bugs first. */
export async function usedVersionsOf(
  catalogue: Catalogue,
  declared: ReadonlyMap<string, Inventory>,
  running: Inventory | null,
): Promise<UsedVersion[]> {
  const sources: [string | null, Inventory][] = [...declared];
  if (running !== null) sources.push([null, running]);
  const found = await Promise.all(
    sources.map(async ([folder, inventory]) => {
      const config = folder === null ? EMPTY_CONFIG : (await readConfigAbove(folder)).config;
      return versionsInUse(catalogue, inventory, { today: today(), config }).map((used) => ({
        folder,
        ...used,
      }));
    }),
  );
  const byVersion = Map.groupBy(found.flat(), ({ product, version }) => `${product} ${version}`);
  return [...byVersion.values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const { folder, product, version, assets } = first;
      const urgent = Math.max(...same.map((each) => each.urgent));
      const places = same.reduce((sum, each) => sum + each.assets.length, 0);
      const [asset] = assets;
      return [{ product, version, folder, assetId: asset.id, location: asset.location, places, urgent }];
    })
    .sort((a, b) => b.urgent - a.urgent)
    .map(({ urgent, ...used }) => ({ ...used, hasUrgent: urgent > 0 }));
}

/** Inventory of all folders and running resources. */
export function joinAll(declared: ReadonlyMap<string, Inventory>, running: Inventory | null): Inventory {
  const all: Inventory = {
    assets: [...declared.values()].flatMap(({ assets }) => assets),
    suppressions: [...declared.values()].flatMap(({ suppressions }) => suppressions),
    problems: [],
  };
  return running === null
    ? all
    : combineInventories(all, { ...EMPTY_INVENTORY, assets: running.assets }, today());
}
