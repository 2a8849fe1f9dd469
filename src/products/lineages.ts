import { NO_FEATURE_AGES } from './lineage/feature-ages.ts';
import { memoize, type Catalogue, type ProductId } from '../model/index.ts';
import { branchLineage } from './lineage/branch-lineage.ts';
import type { Lineage } from './lineage/lineage.ts';
import { productOf } from './registry.ts';

/**
 * Lineage of a product in a catalogue, built on first use and cached as long as the catalogue's releases. A product
 * without rules of its own gets only its branches.
 */
export function lineageOf({ releases }: Pick<Catalogue, 'releases'>, id: ProductId): Lineage {
  return ancestryOf(releases, id);
}

const ancestryOf = memoize((all: Catalogue['releases'], id: ProductId): Lineage => {
  const releases = all.filter((release) => release.product === id);
  const { lineage, versions } = productOf(id);
  const plain = { versions, continues: {}, ages: NO_FEATURE_AGES };
  return lineage?.trace(releases) ?? branchLineage(releases, plain);
});

/** True if a product's own notes decide which releases have a bug, by their ancestry. */
export function hasLineage(id: ProductId | null): id is ProductId {
  return id !== null && productOf(id).lineage !== null;
}

/**
 * True if a release is missing from a catalogue only because the vendor removes old releases from its pages: it is older
 * than every release of its major version. The later releases contain fixes for its bugs.
 */
export function isDropped(
  { releases }: Pick<Catalogue, 'releases'>,
  id: ProductId,
  version: string,
): boolean {
  const { lineage, versions } = productOf(id);
  if (lineage?.areOldDropped !== true) return false;
  const ofLine = releases.filter(({ product, line }) => product === id && line === versions.line(version));
  return ofLine.length > 0 && ofLine.every((each) => versions.compare(version, each.version) < 0);
}
