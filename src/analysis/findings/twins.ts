import type { Asset, Finding } from '../../model/index.ts';
import type { FeatureStates } from '../bugs/features.ts';
import { kept } from '../kept.ts';

/** What was found of one asset by itself, for those that differ from it in nothing but their name and place. */
export class Twins {
  readonly #byVersion = new Map<string, Map<FeatureStates, readonly Finding[]>>();

  /**
   * @param version what runs, or is written
   * @param states what the asset's settings tell of features; assets whose settings tell the same share one object
   */
  of(
    asset: Asset,
    version: string,
    states: FeatureStates,
    find: () => readonly Finding[],
  ): readonly Finding[] {
    const key = `${asset.product} ${version} ${asset.kind}`;
    const ofVersion = kept(this.#byVersion, key, () => new Map<FeatureStates, readonly Finding[]>());
    const known = ofVersion.get(states);
    if (known !== undefined) return known.map((finding) => movedTo(finding, asset));
    const found = find();
    ofVersion.set(states, found);
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
