import {
  isFileLocation,
  locationKey,
  type Asset,
  type FileLocation,
  type Inventory,
} from '../../../model/index.ts';

/**
 * Places that declare the version of some assets, or of assets that must have the same one (the instances of a cluster,
 * the clusters of a global cluster). Each place once, that of the first asset first. Places that only refer to another
 * one are included: a person who changes the version looks there.
 */
export function placesOfSameVersion(
  { assets }: Pick<Inventory, 'assets'>,
  assetIds: readonly string[],
): FileLocation[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const members = Map.groupBy(assets, ownerId);
  const [first] = assetIds.flatMap((id) => byId.get(id) ?? []);
  if (first === undefined || first.version === null) return [];
  const found = new Set<Asset>();
  const open = assetIds.flatMap((id) => byId.get(id) ?? []);
  for (let asset = open.shift(); asset !== undefined; asset = open.shift()) {
    if (found.has(asset) || asset.product !== first.product || asset.version !== first.version) continue;
    found.add(asset);
    const owner = byId.get(ownerId(asset) ?? '');
    open.push(...(owner === undefined ? [] : [owner]), ...(members.get(asset.id) ?? []));
  }
  const places = new Map<string, FileLocation>();
  for (const { location, uses } of found)
    for (const place of [location, ...uses.map((use) => use.location)])
      if (isFileLocation(place)) places.set(locationKey(place), place);
  return [...places.values()];
}

function ownerId({ links }: Asset): string | undefined {
  return links.find(({ role }) => role === 'member-of')?.assetId;
}
