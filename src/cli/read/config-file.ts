import { readConfigAbove, readConfigFile, type Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { UsageError } from '../options/usage.ts';

/**
 * The configuration, with what options change of it, and the file where it was found: the file that was named, else the
 * `.errata-lens.yaml` in the scanned folder or above it.
 * @throws {UsageError} when the named file cannot be read
 */
export async function loadConfig(
  { config: named, includeExamples }: Pick<CommonOptions, 'config' | 'includeExamples'>,
  scanned: string,
): Promise<LoadedConfig> {
  const loaded = await readConfig(named, scanned);
  return includeExamples === true ? { ...loaded, config: { ...loaded.config, exampleFolders: [] } } : loaded;
}

export interface LoadedConfig {
  config: Config;
  file: string | null;
  problems: Problem[];
}

async function readConfig(named: string | undefined, scanned: string): Promise<LoadedConfig> {
  if (named === undefined) return readConfigAbove(scanned);
  try {
    // What a file that was named is about does not follow from where it lies.
    return { ...(await readConfigFile(named)), file: null };
  } catch {
    throw new UsageError(text('cli.configUnreadable', { file: named }));
  }
}
