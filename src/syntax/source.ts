import type { Lines } from './document/lines.ts';

/** One infrastructure file, its byte order mark removed; offsets and columns are those of the file as an editor shows it. */
export interface SourceFile {
  /** Relative to the scanned folder, with forward slashes. */
  file: string;
  text: string;
  /** Of a document that is open in the editor: where its lines begin. All versions share it, so that what did not move need not be parsed anew. */
  lines?: Lines;
}
