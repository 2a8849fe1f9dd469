import { getOrInsert, type Asset, type Finding } from '../../../model/index.ts';
import { comingUpgrades } from '../../support/coming-upgrades.ts';
import type { FeatureStates } from '../../features.ts';

/** True for a single asset without counts, uses or upcoming upgrades, whose findings fit any equal asset. */
export function hasReusableFindings([first, another]: readonly [Asset, ...Asset[]]): boolean {
  const { count, uses } = first;
  return another === undefined && count === 1 && uses.length === 0 && comingUpgrades([first]).length === 0;
}

/** Key fields of an asset, apart from its version and feature states. */
interface CachedFindings extends Pick<Asset, 'product' | 'kind' | 'isUnselected'> {
  isExample: boolean;
  found: readonly Finding[];
}

/** Findings of single assets, reused for assets that differ only in name and place. */
export class FindingsCache {
  readonly #known = new Map<FeatureStates, Map<string, CachedFindings[]>>();

  /**
   * @param version running or written version
   * @param states feature states of the asset; assets with equal states share one object
   * @param isExample true in a folder of examples
   */
  of(
    asset: Asset,
    version: string,
    states: FeatureStates,
    isExample: boolean,
    find: () => readonly Finding[],
  ): readonly Finding[] {
    const { product, kind, isUnselected } = asset;
    const ofStates = getOrInsert(this.#known, states, () => new Map<string, CachedFindings[]>());
    const cached = getOrInsert(ofStates, version, (): CachedFindings[] => []);
    const equal = cached.find(
      (each) =>
        each.product === product &&
        each.kind === kind &&
        each.isUnselected === isUnselected &&
        each.isExample === isExample,
    );
    if (equal !== undefined) return equal.found.map((finding) => findingForAsset(finding, asset));
    const found = find();
    cached.push({ product, kind, ...(isUnselected && { isUnselected }), isExample, found });
    return found;
  }
}

function findingForAsset(finding: Finding, { id, location }: Asset): Finding {
  const isHere = finding.related.length === 0;
  return {
    ...finding,
    assetId: id,
    assetIds: [id],
    location,
    related: isHere
      ? finding.related
      : finding.related.map((part) => (part.location === finding.location ? { ...part, location } : part)),
  };
}
