import type { Lines } from './document/lines.ts';

/** One infrastructure file without its byte order mark; offsets and columns are those of the file in an editor. */
export interface SourceFile {
  /** Relative to the scanned folder, with forward slashes. */
  file: string;
  text: string;
  /** Line beginnings of the file, for a text that differs from the file. */
  lines?: Lines;
}
