import { joinInventories, type Join, type JoinRow } from '../../analysis/index.ts';
import { EMPTY_INVENTORY, isFileLocation, type Asset, type Inventory } from '../../model/index.ts';

/** Declarations of a folder, joined with running resources. */
export interface FolderJoin extends Join {
  folder: string;
}

/**
 * Joins all folders with running resources at once, and returns the join of each. Separate joins would let two folders
 * claim the same cluster.
 */
export function joinFoldersWithAccounts(
  folders: ReadonlyMap<string, Inventory>,
  accounts: Inventory,
): ReadonlyMap<string, FolderJoin> {
  const origins = new Map<Asset, { folder: string; asset: Asset }>();
  const assets = [...folders].flatMap(([folder, inventory]) =>
    inventory.assets.map((asset) => {
      const qualified = folders.size === 1 ? asset : withFolder(asset, folder);
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

/** Adds the folder to an asset's address, because addresses repeat across folders. */
function withFolder(asset: Asset, folder: string): Asset {
  const { location } = asset;
  return {
    ...asset,
    id: `${folder} ${asset.id}`,
    location: isFileLocation(location) ? { ...location, file: `${folder}/${location.file}` } : location,
  };
}
