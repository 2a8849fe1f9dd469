import type { Catalogue, ProductId } from '../../model/index.ts';
import type { CatalogueUpdate } from './update-types.ts';

/** Times of earlier readings, for products and lines with notes that could not be read now. */
export function readBefore(
  previous: Catalogue | null,
  { unread, unreadLines }: Pick<CatalogueUpdate, 'unread' | 'unreadLines'>,
): Pick<Catalogue, 'readOn' | 'linesReadOn'> {
  if (previous === null) return {};
  const { releases, readOn, linesReadOn = {}, asOf } = previous;
  const known = new Set(releases.map(({ product }) => product));
  const timeOf = (product: ProductId): string => readOn?.[product] ?? asOf;
  const products = unread
    .filter((product) => known.has(product))
    .map((product) => [product, timeOf(product)] as const);
  const lines = Object.keys(linesReadOn)
    .filter((key) => unread.includes(productOfLine(key)))
    .concat(unreadLines)
    .map((key) => [key, linesReadOn[key] ?? timeOf(productOfLine(key))] as const);
  return {
    ...(products.length > 0 && { readOn: Object.fromEntries(products) }),
    ...(lines.length > 0 && { linesReadOn: Object.fromEntries(lines) }),
  };
}

function productOfLine(key: string): ProductId {
  return key.slice(0, key.indexOf(' '));
}
