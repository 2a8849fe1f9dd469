import type { Lines } from './document/lines.ts';

/** One infrastructure file, its byte order mark removed; offsets and columns are those of the file as an editor shows it. */
export interface SourceFile {
  /** Relative to the scanned folder, with forward slashes. */
  file: string;
  text: string;
  /** Where the lines of the file begin, for a text that is not written like the file. */
  lines?: Lines;
}
