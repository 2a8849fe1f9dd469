import type { Asset, Inventory, ProductId } from '../../model/index.ts';
import { readEngineVersion } from '../../products/index.ts';

/** Versions that the service offers an account in its Region, from `DescribeDBEngineVersions`. */
export interface EngineOffers {
  /** Upgrade targets of a version; null where the answer does not list them. */
  targetsOf(version: string): readonly string[] | null;
  /** True if new clusters of a version can be created; null if the answer does not state it. */
  isOffered(version: string): boolean | null;
}

/** Offers of a scanned account for a product; null if none of its clusters has any. */
export function engineOffersOf(
  { assets }: Pick<Inventory, 'assets'>,
  product: ProductId,
): EngineOffers | null {
  const targets = new Map<string, ReadonlySet<string>>();
  const withdrawn = new Set<string>();
  for (const asset of assets) {
    const version = asset.versions.running ?? asset.version;
    if (asset.source !== 'api' || asset.product !== product || version === null) continue;
    const offered = offeredTo(asset);
    if (offered === null) {
      if (isListComplete(asset)) withdrawn.add(version);
      continue;
    }
    const before = targets.get(version);
    // Regions differ for several days after a release: only an offer in all of them is certain.
    targets.set(version, before === undefined ? offered : before.intersection(offered));
  }
  if (targets.size === 0 && withdrawn.size === 0) return null;
  const offeredAnywhere = new Set([...targets.values()].flatMap((each) => [...each]));
  return {
    targetsOf: (version) => {
      const found = targets.get(version);
      return found === undefined ? null : [...found];
    },
    isOffered: (version) => {
      if (targets.has(version) || offeredAnywhere.has(version)) return true;
      return withdrawn.has(version) ? false : null;
    },
  };
}

function offeredTo({ product, settings }: Asset): ReadonlySet<string> | null {
  const { validUpgradeTargets } = settings;
  if (!Array.isArray(validUpgradeTargets)) return null;
  const versions = validUpgradeTargets.flatMap((written) => {
    const understood = typeof written === 'string' ? readEngineVersion(written, product) : null;
    return understood?.form === 'release' ? [understood.version] : [];
  });
  return new Set(versions);
}

/** True if the engine versions were read in full and lack this one. AWS Config has no such list, and no maintenance. */
function isListComplete({ settings, unknownSettings, kind }: Asset): boolean {
  return (
    kind === 'database' &&
    'pendingMaintenanceActions' in settings &&
    !unknownSettings.includes('validUpgradeTargets')
  );
}
