import type { Problem } from '../../model/index.ts';
import type { OpenedFile } from './opened-folder.ts';

/** Files of a folder that formats may claim. */
export interface OpenedFiles {
  files: readonly OpenedFile[];
  /** Problems of reading, one for each skipped file. */
  problems: readonly Problem[];
}

/** Calls from the analysis to the editor, because a thread in a browser cannot read files, not even the extension's own. */
export interface EditorHost {
  filesOf(folder: string): Promise<OpenedFiles>;
  /** Those of the given files that exist. */
  filesNamed(folder: string, files: readonly string[]): Promise<readonly OpenedFile[]>;
  /** A file in the extension's own folder. */
  ownFile(name: string): Promise<Uint8Array>;
}

/** First message to the analysis thread. */
export interface BrowserStart {
  data: unknown;
}

/** Message about the task that the thread starts; null at its end. */
export interface BrowserTask {
  task: string | null;
}
