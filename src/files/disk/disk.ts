import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { readRegularFile } from './regular-file.ts';
import type { Disk } from './types.ts';

/** Disk of this machine. The bundle for browsers replaces it with files that the editor has opened. */
export const disk: Disk = {
  exists: existsSync,
  list: (folder) => readdirSync(folder, { withFileTypes: true }),
  factsOf: (absolute) => statSync(absolute),
  realPathOf(absolute) {
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
