import type { Problem } from '../../model/index.ts';
import type { OpenedFile } from './opened-folder.ts';

/** What a folder holds that may matter. */
export interface OpenedFiles {
  files: readonly OpenedFile[];
  /** What was not read. */
  problems: readonly Problem[];
}

/** What the analysis asks of the editor: a thread of a browser has neither files nor the extension's own. */
export interface EditorHost {
  filesOf(folder: string): Promise<OpenedFiles>;
  /** The files among these that are there. */
  filesNamed(folder: string, files: readonly string[]): Promise<readonly OpenedFile[]>;
  /** A file of the extension, by its name in its folder for browsers. */
  ownFile(name: string): Promise<Uint8Array>;
}

/** The first message to the analysis thread. */
export interface BrowserStart {
  data: unknown;
}

/** What the thread says of itself, beside its answers: the task that it begins, or null at its end. */
export interface BrowserTask {
  task: string | null;
}
