import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The packaged product under test: the package that scripts/test.mjs has built, or one that its caller names.
 *
 * @throws Error when there is none
 */
export function findVsix(): string {
  const vsix = resolve(process.env['ERRATA_LENS_VSIX'] ?? '');
  if (!vsix.endsWith('.vsix') || !existsSync(vsix))
    throw new Error(`ERRATA_LENS_VSIX names no package: ${vsix}`);
  return vsix;
}
