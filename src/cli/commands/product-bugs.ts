import { bugsListedLater, releasesByDay } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { PRODUCT_NAMES, type BugMatch, type Catalogue, type Product } from '../../model/index.ts';
import { productOf } from '../catalogue.ts';
import { UsageError } from '../usage.ts';

/**
 * Known bugs of a release of a product that has nothing but a source (docs/add-a-source.md).
 * @throws {UsageError} when the catalogue has no releases of it, or not this one
 */
export function bugsOfProduct(catalogue: Catalogue, product: Product, written: string): BugMatch[] {
  const newest = releasesByDay(catalogue, product).at(-1);
  if (newest === undefined) productOf(product);
  const matches = bugsListedLater(catalogue, product, written.trim());
  if (matches !== null) return matches;
  const args = { name: PRODUCT_NAMES[product], version: written.trim(), newest: newest?.version ?? '' };
  throw new UsageError(text('cli.unknownRelease', args));
}
