import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';

const OTHERS_MAY_WRITE = 0o022;

/** Available since Node 22.8 and 22.10. */
const cache: Partial<Pick<typeof module, 'enableCompileCache' | 'flushCompileCache' | 'getCompileCacheDir'>> =
  module;

/**
 * Enables Node's compile cache for this thread and its successors. Must be called before other code is loaded.
 * @param caches the user's own folder for caches, never one from an option: whoever can write to it controls this program
 * @param version version of this program; caches of other versions are removed
 */
export function enableCompileCache(caches: string, version: string): void {
  const folder = codeFolder(caches, version);
  if (folder !== null) cache.enableCompileCache?.(folder);
}

/** Environment for a thread that should use the same cache: threads do not inherit it. */
export function compileCacheEnvironment(): NodeJS.ProcessEnv {
  const folder = cache.getCompileCacheDir?.();
  // Node returns the folder for its own version; the variable needs the one above it.
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: path.dirname(folder) };
}

/** Writes the compile cache now: a thread that is terminated would not. */
export function flushCompileCache(): void {
  cache.flushCompileCache?.();
}

/** Folder of the compile cache; null if it cannot be private to this user. */
function codeFolder(caches: string, version: string): string | null {
  try {
    const all = path.join(caches, 'code');
    const own = path.join(all, version);
    if (lstatSync(own, { throwIfNoEntry: false }) === undefined) {
      // Caches of other versions are useless.
      rmSync(all, { recursive: true, force: true });
      mkdirSync(own, { recursive: true, mode: 0o700 });
    }
    return [caches, all, own].every(isOwn) ? own : null;
  } catch {
    return null;
  }
}

function isOwn(folder: string): boolean {
  const stats = lstatSync(folder);
  const user = process.getuid?.() ?? stats.uid;
  return (
    stats.isDirectory() &&
    stats.uid === user &&
    (process.platform === 'win32' || (stats.mode & OTHERS_MAY_WRITE) === 0)
  );
}
