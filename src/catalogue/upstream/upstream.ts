import { memoize, type Catalogue, type ProductId } from '../../model/index.ts';
import { isUpstreamOnly } from '../../products/index.ts';

type Parts = Pick<Catalogue, 'releases' | 'bugs' | 'support'>;

/** Catalogue that loads the notes of upstream products on demand. */
export function withUpstreamOnDemand(catalogue: Catalogue): Catalogue {
  if (catalogue.upstream !== undefined || !catalogue.releases.some(isApart)) return catalogue;
  const apart = {
    ...catalogue,
    ...parts(catalogue, isApart),
    cveDifferences: [],
    imageBases: [],
    problems: [],
  };
  return { ...catalogue, ...parts(catalogue, (entry) => !isApart(entry)), upstream: () => apart };
}

/** Catalogue with all notes in one, for queries about any product. */
export const wholeCatalogue = memoize((catalogue: Catalogue): Catalogue => {
  const { upstream, ...own } = catalogue;
  if (upstream === undefined) return catalogue;
  const { releases, bugs, support, readOn = {} } = upstream();
  return {
    ...own,
    ...(own.readOn && { readOn: { ...readOn, ...own.readOn } }),
    releases: [...own.releases, ...releases],
    bugs: [...own.bugs, ...bugs],
    support: [...own.support, ...support],
  };
});

function isApart({ product }: { product: ProductId }): boolean {
  return isUpstreamOnly(product);
}

function parts(
  { releases, bugs, support }: Parts,
  isWanted: (entry: { product: ProductId }) => boolean,
): Parts {
  return {
    releases: releases.filter(isWanted),
    bugs: bugs.filter(isWanted),
    support: support.filter(isWanted),
  };
}
