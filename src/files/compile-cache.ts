import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';

const WRITABLE_BY_OTHERS = 0o022;

/** Functions that exist since Node 22.8, the flush since 22.10. */
const compileCacheApi: Partial<
  Pick<typeof module, 'enableCompileCache' | 'flushCompileCache' | 'getCompileCacheDir'>
> = module;

/**
 * Enables Node's compile cache for modules that load later, here and in threads that get `compileCacheEnvironment`.
 * @param caches the user's own folder for caches, never one from an option: cached code is executed
 * @param version version of this program; caches of other versions are removed
 */
export function enableCompileCache(caches: string, version: string): void {
  const folder = compileCacheFolder(caches, version);
  if (folder !== null) compileCacheApi.enableCompileCache?.(folder);
}

/** Environment for a new thread that shares the compile cache; threads do not inherit it. */
export function compileCacheEnvironment(): NodeJS.ProcessEnv {
  const folder = compileCacheApi.getCompileCacheDir?.();
  // Node reports a subfolder for its own version; the variable expects the parent.
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: path.dirname(folder) };
}

/** Writes the compile cache now, because a terminated thread never does. */
export function flushCompileCache(): void {
  compileCacheApi.flushCompileCache?.();
}

/** Folder of the compile cache; null unless only this user can write to it. */
function compileCacheFolder(caches: string, version: string): string | null {
  try {
    const all = path.join(caches, 'code');
    const own = path.join(all, version);
    if (lstatSync(own, { throwIfNoEntry: false }) === undefined) {
      // Removes caches of other versions.
      rmSync(all, { recursive: true, force: true });
      mkdirSync(own, { recursive: true, mode: 0o700 });
    }
    return [caches, all, own].every(isPrivate) ? own : null;
  } catch {
    return null;
  }
}

function isPrivate(folder: string): boolean {
  const stats = lstatSync(folder);
  const user = process.getuid?.() ?? stats.uid;
  return (
    stats.isDirectory() &&
    stats.uid === user &&
    (process.platform === 'win32' || (stats.mode & WRITABLE_BY_OTHERS) === 0)
  );
}
