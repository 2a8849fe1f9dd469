/** The one way in which files of a user are opened, and whether a path is one that may be. */
export { disk } from './disk.ts';
export { isInside } from './inside.ts';
export { modifiedAt } from './modified.ts';
export { readRegularFile } from './regular-file.ts';
export { textOfRegularFile } from './text-of.ts';
export type { Disk, Entry, FileFacts } from './types.ts';
