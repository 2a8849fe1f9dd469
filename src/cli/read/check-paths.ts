import { accessSync, constants, statSync } from 'node:fs';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { isProduct, isUpstreamOnly } from '../../products/index.ts';
import { UsageError } from '../options/usage.ts';
import { hasOnlyNotes } from './catalogue.ts';

/**
 * Rejects missing and unreadable paths, which would otherwise look like folders without bugs.
 * @throws {UsageError} that names the first such path
 */
export function checkPaths(paths: readonly string[]): void {
  for (const path of paths) {
    try {
      const isFolder = statSync(path).isDirectory();
      accessSync(path, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      throw new UsageError(accessProblem(path, code === '' ? String(error) : code));
    }
  }
}

function accessProblem(path: string, error: string): Text {
  if (error === 'ENOENT' && isProduct(path) && !hasOnlyNotes(path) && !isUpstreamOnly(path))
    return text('cli.productNotPath', { product: path });
  const key = ACCESS_PROBLEMS[error];
  return key === undefined ? text('cli.pathUnreadable', { path, error }) : text(key, { path });
}

const ACCESS_PROBLEMS: Readonly<Record<string, 'cli.noSuchPath' | 'cli.noPermission'>> = {
  ENOENT: 'cli.noSuchPath',
  ENOTDIR: 'cli.noSuchPath',
  EACCES: 'cli.noPermission',
  EPERM: 'cli.noPermission',
};
