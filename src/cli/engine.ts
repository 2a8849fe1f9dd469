import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from './options/cache-folder.ts';
import { VERSION } from './version.ts';

/** What becomes of code that was kept depends on these, so they are set before any is loaded, and never again. */
const FLAGS = [
  // More room for young objects makes the process half as large again and hardly faster; a second thread would stay at the
  // least there is, and collect without end. In megabytes.
  '--semi-space-growth-factor=1',
  '--min-semi-space-size=4',
  // Nothing in a scan runs long enough to repay the best compilers, which would take a core from reading.
  '--no-opt',
  '--no-wasm-dynamic-tiering',
  '--invocation-count-for-maglev=3000',
  // What a scan keeps it keeps to its end: looking for what can go, over and over, finds little. In megabytes, of a thread.
  '--no-incremental-marking',
  '--initial-old-space-size=32',
];
/** A command that writes thousands of files runs for half a minute, in which compiling well and rare collections pay. */
const FLAGS_OF_LONG_RUNS = ['--min-semi-space-size=16'];
const LONG_RUNS: ReadonlySet<string> = new Set(['site']);
const OTHERS_MAY_WRITE = 0o022;

/**
 * Tunes Node to a program that runs for seconds. To be called before the program is loaded.
 * @param command the first word of what is asked
 */
export function tuneEngine(command: string | undefined): void {
  const isLong = command !== undefined && LONG_RUNS.has(command);
  for (const flag of isLong ? FLAGS_OF_LONG_RUNS : FLAGS) setFlagsFromString(flag);
  const folder = codeFolder();
  // Node 22 has it since 22.8.
  if (folder !== null) (module as Partial<typeof module>).enableCompileCache?.(folder);
}

/**
 * Where Node keeps this version's code as it compiled it. Whoever can write there decides what this program does, so it is
 * in the user's own folder for caches, never in a folder that was named, which may come from somebody else. Null where it
 * cannot be had for this user alone.
 */
function codeFolder(): string | null {
  try {
    const caches = cacheFolder();
    const all = path.join(caches, 'code');
    const own = path.join(all, VERSION);
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
