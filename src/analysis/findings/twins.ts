import { getOrInsert, type Asset, type Finding } from '../../model/index.ts';
import { comingUpgrades } from '../support/coming-upgrades.ts';
import type { FeatureStates } from '../features.ts';

/** Whether findings about some assets are about one by itself, and say nothing that is its alone. */
export function standsAlone([first, another]: readonly [Asset, ...Asset[]]): boolean {
  const { count, uses } = first;
  return another === undefined && count === 1 && uses.length === 0 && comingUpgrades([first]).length === 0;
}

/** One of them, without what its version and its settings tell. */
interface Twin extends Pick<Asset, 'product' | 'kind' | 'isUnselected'> {
  isExample: boolean;
  found: readonly Finding[];
}

/** What was found of one asset by itself, for those that differ from it in nothing but their name and place. */
export class Twins {
  readonly #known = new Map<FeatureStates, Map<string, Twin[]>>();

  /**
   * @param version what runs, or is written
   * @param states what the asset's settings tell of features; assets whose settings tell the same share one object
   * @param isExample whether its place is in a folder of examples
   */
  of(
    asset: Asset,
    version: string,
    states: FeatureStates,
    isExample: boolean,
    find: () => readonly Finding[],
  ): readonly Finding[] {
    const { product, kind, isUnselected } = asset;
    const ofStates = getOrInsert(this.#known, states, () => new Map<string, Twin[]>());
    const twins = getOrInsert(ofStates, version, (): Twin[] => []);
    const twin = twins.find(
      (each) =>
        each.product === product &&
        each.kind === kind &&
        each.isUnselected === isUnselected &&
        each.isExample === isExample,
    );
    if (twin !== undefined) return twin.found.map((finding) => movedTo(finding, asset));
    const found = find();
    twins.push({ product, kind, ...(isUnselected && { isUnselected }), isExample, found });
    return found;
  }
}

function movedTo(finding: Finding, { id, location }: Asset): Finding {
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
