import { locationKey, type Asset, type Inventory, type Suppression } from '../../model/index.ts';
import { joinInventories, withRunningVersions, type Join } from '../join/join.ts';
import { createSuppressor } from '../suppress/suppress.ts';

/**
 * What code declares and what accounts run as one inventory, each thing once. Where an account runs what code declares, the
 * declaration has the version that runs.
 * @param today YYYY-MM-DD
 */
export function whatRuns(declared: Inventory, running: Inventory, today: string): Inventory {
  const join = joinInventories(declared, running);
  return {
    assets: [...countedOnce(withRunningVersions(declared.assets, join), join), ...running.assets],
    suppressions: [
      ...declared.suppressions,
      ...running.suppressions,
      ...inherited(declared.suppressions, join, today),
    ],
    problems: [...declared.problems, ...running.problems],
  };
}

/** A declaration and what runs of it are one cluster: where the running version is known, what runs is counted. */
function countedOnce(declared: readonly Asset[], { rows }: Join): Asset[] {
  const joined = new Set(rows.map((row) => row.declared.id));
  return declared.map((asset) =>
    joined.has(asset.id) && asset.versions.running !== null ? { ...asset, count: 0 } : asset,
  );
}

/** Applies what a team left out of a declaration to what runs of it, too. */
function inherited(asked: readonly Suppression[], { rows }: Join, today: string): Suppression[] {
  return asked.flatMap((suppression) => {
    // One without effect is reported once, where it is written.
    const suppressor = createSuppressor([suppression], [], today);
    return rows
      .filter(({ declared }) => suppressor.finding(suppression.target, declared.location, []) !== null)
      .flatMap(({ running }) => running)
      .map(({ location }) => ({ ...suppression, scope: { address: locationKey(location) } }));
  });
}
