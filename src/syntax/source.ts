import type { LineStarts } from './document/lines.ts';

/** An infrastructure file without its byte order mark. Offsets and columns are those that an editor shows. */
export interface SourceFile {
  /** Relative to the scanned folder, with forward slashes. */
  file: string;
  text: string;
  /** Line starts of the file, for a text that differs from it. */
  lines?: LineStarts;
}
