import { NO_AGES } from './lineage/feature-ages.ts';
import type { Catalogue, ProductId } from '../model/index.ts';
import { branchLineage } from './lineage/branch-lineage.ts';
import type { Lineage } from './lineage/lineage.ts';
import { productOf } from './registry.ts';

const LINEAGES = new WeakMap<Catalogue['releases'], Map<ProductId, Lineage>>();

/**
 * The lineage of a product in a catalogue: made when first asked for, and kept as long as the catalogue's releases. Where a
 * product has no rules of its own, only its branches are told apart.
 */
export function lineageOf({ releases }: Pick<Catalogue, 'releases'>, id: ProductId): Lineage {
  const ofCatalogue = LINEAGES.get(releases) ?? new Map<ProductId, Lineage>();
  LINEAGES.set(releases, ofCatalogue);
  const known = ofCatalogue.get(id) ?? traceOf(releases, id);
  ofCatalogue.set(id, known);
  return known;
}

function traceOf(all: Catalogue['releases'], id: ProductId): Lineage {
  const releases = all.filter((release) => release.product === id);
  const { lineage, versions } = productOf(id);
  const plain = { versions, continues: {}, ages: NO_AGES };
  return lineage?.trace(releases) ?? branchLineage(releases, plain);
}

/** Whether bugs of a product follow from its own notes, by how its releases descend from each other. */
export function hasLineage(id: ProductId | null): id is ProductId {
  return id !== null && productOf(id).lineage !== null;
}
