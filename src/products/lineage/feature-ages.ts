import type { Feature, FeatureForm, KnownBug } from '../../model/index.ts';
import type { ProductVersions } from '../product.ts';

/** First release of a major version that has a feature; some never have it, others have it from the beginning. */
export type FirstVersion = string | 'never' | 'always';

/** First releases by major version. Older ones than those named do not have the feature, newer ones do. */
export type FirstVersions = Readonly<Record<string, FirstVersion>>;

/** Where something is written. */
export interface Cited {
  url: string;
  /** The day or month on which the page was read (YYYY-MM-DD, YYYY-MM); null of a release note, which does not change. */
  readOn: string | null;
}

/** Since when a feature can be used at all. */
export interface FeatureAge {
  feature: Feature;
  first: FirstVersions;
  cited: Cited;
  /** Of a form of the feature that came by itself: how notes name it. */
  form?: { id: FeatureForm; names: RegExp };
}

/** Features and forms that a version does not have yet, or never had. */
export interface Missing {
  features: ReadonlySet<Feature>;
  forms: ReadonlySet<FeatureForm>;
}

export interface FeatureAges {
  readonly missingIn: (version: string) => Missing;
  /** The forms that the words of a bullet name. */
  readonly formsIn: (words: string) => FeatureForm[];
  /** True where a version lacks a feature that the bug needs, and all alternatives to it. */
  readonly isTooOldFor: (bug: Pick<KnownBug, 'needs' | 'bounds'>, missing: Missing) => boolean;
}

export function featureAges(
  ages: readonly FeatureAge[],
  versions: Pick<ProductVersions, 'line' | 'compare'>,
): FeatureAges {
  const wholes = ages.filter(({ form }) => form === undefined);
  const ofForms = ages.flatMap(({ form, ...age }) => (form === undefined ? [] : [{ ...age, ...form }]));
  const featureOf = new Map(ofForms.map(({ id, feature }) => [id, feature]));
  const lacks = ({ first }: Pick<FeatureAge, 'first'>, version: string): boolean =>
    isBefore(version, first, versions);

  return {
    missingIn: (version) => ({
      features: new Set(wholes.filter((age) => lacks(age, version)).map(({ feature }) => feature)),
      forms: new Set(ofForms.filter((age) => lacks(age, version)).map(({ id }) => id)),
    }),
    formsIn(words) {
      const named = ofForms.filter(({ names }) => names.test(words));
      // Two forms of one feature can be alternatives: which of them is meant is not known.
      const isAlone = ({ feature }: FeatureAge): boolean =>
        named.filter((other) => other.feature === feature).length === 1;
      return named.filter((form) => isAlone(form) || !/\bor\b/i.test(words)).map(({ id }) => id);
    },
    isTooOldFor({ needs, bounds }, missing) {
      const isMissing = (feature: Feature): boolean =>
        missing.features.has(feature) ||
        (bounds.forms ?? []).some((form) => featureOf.get(form) === feature && missing.forms.has(form));
      return needs.some((either) => either.every(isMissing));
    },
  };
}

/** For products of which no first versions are known. */
export const NO_AGES: FeatureAges = {
  missingIn: () => ({ features: new Set(), forms: new Set() }),
  formsIn: () => [],
  isTooOldFor: () => false,
};

/** True where a version is older than the first one that has something. */
export function isBefore(
  version: string,
  first: FirstVersions,
  { line, compare }: Pick<ProductVersions, 'line' | 'compare'>,
): boolean {
  const own = first[line(version)];
  if (own === undefined) return Object.keys(first).every((other) => compare(line(version), other) < 0);
  return own === 'never' || (own !== 'always' && compare(version, own) < 0);
}

/** True where two versions lack the same. */
export function isSameMissing(a: Missing, b: Missing): boolean {
  return (
    a.features.symmetricDifference(b.features).size === 0 && a.forms.symmetricDifference(b.forms).size === 0
  );
}
