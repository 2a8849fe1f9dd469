import type { Problem } from '../../model/index.ts';

/** Brings what folders hold to where it is read from. Files are named from their folder, with forward slashes. */
export interface FolderSource {
  /** Before a folder is read. */
  fetch(folder: string): Promise<void>;
  /** After a file has changed. */
  fetchFile(folder: string, file: string): Promise<void>;
  /**
   * Files that no format claims and that code names.
   * @returns those that came now
   */
  fetchNamed(folder: string, files: readonly string[]): Promise<readonly string[]>;
  /** What of a folder was not fetched. */
  problems(folder: string): readonly Problem[];
}

/** A disk has everything already. */
export const DISK: FolderSource = {
  fetch: () => Promise.resolve(),
  fetchFile: () => Promise.resolve(),
  fetchNamed: () => Promise.resolve([]),
  problems: () => [],
};
