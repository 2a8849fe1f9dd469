/** The one way in which files of a user are opened. */
export { readRegularFile, textOfRegularFile } from './regular-file.ts';
