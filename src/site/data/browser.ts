import { runsUpstreamAsPublished } from '../../analysis/index.ts';
import type { Catalogue, ProductId } from '../../model/index.ts';
import { productOf } from '../../products/index.ts';

/** Function that a data file calls with its catalogue. */
export const CALLBACK_NAME = 'errataLensCatalogue';

/**
 * A product's catalogue as a script for the search and the comparison, because a page opened from disk can load scripts
 * but not JSON. With the notes of an upstream that the product runs as published. Omits the items, which neither page
 * uses.
 */
export function browserData(catalogue: Catalogue, product: ProductId): string {
  const upstream = runsUpstreamAsPublished(product) ? productOf(product).upstream?.product : undefined;
  const notes = upstream === undefined ? undefined : catalogue.upstream?.();
  const isWanted = (one: { product: ProductId }): boolean => [product, upstream].includes(one.product);
  const own: Catalogue = {
    asOf: catalogue.readOn?.[product] ?? catalogue.asOf,
    source: catalogue.source,
    releases: [...catalogue.releases, ...(notes?.releases ?? [])]
      .filter(isWanted)
      .map((release) => ({ ...release, items: [] })),
    bugs: [...catalogue.bugs, ...(notes?.bugs ?? [])].filter(isWanted),
    support: catalogue.support.filter(isWanted),
    cveDifferences: [],
    problems: [],
  };
  return `globalThis.${CALLBACK_NAME}?.(${JSON.stringify(product)}, ${JSON.stringify(own)});\n`;
}
