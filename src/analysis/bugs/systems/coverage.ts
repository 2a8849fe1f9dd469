import {
  memoize,
  type Catalogue,
  type Coverage,
  type ProductId,
  type Release,
} from '../../../model/index.ts';
import { productOf, type PinnedOs } from '../../../products/index.ts';
import { osReleases, placeOf } from './releases.ts';

/**
 * Minimum share of notes that name a CVE, for a count from notes alone. With fewer (the notes of Amazon Linux 2023 hardly
 * ever name one), the few named CVEs would look like all CVEs.
 */
const MIN_NOTED_SHARE = 1 / 4;

/** Coverage of the fixes that a pinned release lacks. */
export function osCoverage(
  catalogue: Catalogue,
  pinned: PinnedOs,
): Exclude<Coverage, 'no-release' | 'partial'> {
  const newest = osReleases(catalogue, pinned.product).at(-1);
  if (productOf(pinned.product).notes === null || newest === undefined) return 'not-covered';
  const { at, own, later } = placeOf(catalogue, pinned);
  const isAbove = productOf(at.product).versions.compare(at.version, newest.version) > 0;
  if (isAbove && later.length === 0 && own === null) return 'newer';
  return hasAdvisories(catalogue.bugs, pinned.product) || notesNameFixes(later, pinned)
    ? 'known'
    : 'not-covered';
}

/** True if the catalogue has any advisory of a product. */
export const hasAdvisories = memoize((bugs: Catalogue['bugs'], product: ProductId): boolean =>
  bugs.some((bug) => bug.product === product && (bug.os?.advisory ?? null) !== null),
);

function notesNameFixes(later: readonly Release[], { product }: PinnedOs): boolean {
  const read = later.flatMap(({ packages }) => (packages === undefined ? [] : [packages]));
  const naming = read.filter((packages) => packages.some(({ cves }) => cves.length > 0));
  // No minimum share for systems whose notes count as complete: messages then say "at least".
  const share = productOf(product).system?.countsNotedFixes === true ? 0 : MIN_NOTED_SHARE;
  return naming.length > 0 && naming.length >= read.length * share;
}
