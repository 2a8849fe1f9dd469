import { NO_AGES } from './lineage/feature-ages.ts';
import { memoize, type Catalogue, type ProductId } from '../model/index.ts';
import { branchLineage } from './lineage/branch-lineage.ts';
import type { Lineage } from './lineage/lineage.ts';
import { productOf } from './registry.ts';

/**
 * The lineage of a product in a catalogue: made when first asked for, and kept as long as the catalogue's releases. Where a
 * product has no rules of its own, only its branches are told apart.
 */
export function lineageOf({ releases }: Pick<Catalogue, 'releases'>, id: ProductId): Lineage {
  return traceOf(releases, id);
}

const traceOf = memoize((all: Catalogue['releases'], id: ProductId): Lineage => {
  const releases = all.filter((release) => release.product === id);
  const { lineage, versions } = productOf(id);
  const plain = { versions, continues: {}, ages: NO_AGES };
  return lineage?.trace(releases) ?? branchLineage(releases, plain);
});

/** Whether bugs of a product follow from its own notes, by how its releases descend from each other. */
export function hasLineage(id: ProductId | null): id is ProductId {
  return id !== null && productOf(id).lineage !== null;
}
