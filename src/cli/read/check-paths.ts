import { existsSync } from 'node:fs';
import { text } from '../../l10n/index.ts';
import { UsageError } from '../options/usage.ts';

/**
 * A path that was mistyped would look like one in which nothing is known to be broken.
 * @throws {UsageError} naming the first path that does not exist
 */
export function checkPaths(paths: readonly string[]): void {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(text('cli.noSuchPath', { path: missing }));
}
