import type { Problem } from '../../model/index.ts';
import type { OpenedFile } from './opened-folder.ts';

/** Relevant files of a folder. */
export interface OpenedFiles {
  files: readonly OpenedFile[];
  /** Files that were not read. */
  problems: readonly Problem[];
}

/** Calls from the analysis to the editor: a thread of a browser cannot read files, not even the extension's own. */
export interface EditorHost {
  filesOf(folder: string): Promise<OpenedFiles>;
  /** The given files, as far as they exist. */
  filesNamed(folder: string, files: readonly string[]): Promise<readonly OpenedFile[]>;
  /** A file of the extension, by its name in the folder for browsers. */
  ownFile(name: string): Promise<Uint8Array>;
}

/** The first message to the analysis thread. */
export interface BrowserStart {
  data: unknown;
}

/** Messages of the thread beside its answers: the task that it begins, or null at its end. */
export interface BrowserTask {
  task: string | null;
}
