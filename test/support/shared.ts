import { existsSync } from 'node:fs';
import path from 'node:path';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');

/** For `test(name, { skip: needsShared }, …)`: a user's checkout has no `../shared`, and the skip gives that reason. */
export const needsShared: string | false = existsSync(path.join(SHARED, 'gold')) ? false : 'needs ../shared';

/** A path below `../shared`. */
export function sharedPath(...parts: string[]): string {
  return path.join(SHARED, ...parts);
}
