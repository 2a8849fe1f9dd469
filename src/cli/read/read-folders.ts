import { setImmediate } from 'node:timers/promises';
import { unreadUpstreamProblems } from '../../analysis/index.ts';
import { includesConfigFolder, type Config } from '../../config/index.ts';
import { scanFolders, type ScanOptions } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import type { Asset, Catalogue, Inventory, Problem } from '../../model/index.ts';
import { openCatalogue } from './catalogue.ts';
import { checkPaths } from './check-paths.ts';
import { scanPathsOf, type ScanPaths } from './paths.ts';
import { loadConfig, type LoadedConfig } from './config-file.ts';
import { scanOptionsOf, type CommonOptions } from '../options/options.ts';
import { lateProgress } from '../print/late-progress.ts';
import type { Terminal } from '../print/terminal.ts';

/** Results of reading folders, with all problems on the way. */
export interface ReadFolders {
  config: Config;
  /** True if the scan covered the configuration's whole folder. */
  isWhole: boolean;
  catalogue: Catalogue;
  inventory: Inventory;
  paths: ScanPaths;
  problems: readonly Problem[];
}

/**
 * Reads the configuration, then folders and the catalogue in parallel.
 * @param loaded the configuration, if it is already known
 * @param onVersions called during the scan with assets whose versions are new
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
  const reportVersions = async (assets: readonly Asset[]): Promise<void> => {
    await onVersions?.({ catalogue: (await opening).catalogue, config }, assets);
  };
  // Started first, because it runs in another thread.
  const scanning = scanWithProgress(
    paths,
    { ...scanOptionsOf(options), onVersions: (assets) => void reportVersions(assets).catch(() => undefined) },
    terminal,
  );
  // One turn later, because decoding blocks this thread while the other one waits for its task.
  const opening = setImmediate().then(() => openCatalogue(options));
  const [scanned, { catalogue, problems: unread }] = await Promise.all([scanning, opening]);
  const inventory = scanPaths.inventory(scanned);
  return {
    config,
    isWhole: includesConfigFolder(file, paths),
    catalogue,
    inventory,
    paths: scanPaths,
    problems: [
      ...problems,
      ...unread,
      ...unreadUpstreamProblems(catalogue, inventory.assets),
      ...inventory.problems,
    ],
  };
}

/** Scans folders, with a progress line on a terminal. */
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
