import type { Config } from '../config/index.ts';
import type { Inventory, WorkspaceClues } from '../model/index.ts';

export interface AnalysisOptions extends ExampleOptions {
  /** YYYY-MM-DD: the current day, which other dates are compared with. */
  today: string;
  /** Team configuration: features in use, own known issues, suppressions. */
  config?: Config;
  /** Clues about health checks in files without resources; null if they were not read. */
  clues?: WorkspaceClues | null;
  /** Account scan whose offers limit the advised releases; the judged inventory itself if not given. */
  scanned?: Pick<Inventory, 'assets'> | null;
  /** Milliseconds of CPU time for judging; grows with the number of assets if not given. */
  budget?: number;
}

/** Options that recognise folders of examples and tests. */
export interface ExampleOptions {
  /**
   * A file's path relative to the scanned root, if results name it differently. The root and the folders above it do not
   * decide what is an example.
   */
  scannedPath?: (file: string) => string;
}
