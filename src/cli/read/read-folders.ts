import { isAllScanned, type Config } from '../../config/index.ts';
import { scanFolders, type ScanOptions } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset, Catalogue, Inventory, Problem, ProductId } from '../../model/index.ts';
import { defaultProduct } from '../../products/index.ts';
import { openCatalogue } from './catalogue.ts';
import { checkPaths } from './check-paths.ts';
import { scanPathsOf, type ScanPaths } from './paths.ts';
import { loadConfig, type LoadedConfig } from './config-file.ts';
import { scanOptionsOf, type CommonOptions } from '../options/options.ts';
import { lateProgress } from '../print/late-progress.ts';
import type { Terminal } from '../print/terminal.ts';

/** Inputs of every command about folders, and the problems of reading them. */
export interface ReadFolders {
  config: Config;
  /** True if everything that the configuration applies to was read. */
  isWhole: boolean;
  catalogue: Catalogue;
  inventory: Inventory;
  paths: ScanPaths;
  problems: readonly Problem[];
}

/**
 * Reads the configuration, then the catalogue and the folders at the same time.
 * @param loaded the configuration, if it was read before
 * @param onVersions called during the scan with assets whose versions are new; the catalogue then has only the products
 * that were found
 * @throws {UsageError} if a path does not exist
 */
export async function readFolders(
  paths: readonly string[],
  options: CommonOptions,
  terminal: Terminal,
  loaded?: LoadedConfig,
  onVersions?: (known: Pick<ReadFolders, 'catalogue' | 'config'>, assets: readonly Asset[]) => Promise<void>,
): Promise<ReadFolders> {
  checkPaths(paths);
  const { config, file, problems } = loaded ?? (await loadConfig(options, paths[0] ?? '.'));
  const scanPaths = scanPathsOf(paths);
  const passOn = async (assets: readonly Asset[]): Promise<void> => {
    await onVersions?.({ catalogue: (await opened(assets)).catalogue, config }, assets);
  };
  // The thread starts first. The final pass reports errors of early judging.
  const scanning = scanWithProgress(
    paths,
    { ...scanOptionsOf(options), onVersions: (assets) => void passOn(assets).catch(() => undefined) },
    terminal,
  );
  // Without `onVersions`, the question may be about products that are not in the folders.
  const opened = onVersions === undefined ? always(openCatalogue(options)) : catalogueOfAssets(options);
  const scanned = await scanning;
  const { catalogue, problems: unread } = await opened(scanned.assets);
  const inventory = scanPaths.inventory(scanned);
  return {
    config,
    isWhole: isAllScanned(file, paths),
    catalogue,
    inventory,
    paths: scanPaths,
    problems: [...problems, ...unread, ...inventory.problems],
  };
}

type Opened = ReturnType<typeof openCatalogue>;

function always(opening: Opened): () => Opened {
  return () => opening;
}

/** Returns the catalogue of the products of some assets. It is opened again only if there are new products. */
function catalogueOfAssets(options: CommonOptions): (assets: readonly Asset[]) => Opened {
  let known: { products: ReadonlySet<ProductId>; opening: Opened } | null = null;
  return (assets) => {
    // A database of unknown engine counts as one of the default engine.
    const named = assets.map(({ product }) => product ?? defaultProduct());
    if (known !== null && named.every((product) => known?.products.has(product))) return known.opening;
    const products = new Set([...(known?.products ?? []), ...named]);
    known = { products, opening: openCatalogue(options, [...products]) };
    return known.opening;
  };
}

/** Reads folders, with a progress line on a terminal. */
export async function scanWithProgress(
  paths: readonly string[],
  options: ScanOptions,
  terminal: Terminal,
): Promise<Inventory> {
  const progress = lateProgress(terminal, (files) => text('scan.reading', { files }));
  try {
    return await scanFolders(
      paths,
      progress.update === null ? options : { ...options, onProgress: progress.update },
    );
  } finally {
    progress.end();
  }
}
