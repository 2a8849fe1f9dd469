import type { Config } from '../config/index.ts';
import type { Inventory, WorkspaceClues } from '../model/index.ts';

export interface AnalysisOptions extends ExampleOptions {
  /** YYYY-MM-DD: which dates have passed. */
  today: string;
  /** What the team wrote down: features in use, own known issues, what to leave out. */
  config?: Config;
  /** What files without resources tell of health checks, where they were read. */
  clues?: WorkspaceClues | null;
  /** An account scan whose offers decide which releases can be advised; the judged inventory itself where it is not given. */
  scanned?: Pick<Inventory, 'assets'> | null;
  /** Milliseconds of CPU time for judging; when not given, it grows with the number of assets. */
  budget?: number;
}

/** How to tell what stands in a folder of examples or tests. */
export interface ExampleOptions {
  /**
   * A file's path below what was scanned, where results name it otherwise: a folder that somebody named, or a folder
   * above it, says nothing about what is in it.
   */
  scannedPath?: (file: string) => string;
}
