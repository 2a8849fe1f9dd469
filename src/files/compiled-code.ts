import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';

const OTHERS_MAY_WRITE = 0o022;

/** Node 22 has them since 22.8 and 22.10. */
const cache: Partial<Pick<typeof module, 'enableCompileCache' | 'flushCompileCache' | 'getCompileCacheDir'>> =
  module;

/**
 * Lets Node keep the code of this thread as it compiled it, for the next process. To be called before the code is loaded.
 * @param caches a folder for caches that is the user's own, never one that was named: whoever can write there decides what
 *   this program does
 * @param version what other versions kept goes
 */
export function keepCompiledCode(caches: string, version: string): void {
  const folder = codeFolder(caches, version);
  if (folder !== null) cache.enableCompileCache?.(folder);
}

/** The environment of a thread that keeps its code where this one does: a thread does not do so by itself. */
export function keepingCode(): NodeJS.ProcessEnv {
  const folder = cache.getCompileCacheDir?.();
  // Node names the folder of its own version, and is told the one above it.
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: path.dirname(folder) };
}

/** Writes down what was compiled by now: a thread that is ended does not do it at its end. */
export function flushCompiledCode(): void {
  cache.flushCompileCache?.();
}

/** Null where it cannot be had for this user alone. */
function codeFolder(caches: string, version: string): string | null {
  try {
    const all = path.join(caches, 'code');
    const own = path.join(all, version);
    if (lstatSync(own, { throwIfNoEntry: false }) === undefined) {
      // What other versions kept is of no use any more.
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
