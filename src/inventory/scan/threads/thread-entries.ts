import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../../../files/index.ts';

/** Megabytes of heap for a reading thread: the largest known trees need a third of it. */
export const MAX_THREAD_MEMORY_MB = 1024;

/** Milliseconds of CPU time for one file or unit. Generated files of the maximum size need a fifth of it. */
export const READING_BUDGET = 2000;

/** Entry module of a thread. Bundles have a folder `threads`, beside or above their chunks; null if there is none. */
export function entryOf(thread: 'reading-thread' | 'scan-thread'): URL | null {
  const places = [
    `../${thread}.mjs`,
    `../threads/${thread}.mjs`,
    `../../threads/${thread}.mjs`,
    `${thread}-entry.ts`,
    `../${thread}-entry.ts`,
  ];
  const file = places.map((name) => path.join(import.meta.dirname, name)).find((place) => disk.exists(place));
  return file === undefined ? null : pathToFileURL(file);
}
