import type { Feature, FeatureForm, KnownBug } from '../../model/index.ts';
import type { CitedPage, FirstVersions } from '../versions/first-versions.ts';
import type { ProductVersions } from '../product.ts';

/** First releases of a feature. */
export interface FeatureAge {
  feature: Feature;
  first: FirstVersions;
  cited: CitedPage;
  /** A variant of the feature that was introduced separately, and its names in notes. */
  form?: { id: FeatureForm; names: RegExp };
}

/**
 * Reason why a version lacks a feature: it came later on this major version, or only with a newer one, whose bugs its
 * notes can list all the same.
 */
type Absence = 'later' | 'newer-line';

/** Features and variants that a version lacks, so far or for good. */
export type MissingFeatures = ReadonlyMap<Feature | FeatureForm, Absence>;

export interface FeatureAges {
  readonly missingIn: (version: string) => MissingFeatures;
  /** Variants that the words of a bullet name. */
  readonly formsIn: (words: string) => FeatureForm[];
  /**
   * True if a version lacks a feature that the bug needs, and all alternatives to it.
   * @param isListed returns true if the notes of its major version list the bug
   */
  readonly isTooOldFor: (
    bug: Pick<KnownBug, 'needs' | 'bounds'>,
    missing: MissingFeatures,
    isListed: () => boolean,
  ) => boolean;
}

export function featureAges(ages: readonly FeatureAge[], versions: LinesOfVersions): FeatureAges {
  const ofForms = ages.flatMap(({ form, ...age }) => (form === undefined ? [] : [{ ...age, ...form }]));
  const featureOf = new Map(ofForms.map(({ id, feature }) => [id, feature]));

  return {
    missingIn: (version) =>
      new Map(
        ages.flatMap(({ feature, form, first }) => {
          const absence = absenceOf(version, first, versions);
          return absence === null ? [] : [[form?.id ?? feature, absence]];
        }),
      ),
    formsIn(words) {
      const named = ofForms.filter(({ names }) => names.test(words));
      // If two variants of one feature are alternatives, either may be meant.
      const isAlone = ({ feature }: FeatureAge): boolean =>
        named.filter((other) => other.feature === feature).length === 1;
      return named.filter((form) => isAlone(form) || !/\bor\b/i.test(words)).map(({ id }) => id);
    },
    isTooOldFor({ needs, bounds }, missing, isListed) {
      if (missing.size === 0) return false;
      const lacks = (what: Feature | FeatureForm): boolean => {
        const absence = missing.get(what);
        return absence === 'later' || (absence === 'newer-line' && !isListed());
      };
      const isMissing = (feature: Feature): boolean =>
        lacks(feature) || (bounds.forms ?? []).some((form) => featureOf.get(form) === feature && lacks(form));
      return needs.some((either) => either.every(isMissing));
    },
  };
}

/** For products without known first versions. */
export const NO_FEATURE_AGES: FeatureAges = {
  missingIn: () => new Map(),
  formsIn: () => [],
  isTooOldFor: () => false,
};

/** True if a version precedes the first one that has the feature. */
export function isBefore(version: string, first: FirstVersions, versions: LinesOfVersions): boolean {
  return absenceOf(version, first, versions) !== null;
}

type LinesOfVersions = Pick<ProductVersions, 'line' | 'compare'>;

function absenceOf(
  version: string,
  first: FirstVersions,
  { line, compare }: LinesOfVersions,
): Absence | null {
  const own = first[line(version)];
  if (own === undefined) {
    const lines = Object.keys(first);
    const isOlder = lines.length > 0 && lines.every((other) => compare(line(version), other) < 0);
    return isOlder ? 'newer-line' : null;
  }
  if (own === 'always') return null;
  return own === 'never' || compare(version, own) < 0 ? 'later' : null;
}

/** True if two versions lack the same features. */
export function hasSameMissing(a: MissingFeatures, b: MissingFeatures): boolean {
  return a.size === b.size && [...a].every(([what, absence]) => b.get(what) === absence);
}
