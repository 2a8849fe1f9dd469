import type { Problem } from '../../model/index.ts';

/** Fetches the files of folders for the code that reads them. Paths are relative to the folder, with forward slashes. */
export interface FolderSource {
  /** Called before a folder is read. */
  fetch(folder: string): Promise<void>;
  /** Called after a file has changed. */
  fetchFile(folder: string, file: string): Promise<void>;
  /**
   * Fetches files that code names and no format claims.
   * @returns the files that are new
   */
  fetchNamed(folder: string, files: readonly string[]): Promise<readonly string[]>;
  /** Files that were not fetched. */
  problems(folder: string): readonly Problem[];
}

/** A disk already has every file. */
export const DISK: FolderSource = {
  fetch: () => Promise.resolve(),
  fetchFile: () => Promise.resolve(),
  fetchNamed: () => Promise.resolve([]),
  problems: () => [],
};
