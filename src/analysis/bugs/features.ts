import { FEATURES, type Applies, type Asset, type Feature, type KnownBug } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** What is known about features in one asset. A feature that is not in the map is unknown: it counts as possible. */
export type FeatureStates = ReadonlyMap<Feature, 'on' | 'off'>;

/** The features that are known to be on or off in an asset; `inUse` are those that its team declared. */
export function featureStates(asset: Asset, inUse: readonly Feature[] = []): FeatureStates {
  const states = new Map<Feature, 'on' | 'off'>();
  const rules = asset.product === null ? null : productOf(asset.product).features;
  for (const feature of FEATURES) {
    const state = rules?.states[feature]?.(asset) ?? 'unknown';
    if (state !== 'unknown') states.set(feature, state);
  }
  for (const feature of inUse) states.set(feature, 'on');
  return states;
}

/** The same text for states that say the same. */
export function keyOfStates(states: FeatureStates): string {
  return [...states]
    .map(([feature, state]) => `${feature}=${state}`)
    .sort()
    .join(',');
}

/** `off` when one of the bug's needs cannot be met, `on` when every one is; a bug that needs nothing is possible everywhere. */
export function appliesTo({ needs }: Pick<KnownBug, 'needs'>, states: FeatureStates): Applies {
  if (needs.length === 0) return 'possible';
  if (needs.some((either) => either.every((feature) => states.get(feature) === 'off'))) return 'off';
  return needs.every((either) => either.some((feature) => states.get(feature) === 'on')) ? 'on' : 'possible';
}
