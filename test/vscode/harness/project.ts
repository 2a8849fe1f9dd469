import { homedir } from 'node:os';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '../../..');

/** Where the suite keeps what it had to install. It may be deleted at any time. */
export function cacheFolder(): string {
  return process.env['ERRATA_LENS_TEST_CACHE'] ?? join(homedir(), '.cache', 'errata-lens-tests');
}
