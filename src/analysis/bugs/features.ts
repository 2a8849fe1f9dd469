import {
  getOrInsert,
  FEATURES,
  NAMED_EXTENSIONS,
  type Applies,
  type Asset,
  type Feature,
  type KnownBug,
  type NamedExtension,
} from '../../model/index.ts';
import { productOf, type FeatureState } from '../../products/index.ts';

/**
 * What is known about features in one asset: on or off, or the extensions that code names for it. A feature that is not
 * in the map is unknown: it counts as possible.
 */
export type FeatureStates = ReadonlyMap<Feature, KnownState>;
export type KnownState = 'on' | 'off' | readonly NamedExtension[];

/** What is known about a feature for one bug; `likely` where one of several clusters has it. */
export interface StateHere {
  state: 'on' | 'off' | 'likely';
  /** What tells it, where code names an extension. */
  named?: NamedExtension;
}

type Rules = NonNullable<ReturnType<typeof productOf>['features']>;

interface Rule {
  feature: Feature;
  stateOf: (asset: Asset) => FeatureState;
}

const RULES = new WeakMap<Rules, readonly Rule[]>();
const NO_RULES: Rules = { states: {} };
/** Thousands of assets have a few dozen states among them: those that say the same are one object. */
const SAME = new WeakMap<Rules, WeakMap<readonly Feature[], Same>>();
type Same = Map<number | string, FeatureStates>;
const MOST_REMEMBERED = 5000;
export const NO_FEATURES: readonly Feature[] = [];
const NO_EXTENSIONS: readonly NamedExtension[] = [];
/** What a rule answers, as a digit: of fewer than thirty rules the number of all is exact. */
const DIGITS: Readonly<Record<FeatureState, number>> = { on: 1, off: 2, unknown: 0 };

/** After an edit all assets are asked again, and those of files that were not edited are the same objects. */
const KNOWN = new WeakMap<readonly Feature[], WeakMap<Asset, FeatureStates>>();

/** The features that are known to be on or off in an asset; `inUse` are those that its team declared. */
export function featureStates(asset: Asset, inUse: readonly Feature[] = NO_FEATURES): FeatureStates {
  // Each time that a configuration is read it has a list of its own, mostly an empty one.
  const features = inUse.length === 0 ? NO_FEATURES : inUse;
  const known = getOrInsert(KNOWN, features, () => new WeakMap<Asset, FeatureStates>());
  return getOrInsert(known, asset, () => statesOf(asset, features));
}

function statesOf(asset: Asset, inUse: readonly Feature[]): FeatureStates {
  const product = (asset.product === null ? null : productOf(asset.product).features) ?? NO_RULES;
  const rules = getOrInsert(RULES, product, () => rulesOf(product));
  let number = 0;
  for (const { stateOf } of rules) number = number * 3 + DIGITS[stateOf(asset)];
  const named = extensionsOf(asset, product);
  const ofRules = getOrInsert(SAME, product, () => new WeakMap<readonly Feature[], Same>());
  const known = getOrInsert(ofRules, inUse, (): Same => new Map());
  if (known.size >= MOST_REMEMBERED) known.clear();
  return getOrInsert(known, named.length === 0 ? number : `${number} ${JSON.stringify(named)}`, () => {
    const same = new Map<Feature, KnownState>();
    for (const { feature, stateOf } of rules) {
      const state = stateOf(asset);
      if (state === 'on' || state === 'off') same.set(feature, state);
    }
    for (const [feature, extensions] of byFeature(named, product)) {
      // What is on is on, and what one of several clusters uses says nothing against a setting.
      const isTold = same.has(feature) && !extensions.some(({ isOwn }) => isOwn);
      if (!isTold) same.set(feature, extensions);
    }
    for (const feature of inUse) same.set(feature, 'on');
    return same;
  });
}

function rulesOf({ states }: Rules): Rule[] {
  return FEATURES.flatMap((feature) => {
    const stateOf = states[feature];
    return stateOf === undefined ? [] : [{ feature, stateOf }];
  });
}

/** What code names for a cluster; an extension that is its own first. */
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

const KEYS = new WeakMap<FeatureStates, string>();

/** The same text for states that say the same. */
export function keyOfStates(states: FeatureStates): string {
  return getOrInsert(KEYS, states, () =>
    [...states]
      .map(([feature, state]) => `${feature}=${keyOfState(state)}`)
      .sort()
      .join(','),
  );
}

export function keyOfState(state: KnownState | undefined): string {
  return typeof state === 'object' ? JSON.stringify(state) : (state ?? '');
}

/** What is known about a feature that a bug needs; null where nothing is. */
export function stateFor(bug: KnownBug, feature: Feature, states: FeatureStates): StateHere | null {
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

const NAMES = new WeakMap<KnownBug, ReadonlySet<string>>();
const WORD = /[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*/gi;

/** The words of a bug that can be names of extensions, as its title, its text and the reasons of its labels tell them. */
function wordsOfBug(bug: KnownBug, plainName: (name: string) => string): ReadonlySet<string> {
  return getOrInsert(NAMES, bug, () => {
    const reasons = bug.why.filter((reason) => reason.startsWith('feature '));
    const words = [bug.title, bug.text ?? '', ...reasons].join(' ').match(WORD) ?? [];
    return new Set(words.map(plainName));
  });
}

/** `off` when one need of the bug cannot be met, `on` when every need is; without needs it is possible everywhere. */
export function appliesTo(bug: KnownBug, states: FeatureStates): Applies {
  const { needs } = bug;
  if (needs.length === 0) return 'possible';
  const isIn = (feature: Feature, state: StateHere['state']): boolean =>
    stateFor(bug, feature, states)?.state === state;
  if (needs.some((either) => either.every((feature) => isIn(feature, 'off')))) return 'off';
  return needs.every((either) => either.some((feature) => isIn(feature, 'on'))) ? 'on' : 'possible';
}
