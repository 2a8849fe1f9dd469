import { existsSync, readdirSync, statSync } from 'node:fs';
import { readRegularFile } from './regular-file.ts';
import type { Disk } from './types.ts';

/** The disk of this machine. A browser has none: its bundle puts an opened folder here instead. */
export const disk: Disk = {
  exists: existsSync,
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  factsOf: (absolute) => statSync(absolute),
  read: readRegularFile,
};
