import {
  FEATURES,
  memoize,
  NAMED_EXTENSIONS,
  type Applies,
  type Asset,
  type Feature,
  type KnownBug,
  type NamedExtension,
} from '../model/index.ts';
import { productOf, type FeatureState } from '../products/index.ts';

/**
 * Feature states of one asset: on or off, or the extensions that code names for it. A missing feature is unknown, and
 * counts as possible.
 */
export type FeatureStates = ReadonlyMap<Feature, KnownState>;
/** No feature is known to be on or off. */
export const NO_STATES: FeatureStates = new Map();
export type KnownState = 'on' | 'off' | readonly NamedExtension[];

/** State of a feature for one bug; `likely` if one of several clusters has it. */
export interface FeatureStateForBug {
  state: 'on' | 'off' | 'likely';
  /** Extension in code that is the evidence. */
  named?: NamedExtension;
}

type Rules = NonNullable<ReturnType<typeof productOf>['features']>;

interface Rule {
  feature: Feature;
  stateOf: (asset: Asset) => FeatureState;
}

const NO_RULES: Rules = { states: {} };
export const NO_FEATURES: readonly Feature[] = [];
const NO_EXTENSIONS: readonly NamedExtension[] = [];
/** Digits in base 3 of the states. A number with a digit for each rule is exact for up to thirty rules. */
const DIGITS: Readonly<Record<FeatureState, number>> = { on: 1, off: 2, unknown: 0 };

/** Features that are known to be on or off in an asset; `inUse` are those that its team declared. */
export function featureStates(asset: Asset, inUse: readonly Feature[] = NO_FEATURES): FeatureStates {
  // Each reading of a configuration makes a new list, mostly an empty one.
  return statesOf(asset, inUse.length === 0 ? NO_FEATURES : inUse);
}

/** Memoized by asset: after an edit all assets are judged again, and those of unedited files are the same objects. */
const statesOf = memoize((asset: Asset, inUse: readonly Feature[]): FeatureStates => {
  const product = (asset.product === null ? null : productOf(asset.product).features) ?? NO_RULES;
  let number = 0;
  for (const { stateOf } of rulesOf(product)) number = number * 3 + DIGITS[stateOf(asset)];
  const named = extensionsOf(asset, product);
  return sharedStates(product, inUse, number, named.length === 0 ? '' : JSON.stringify(named));
});

/**
 * One object for all assets with the same feature states: thousands of assets have a few dozen.
 * @param number the digits of {@link DIGITS}, one for each rule, in base 3
 * @param named the extensions that code names, as JSON; empty if there are none
 */
const sharedStates = memoize(
  (product: Rules, inUse: readonly Feature[], number: number, named: string): FeatureStates => {
    const shared = new Map<Feature, KnownState>();
    let rest = number;
    for (const { feature } of rulesOf(product).toReversed()) {
      const digit = rest % 3;
      rest = Math.floor(rest / 3);
      if (digit === DIGITS.on) shared.set(feature, 'on');
      if (digit === DIGITS.off) shared.set(feature, 'off');
    }
    const extensions = named === '' ? NO_EXTENSIONS : (JSON.parse(named) as NamedExtension[]);
    for (const [feature, naming] of byFeature(extensions, product)) {
      // A known setting outweighs an extension of one of several clusters.
      const isKnown = shared.has(feature) && !naming.some(({ isOwn }) => isOwn);
      if (!isKnown) shared.set(feature, naming);
    }
    // A statement about extensions does not say which: names in code say more.
    for (const feature of inUse)
      if (feature !== 'extensions' || extensions.length === 0) shared.set(feature, 'on');
    return shared;
  },
);

const rulesOf = memoize(({ states }: Rules): readonly Rule[] =>
  FEATURES.flatMap((feature) => {
    const stateOf = states[feature];
    return stateOf === undefined ? [] : [{ feature, stateOf }];
  }),
);

/** Extensions that code names for a cluster; its own first. */
function extensionsOf(asset: Asset, { extensions }: Rules): readonly NamedExtension[] {
  if (extensions === undefined) return NO_EXTENSIONS;
  const named = asset.settings[NAMED_EXTENSIONS] as readonly NamedExtension[] | undefined;
  return [...(named ?? []), ...extensions.loaded(asset)];
}

function byFeature(
  named: readonly NamedExtension[],
  { extensions }: Rules,
): ReadonlyMap<Feature, readonly NamedExtension[]> {
  const found = new Map<Feature, NamedExtension[]>();
  for (const each of named) {
    for (const feature of extensions?.featuresOf(each.name) ?? [])
      found.set(feature, [...(found.get(feature) ?? []), each]);
  }
  return found;
}

/** Key that is equal for equal states. */
export const keyOfStates = memoize((states: FeatureStates): string =>
  [...states]
    .map(([feature, state]) => `${feature}=${keyOfState(state)}`)
    .sort()
    .join(','),
);

export function keyOfState(state: KnownState | undefined): string {
  return typeof state === 'object' ? JSON.stringify(state) : (state ?? '');
}

/** State of a feature that a bug needs; null if unknown. */
export function stateFor(bug: KnownBug, feature: Feature, states: FeatureStates): FeatureStateForBug | null {
  const known = states.get(feature);
  if (known === undefined) return null;
  if (known === 'on' || known === 'off') return { state: known };
  const rules = productOf(bug.product).features?.extensions;
  const meant =
    rules?.shared.has(feature) === true
      ? known.filter(({ name }) => wordsOfBug(bug, rules.plainName).has(rules.plainName(name)))
      : known;
  const named = meant.find(({ isOwn }) => isOwn) ?? meant[0];
  return named === undefined ? null : { state: named.isOwn ? 'on' : 'likely', named };
}

const IDENTIFIER = /[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*/gi;

/** Words of a bug's title, text and reasons that can be names of extensions. */
const wordsOfBug = memoize((bug: KnownBug, plainName: (name: string) => string): ReadonlySet<string> => {
  const reasons = bug.why.filter((reason) => reason.startsWith('feature '));
  const words = [bug.title, bug.text ?? '', ...reasons].join(' ').match(IDENTIFIER) ?? [];
  return new Set(words.map(plainName));
});

/** `off` if one need of the bug cannot be met, `on` if every need is; a bug without needs is possible everywhere. */
export function appliesTo(bug: KnownBug, states: FeatureStates): Applies {
  const { needs } = bug;
  if (needs.length === 0) return 'possible';
  const isIn = (feature: Feature, state: FeatureStateForBug['state']): boolean =>
    stateFor(bug, feature, states)?.state === state;
  if (needs.some((either) => either.every((feature) => isIn(feature, 'off')))) return 'off';
  return needs.every((either) => either.some((feature) => isIn(feature, 'on'))) ? 'on' : 'possible';
}
