import { catalogueAsOf } from '../analysis/index.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { text } from '../l10n/index.ts';
import { isProduct, PRODUCTS, type Catalogue, type Problem, type Product } from '../model/index.ts';
import { cacheFolder } from './cache-folder.ts';
import type { CommonOptions } from './options.ts';
import { warnOf } from './problems.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** The newest catalogue on this machine: the last refresh, else the embedded snapshot; as of `--as-of` where given. */
export async function openCatalogue(
  options: CommonOptions,
): Promise<{ catalogue: Catalogue; problems: readonly Problem[] }> {
  const catalogue = await loadCatalogue(options.cacheDir ?? cacheFolder());
  const { problems } = catalogue;
  return {
    catalogue: options.asOf === undefined ? catalogue : catalogueAsOf(catalogue, options.asOf),
    problems,
  };
}

/** The same for answers that have no place for problems: what is wrong with the cache is said on standard error. */
export async function catalogueFor(options: CommonOptions, terminal: Terminal): Promise<Catalogue> {
  const { catalogue, problems } = await openCatalogue(options);
  warnOf(problems, terminal);
  return catalogue;
}

/** @throws {UsageError} naming the products */
export function productOf(name: string | undefined): Product {
  if (name !== undefined && isProduct(name)) return name;
  throw new UsageError(text('cli.unknownProduct', { name: name ?? '', products: [...PRODUCTS] }));
}
