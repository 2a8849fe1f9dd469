import { catalogueAsOf } from '../analysis/index.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { text } from '../l10n/index.ts';
import { OS_PRODUCTS, type Catalogue, type Problem, type Product } from '../model/index.ts';
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

/** The products whose sources are switched on: docs/add-a-source.md. */
const COVERED = ['aurora-mysql', ...OS_PRODUCTS] as const satisfies readonly Product[];

/** @throws {UsageError} naming the products */
export function productOf(name: string | undefined): (typeof COVERED)[number] {
  const covered = COVERED.find((product) => product === name);
  if (covered !== undefined) return covered;
  throw new UsageError(text('cli.unknownProduct', { name: name ?? '', products: [...COVERED] }));
}
