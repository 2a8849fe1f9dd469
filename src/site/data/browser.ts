import type { Catalogue, ProductId } from '../../model/index.ts';

/** Name of the function through which a data file passes its catalogue to the page. */
export const CALLBACK_NAME = 'errataLensCatalogue';

/**
 * Catalogue of one product for the search and the comparison, as a script, because a page that was opened from a folder
 * can load scripts but no other files. It leaves out items, which no answer needs.
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
