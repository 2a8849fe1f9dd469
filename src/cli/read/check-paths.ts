import { accessSync, constants, statSync } from 'node:fs';
import { text } from '../../l10n/index.ts';
import { UsageError } from '../options/usage.ts';

/**
 * Refuses a path that is missing or cannot be read: it would look like one in which nothing is known to be broken.
 * @throws {UsageError} naming the first such path
 */
export function checkPaths(paths: readonly string[]): void {
  for (const path of paths) {
    try {
      const isFolder = statSync(path).isDirectory();
      accessSync(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      throw new UsageError(
        MISSING.has(code)
          ? text('cli.noSuchPath', { path })
          : text('cli.pathUnreadable', { path, error: code === '' ? String(error) : code }),
      );
    }
  }
}

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
