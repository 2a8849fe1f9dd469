import type { Catalogue, ProductId } from '../../model/index.ts';

/** The name under which a data file hands its catalogue to the page that asked for it. */
export const RECEIVER = 'errataLensCatalogue';

/**
 * What of the catalogue the search and the comparison need of one product, as a script: a page that is opened from a
 * folder may read scripts, but no other files. Items are left out, which no answer is made of.
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
  return `globalThis.${RECEIVER}?.(${JSON.stringify(product)}, ${JSON.stringify(own)});\n`;
}
