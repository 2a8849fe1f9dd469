import { FEATURES, type Applies, type Asset, type Feature, type KnownBug } from '../../model/index.ts';
import { productOf, type FeatureState } from '../../products/index.ts';
import { kept } from '../kept.ts';

/** What is known about features in one asset. A feature that is not in the map is unknown: it counts as possible. */
export type FeatureStates = ReadonlyMap<Feature, 'on' | 'off'>;

type Rules = NonNullable<ReturnType<typeof productOf>['features']>['states'];
type Rule = readonly [feature: Feature, stateOf: (asset: Asset) => FeatureState];

const RULES = new WeakMap<Rules, readonly Rule[]>();
const NO_RULES: Rules = {};
/** Thousands of assets have a few dozen states among them: those that say the same are one object. */
const SAME = new WeakMap<Rules, Map<string, FeatureStates>>();
const MOST_REMEMBERED = 5000;

/** The features that are known to be on or off in an asset; `inUse` are those that its team declared. */
export function featureStates(asset: Asset, inUse: readonly Feature[] = []): FeatureStates {
  const states = (asset.product === null ? null : productOf(asset.product).features?.states) ?? NO_RULES;
  const rules = kept(RULES, states, () => rulesOf(states));
  const told = rules.map(([, stateOf]) => stateOf(asset));
  const known = kept(SAME, states, () => new Map<string, FeatureStates>());
  if (known.size >= MOST_REMEMBERED) known.clear();
  return kept(known, `${told.join()} ${inUse.join()}`, () => {
    const same = new Map<Feature, 'on' | 'off'>();
    for (const [nth, [feature]] of rules.entries()) {
      const state = told[nth];
      if (state === 'on' || state === 'off') same.set(feature, state);
    }
    for (const feature of inUse) same.set(feature, 'on');
    return same;
  });
}

function rulesOf(states: Rules): Rule[] {
  return FEATURES.flatMap((feature) => {
    const stateOf = states[feature];
    return stateOf === undefined ? [] : [[feature, stateOf] as const];
  });
}

const KEYS = new WeakMap<FeatureStates, string>();

/** The same text for states that say the same. */
export function keyOfStates(states: FeatureStates): string {
  return kept(KEYS, states, () =>
    [...states]
      .map(([feature, state]) => `${feature}=${state}`)
      .sort()
      .join(','),
  );
}

/** `off` when one need of the bug cannot be met, `on` when every need is; without needs it is possible everywhere. */
export function appliesTo({ needs }: Pick<KnownBug, 'needs'>, states: FeatureStates): Applies {
  if (needs.length === 0) return 'possible';
  if (needs.some((either) => either.every((feature) => states.get(feature) === 'off'))) return 'off';
  return needs.every((either) => either.some((feature) => states.get(feature) === 'on')) ? 'on' : 'possible';
}
