import { loadSnapshot } from '../../../src/catalogue/snapshot/index.ts';
import { memoize, type Catalogue, type ProductId } from '../../../src/model/index.ts';

/** The embedded notes of one product: each look at a vendor reads, compares and writes all that it begins with. */
export const embeddedNotesOf = memoize(async (wanted: ProductId): Promise<Catalogue> => {
  const { upstream, releases, bugs, support, ...whole } = await loadSnapshot([wanted]);
  const isWanted = ({ product }: { product: ProductId }): boolean => product === wanted;
  return {
    ...whole,
    releases: releases.filter(isWanted),
    bugs: bugs.filter(isWanted),
    support: support.filter(isWanted),
    imageBases: [],
  };
});
