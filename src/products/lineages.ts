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

/**
 * True of a release that is older than all of its major version in a catalogue, of a vendor who takes old releases off its pages: it
 * was published, and has what the later ones fix.
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
