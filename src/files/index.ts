/** The one way in which files of a user are opened. */
export { readRegularFile, textOfRegularFile, type Refused } from './regular-file.ts';
