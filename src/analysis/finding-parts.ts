import { text } from '../l10n/index.ts';
import { locationKey, type Asset, type Finding } from '../model/index.ts';

/** The parts of a finding that every subject shares: where it is, what it is about, where it is used. */
export function placeOf(
  assets: readonly [Asset, ...Asset[]],
): Pick<Finding, 'assetId' | 'assetIds' | 'location' | 'related' | 'suppressed'> {
  const [first] = assets;
  const seen = new Set([locationKey(first.location)]);
  const related: Finding['related'][number][] = [];
  for (const asset of assets) {
    for (const use of asset.uses) {
      const key = locationKey(use.location);
      if (seen.has(key)) continue;
      seen.add(key);
      related.push({ location: use.location, message: text('finding.usedBy', { name: use.name }) });
    }
  }
  return {
    assetId: first.id,
    assetIds: assets.map(({ id }) => id),
    location: first.location,
    related,
    suppressed: null,
  };
}

/** How many clusters share the written version: `for_each` keys, counts and module calls included; members are not counted. */
export function countOf(assets: readonly Asset[]): number {
  const isMember = (asset: Asset): boolean => asset.links.some(({ role }) => role === 'member-of');
  const counted = assets.filter((asset) => asset.kind !== 'db-instance' || !isMember(asset));
  return counted.reduce((sum, asset) => sum + asset.count, 0);
}
