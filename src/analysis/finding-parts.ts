import { text } from '../l10n/index.ts';
import {
  isFileLocation,
  locationKey,
  type Asset,
  type EditorLevel,
  type Finding,
  type Location,
} from '../model/index.ts';

const SAMPLE_FOLDERS = new Set(['example', 'examples', 'test', 'tests', 'fixtures']);

/** In folders of samples and tests nothing is more than a hint. */
export function quieten(level: EditorLevel, location: Location): EditorLevel {
  if (!isFileLocation(location)) return level;
  const folders = location.file.split('/').slice(0, -1);
  return folders.some((folder) => SAMPLE_FOLDERS.has(folder.toLowerCase())) ? 'hint' : level;
}

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
