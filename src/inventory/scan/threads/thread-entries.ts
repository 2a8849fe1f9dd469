import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { disk } from '../../../files/index.ts';

/** Megabytes of heap for a thread that reads: a scan of the largest trees that we know needs a third of it. */
export const MOST_MEMORY = 1024;

/** Milliseconds of CPU time for one file or unit. Generated files of the largest allowed size take a fifth of it. */
export const READING_BUDGET = 2000;

/** The module of a thread. In a bundle it stands beside the chunks or one folder above them; null where there is none. */
export function entryOf(thread: 'reading-thread' | 'scan-thread'): URL | null {
  const places = [`${thread}.js`, `../${thread}.js`, `${thread}-entry.ts`, `../${thread}-entry.ts`];
  const file = places.map((name) => path.join(import.meta.dirname, name)).find((place) => disk.exists(place));
  return file === undefined ? null : pathToFileURL(file);
}
