import {
  compareText,
  compareVersions,
  type BugBounds,
  type FeatureForm,
  type ProductId,
} from '../../../model/index.ts';
import { productOf } from '../../../products/index.ts';
import { withoutReferences } from '../similarity/words.ts';

const NO_BOUNDS: BugBounds = {
  introducedIn: null,
  introducedInCommunity: null,
  names: [],
  upgradeOnly: false,
};

/** First versions of a bug, if the words of one bullet name them. */
export function boundsOf(product: ProductId, text: string): BugBounds {
  return productOf(product).lineage?.boundsIn(withoutReferences(text)) ?? NO_BOUNDS;
}

/** Bounds of a bug from those of its bullets: the widest that any of them allows. */
export function mergeBounds(bounds: readonly BugBounds[]): BugBounds {
  const lowest = (versions: (string | null)[]): string | null =>
    versions.filter((version) => version !== null).sort(compareVersions)[0] ?? null;
  const forms = formsOfAll(bounds);
  return {
    introducedIn: lowest(bounds.map(({ introducedIn }) => introducedIn)),
    introducedInCommunity: lowest(bounds.map(({ introducedInCommunity }) => introducedInCommunity)),
    names: [...new Set(bounds.flatMap(({ names }) => names))].sort(compareText),
    upgradeOnly: bounds.length > 0 && bounds.every(({ upgradeOnly }) => upgradeOnly),
    ...(forms.length > 0 && { forms }),
    ...commonOrigin(bounds),
  };
}

/** Origin of the bug, if every wording names the same. */
function commonOrigin(bounds: readonly BugBounds[]): Pick<BugBounds, 'broughtBy'> {
  const broughtBy = bounds[0]?.broughtBy;
  const isOfAll = broughtBy !== undefined && bounds.every((each) => each.broughtBy === broughtBy);
  return isOfAll ? { broughtBy } : {};
}

/** Feature variants that every wording names: a wording without one may mean any variant. */
function formsOfAll([first, ...others]: readonly BugBounds[]): readonly FeatureForm[] {
  return (first?.forms ?? []).filter((form) => others.every(({ forms = [] }) => forms.includes(form)));
}
