import { readConfigAbove, readConfigFile, type Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { UsageError } from '../options/usage.ts';

/**
 * Loads the named configuration file, or the nearest `.errata-lens.yaml` in or above the scanned folder, and applies
 * the options.
 * @throws {UsageError} if the named file cannot be read
 */
export async function loadConfig(
  { config: namedFile, includeExamples }: Pick<CommonOptions, 'config' | 'includeExamples'>,
  scanned: string,
): Promise<LoadedConfig> {
  const loaded = await readNamedOrNearest(namedFile, scanned);
  return includeExamples === true ? { ...loaded, config: { ...loaded.config, exampleFolders: [] } } : loaded;
}

export interface LoadedConfig {
  config: Config;
  file: string | null;
  problems: Problem[];
}

async function readNamedOrNearest(namedFile: string | undefined, scanned: string): Promise<LoadedConfig> {
  if (namedFile === undefined) return readConfigAbove(scanned);
  try {
    // A named file applies to the scanned folder, so its own folder does not matter.
    return { ...(await readConfigFile(namedFile)), file: null };
  } catch {
    throw new UsageError(text('cli.configUnreadable', { file: namedFile }));
  }
}
