import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { readRegularFile } from './regular-file.ts';
import type { Disk } from './types.ts';

/** The disk of this machine. A browser has none: its bundle puts an opened folder here instead. */
export const disk: Disk = {
  exists: existsSync,
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  factsOf: (absolute) => statSync(absolute),
  realOf(absolute) {
    try {
      return realpathSync.native(absolute);
    } catch {
      return null;
    }
  },
  isLink(absolute) {
    try {
      return lstatSync(absolute).isSymbolicLink();
    } catch {
      return false;
    }
  },
  read: readRegularFile,
};
