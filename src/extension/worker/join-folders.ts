import { joinInventories, type Join, type JoinRow } from '../../analysis/index.ts';
import { EMPTY_INVENTORY, isFileLocation, type Asset, type Inventory } from '../../model/index.ts';

/** What a folder declares, joined with what runs. */
export interface FolderJoin extends Join {
  folder: string;
}

/**
 * Joins what all folders declare with what runs, and gives each folder its part: one by one, a cluster that two folders
 * could declare would be told of both.
 */
export function joinFolders(
  folders: ReadonlyMap<string, Inventory>,
  accounts: Inventory,
): ReadonlyMap<string, FolderJoin> {
  const origins = new Map<Asset, { folder: string; asset: Asset }>();
  const assets = [...folders].flatMap(([folder, inventory]) =>
    inventory.assets.map((asset) => {
      const qualified = folders.size === 1 ? asset : qualify(asset, folder);
      origins.set(qualified, { folder, asset });
      return qualified;
    }),
  );
  const { rows, ambiguous } = joinInventories({ ...EMPTY_INVENTORY, assets }, accounts);
  return new Map(
    [...folders.keys()].map((folder) => {
      const own = rows.flatMap((row): JoinRow[] => {
        const origin = origins.get(row.declared);
        return origin?.folder === folder ? [{ ...row, declared: origin.asset }] : [];
      });
      const open = ambiguous.filter(({ candidates }) =>
        candidates.some((candidate) => origins.get(candidate)?.folder === folder),
      );
      return [folder, { folder, rows: own, ambiguous: open }];
    }),
  );
}

/** Two folders may hold the same file and address: here they differ. */
function qualify(asset: Asset, folder: string): Asset {
  const { location } = asset;
  return {
    ...asset,
    id: `${folder} ${asset.id}`,
    location: isFileLocation(location) ? { ...location, file: `${folder}/${location.file}` } : location,
  };
}
