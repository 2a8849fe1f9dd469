import { locationKey, type Asset, type Inventory, type Suppression } from '../../model/index.ts';
import { joinInventories, withRunningVersions, type Join } from '../join/join.ts';
import { createSuppressor } from '../suppress/suppress.ts';

/**
 * Declared and running assets as one inventory, each asset once. A running match gives its declaration the running
 * version.
 * @param today YYYY-MM-DD
 */
export function combineInventories(declared: Inventory, running: Inventory, today: string): Inventory {
  const join = joinInventories(declared, running);
  return {
    assets: [...withoutJoinedCounts(withRunningVersions(declared.assets, join), join), ...running.assets],
    suppressions: [
      ...declared.suppressions,
      ...running.suppressions,
      ...inheritSuppressions(declared.suppressions, join, today),
    ],
    problems: [...declared.problems, ...running.problems],
  };
}

/** Sets the count of a declaration to 0 if its running match has a known version, so that the asset is counted once. */
function withoutJoinedCounts(declared: readonly Asset[], { rows }: Join): Asset[] {
  const joined = new Set(rows.map((row) => row.declared.id));
  return declared.map((asset) =>
    joined.has(asset.id) && asset.versions.running !== null ? { ...asset, count: 0 } : asset,
  );
}

/** Applies suppressions of a declaration to its running matches as well. */
function inheritSuppressions(
  suppressions: readonly Suppression[],
  { rows }: Join,
  today: string,
): Suppression[] {
  return suppressions.flatMap((suppression) => {
    // A suppression without effect is reported once, at its place.
    const suppressor = createSuppressor([suppression], [], today);
    return rows
      .filter(({ declared }) => suppressor.finding(suppression.target, declared.location, []) !== null)
      .flatMap(({ running }) => running)
      .map(({ location }) => ({ ...suppression, scope: { address: locationKey(location) } }));
  });
}
