import { catalogueAsOf, coverageOf } from '../../analysis/index.ts';
import { loadCatalogue, wholeCatalogue } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import { problemsToReport, type Catalogue, type Problem, type ProductId } from '../../model/index.ts';
import {
  isProduct,
  isUpstreamOnly,
  productOf,
  products,
  unknownProductText,
  type Product,
} from '../../products/index.ts';
import { cacheFolder } from '../options/cache-folder.ts';
import type { CommonOptions } from '../options/options.ts';
import { warnOfProblems } from '../print/problems.ts';
import type { Terminal } from '../print/terminal.ts';
import { UsageError } from '../options/usage.ts';

/**
 * Opens the newest catalogue on this machine: the last refresh, or the embedded snapshot. `--as-of` limits it to what
 * was published by that day.
 * @param products products that the answer needs; null for all
 */
export async function openCatalogue(
  options: CommonOptions,
  products: readonly ProductId[] | null = null,
): Promise<{ catalogue: Catalogue; problems: readonly Problem[] }> {
  const catalogue = await loadCatalogue(options.cacheDir ?? cacheFolder(), products);
  const { problems } = catalogue;
  return {
    catalogue: options.asOf === undefined ? catalogue : catalogueAsOf(catalogue, options.asOf),
    problems: problemsToReport(problems),
  };
}

/** Opens the catalogue for commands that print no problems, and warns of problems with the cache. */
export async function catalogueFor(
  options: CommonOptions,
  terminal: Terminal,
  products: readonly ProductId[] | null = null,
): Promise<Catalogue> {
  const { catalogue, problems } = await openCatalogue(options, products);
  warnOfProblems(problems, terminal);
  return catalogue;
}

/**
 * Opens the catalogue for one version. Products that share an upstream decide together on a version that one of them does
 * not have.
 */
export async function catalogueForVersion(
  options: CommonOptions,
  terminal: Terminal,
  product: ProductId,
  version: string,
): Promise<Catalogue> {
  const own = await openCatalogue(options, [product]);
  const isUnknown = ['newer', 'not-covered'].includes(coverageOf(own.catalogue, product, version).coverage);
  const { catalogue, problems } = isUnknown ? await openCatalogue(options, sharingUpstream(product)) : own;
  warnOfProblems(problems, terminal);
  return isUpstreamOnly(product) ? wholeCatalogue(catalogue) : catalogue;
}

/** An upstream and the products that contain it, for one of them. */
function sharingUpstream(product: ProductId): ProductId[] {
  const upstreamOf = ({ id, upstream }: Pick<Product, 'id' | 'upstream'>): ProductId =>
    upstream?.product ?? id;
  return products()
    .filter((each) => upstreamOf(each) === upstreamOf(productOf(product)))
    .map(({ id }) => id);
}

/** Products with upgrade advice, which needs their lineage. */
function productsWithAdvice(): ProductId[] {
  return products()
    .filter(({ lineage, system }) => lineage !== null || system !== null)
    .map(({ id }) => id);
}

/** True for a product with release notes but without lineage (docs/contributing/add-a-product.md). */
export function hasOnlyNotes(name: string | undefined): name is ProductId {
  return name !== undefined && isProduct(name) && !productsWithAdvice().includes(name);
}

/**
 * Finds a product by its name.
 * @throws {UsageError} that lists all products
 */
export function productNamed(name: string | undefined): ProductId {
  const found = productsWithAdvice().find((product) => product === name);
  if (found !== undefined) return found;
  throw new UsageError(unknownProductText(name ?? '', productsWithAdvice()));
}

/** Error for a product without upgrade advice. */
export function noAdviceError(name: string): UsageError {
  return new UsageError(text('cli.noAdvice', { name, products: productsWithAdvice() }));
}
