import { text } from '../../l10n/index.ts';
import { isNeverCreated, locationKey, type Asset, type Finding, type Text } from '../../model/index.ts';

/** Parts of a finding that every subject shares: its place, its assets, its uses. */
export function commonFindingParts(
  assets: readonly [Asset, ...Asset[]],
): Pick<Finding, 'assetId' | 'assetIds' | 'location' | 'related' | 'suppressed'> {
  const [first] = assets;
  return {
    assetId: first.id,
    assetIds: assets.map(({ id }) => id),
    location: first.location,
    related: assets.every(({ uses }) => uses.length === 0) ? [] : usesOf(assets),
    suppressed: null,
  };
}

/** Lowers a finding to a hint if no scanned code selects its options. */
export function asPossibleFinding(finding: Finding, assets: readonly Asset[]): Finding {
  const { location, related } = finding;
  const isUncalled = assets.some(({ isUnselected }) => isUnselected === 'uncalled');
  const why = text(isUncalled ? 'finding.uncalled' : 'finding.replacedDefault');
  const note = assets.every(isNeverCreated) ? [{ location, message: why }] : [];
  return {
    ...{ ...finding, level: 'hint', severity: 'info', applies: 'possible' },
    related: [...note, ...related],
  };
}

/** Places that use the written version, each once, without the place of the finding itself. */
function usesOf(assets: readonly [Asset, ...Asset[]]): Finding['related'] {
  const seen = new Set([locationKey(assets[0].location)]);
  const related: Finding['related'][number][] = [];
  for (const asset of assets) {
    for (const use of asset.uses) {
      const key = locationKey(use.location);
      if (seen.has(key)) continue;
      seen.add(key);
      related.push({ location: use.location, message: text('finding.usedBy', { name: use.name }) });
    }
  }
  return related;
}

/**
 * Number of assets that share the written version: `for_each` keys, counts and module calls included; members are not
 * counted.
 */
export function countOf(assets: readonly Asset[]): number {
  return withoutMembers(assets).reduce((sum, asset) => sum + asset.count, 0);
}

/** Number by kind, in words: `2 clusters, 1 global database`. Null for a single asset. */
export function countsByKind(assets: readonly Asset[]): Text[] | null {
  if (countOf(assets) <= 1) return null;
  const byKind = Map.groupBy(withoutMembers(assets), ({ kind, declaredAs }) => declaredAs ?? kind);
  return [...byKind].map(([kind, those]) => {
    const count = those.reduce((sum, asset) => sum + asset.count, 0);
    if (kind === 'global-cluster') return text('finding.globals', { count });
    return kind === 'db-instance'
      ? text('finding.instances', { count })
      : text('finding.clusters', { count });
  });
}

/** Assets without the instances of clusters among them. */
export function withoutMembers(assets: readonly Asset[]): Asset[] {
  const isMember = (asset: Asset): boolean => asset.links.some(({ role }) => role === 'member-of');
  return assets.filter((asset) => asset.kind !== 'db-instance' || !isMember(asset));
}
