/** The one way in which files of a user are opened, and whether a path is one that may be. */
export { isInside } from './inside.ts';
export { readRegularFile, textOfRegularFile } from './regular-file.ts';
