import { readConfigAbove, readConfigFile, type Config } from '../config/index.ts';
import { text } from '../l10n/index.ts';
import type { Problem } from '../model/index.ts';
import { UsageError } from './usage.ts';

/**
 * The configuration: the file that was named, else the `.errata-lens.yaml` in the scanned folder or above it.
 * @throws {UsageError} when the named file cannot be read
 */
export async function loadConfig(
  named: string | undefined,
  scanned: string,
): Promise<{ config: Config; problems: Problem[] }> {
  if (named === undefined) return readConfigAbove(scanned);
  try {
    return await readConfigFile(named);
  } catch {
    throw new UsageError(text('cli.configUnreadable', { file: named }));
  }
}
