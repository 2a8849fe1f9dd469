import type { Problem } from '../../model/index.ts';

/** Fetches files before they are read. Paths are relative to the folder, with forward slashes. */
export interface FolderSource {
  /** Called before a folder is read. */
  fetch(folder: string): Promise<void>;
  /** Called after a file has changed. */
  fetchFile(folder: string, file: string): Promise<void>;
  /**
   * Fetches files that code refers to but no format claims.
   * @returns the files that were not fetched before
   */
  fetchNamed(folder: string, files: readonly string[]): Promise<readonly string[]>;
  /** Problems of fetching, one for each missing file. */
  problems(folder: string): readonly Problem[];
}

/** On a disk, all files are present. */
export const DISK: FolderSource = {
  fetch: () => Promise.resolve(),
  fetchFile: () => Promise.resolve(),
  fetchNamed: () => Promise.resolve([]),
  problems: () => [],
};
