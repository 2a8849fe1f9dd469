import type { FileLocation } from './location.ts';

/** What files that declare no resources tell about them: runbooks, the application's code and configuration. */
export interface WorkspaceClues {
  /** Where a document or script says how to suspend the replacement of instances. */
  brakes: readonly FileLocation[];
  /** Handlers of health check paths. */
  routes: readonly HealthRoute[];
  /** Sizes of connection pools. */
  pools: readonly { size: number; location: FileLocation }[];
}

export interface HealthRoute {
  /** `/healthz` */
  path: string;
  location: FileLocation;
  /** Whether the handler calls a database; null when its code does not tell. */
  reachesDatabase: boolean | null;
}
