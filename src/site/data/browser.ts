import type { Catalogue, ProductId } from '../../model/index.ts';

/** Function that a data file calls with its catalogue. */
export const CALLBACK_NAME = 'errataLensCatalogue';

/**
 * A product's catalogue as a script for the search and the comparison, because a page opened from disk can load scripts
 * but not JSON. Omits the items, which neither page uses.
 */
export function browserData(catalogue: Catalogue, product: ProductId): string {
  const isOwn = (one: { product: ProductId }): boolean => one.product === product;
  const own: Catalogue = {
    asOf: catalogue.readOn?.[product] ?? catalogue.asOf,
    source: catalogue.source,
    releases: catalogue.releases.filter(isOwn).map((release) => ({ ...release, items: [] })),
    bugs: catalogue.bugs.filter(isOwn),
    support: catalogue.support.filter(isOwn),
    cveDifferences: [],
    problems: [],
  };
  return `globalThis.${CALLBACK_NAME}?.(${JSON.stringify(product)}, ${JSON.stringify(own)});\n`;
}
