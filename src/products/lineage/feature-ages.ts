import type { Feature, FeatureForm, KnownBug } from '../../model/index.ts';
import type { Cited, FirstVersions } from '../first-versions.ts';
import type { ProductVersions } from '../product.ts';

/** Since when a feature can be used at all. */
export interface FeatureAge {
  feature: Feature;
  first: FirstVersions;
  cited: Cited;
  /** Of a form of the feature that came by itself: how notes name it. */
  form?: { id: FeatureForm; names: RegExp };
}

/** A feature came later on this major version, or only with a newer one, whose bugs its notes can list all the same. */
type Absence = 'later' | 'newer-line';

/** Features and forms that a version does not have yet, or never had. */
export type Missing = ReadonlyMap<Feature | FeatureForm, Absence>;

export interface FeatureAges {
  readonly missingIn: (version: string) => Missing;
  /** The forms that the words of a bullet name. */
  readonly formsIn: (words: string) => FeatureForm[];
  /**
   * True where a version lacks a feature that the bug needs, and all alternatives to it.
   * @param isListed asks whether the notes of its major version list the bug
   */
  readonly isTooOldFor: (
    bug: Pick<KnownBug, 'needs' | 'bounds'>,
    missing: Missing,
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
      // Two forms of one feature can be alternatives: which of them is meant is not known.
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

/** For products of which no first versions are known. */
export const NO_AGES: FeatureAges = {
  missingIn: () => new Map(),
  formsIn: () => [],
  isTooOldFor: () => false,
};

/** True where a version is older than the first one that has something. */
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

/** True where two versions lack the same. */
export function isSameMissing(a: Missing, b: Missing): boolean {
  return a.size === b.size && [...a].every(([what, absence]) => b.get(what) === absence);
}
