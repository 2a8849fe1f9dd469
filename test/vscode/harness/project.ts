import { homedir } from 'node:os';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '../../..');

/** Folder of the suite's installations, which may be deleted at any time. */
export function cacheFolder(): string {
  return process.env['ERRATA_LENS_TEST_CACHE'] ?? join(homedir(), '.cache', 'errata-lens-tests');
}
