import type { FileLocation } from './location.ts';

/** Facts about resources from files without resources: runbooks, the application's code and configuration. */
export interface WorkspaceClues {
  runbooks: readonly Runbook[];
  /** Handlers of health check paths. */
  routes: readonly HealthRoute[];
  /** Static files in folders that a web server publishes, by the paths they are served at. */
  pages: readonly { path: string; location: FileLocation }[];
  pools: readonly { size: number; location: FileLocation }[];
  /** Time-outs and retries of database clients. */
  clients: readonly ClientSetting[];
}

export const NO_CLUES: WorkspaceClues = { runbooks: [], routes: [], pages: [], pools: [], clients: [] };

/** Ways to stop the replacement of instances, by their names in the API. */
export const REMEDIES = ['suspend-processes', 'health-check-type', 'detach', 'standby'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** A place in a document or script that recommends or forbids a way to stop the replacement. */
export interface Runbook {
  remedy: Remedy;
  /** Auto Scaling groups that the file names literally; empty if a person has to fill in the name. */
  groups: readonly string[];
  isForbidden: boolean;
  /** Instruction to undo the remedy, in the same file, or as a command in any file; null if there is none. */
  undo: FileLocation | null;
  location: FileLocation;
}

export interface HealthRoute {
  /** `/healthz` */
  path: string;
  location: FileLocation;
  /** True if the handler calls a database; null if its code does not reveal it. */
  reachesDatabase: boolean | null;
}

export const CLIENT_SETTINGS = ['connect-timeout', 'read-timeout', 'retries', 'backoff'] as const;

/** A setting of a database client. */
export interface ClientSetting {
  kind: (typeof CLIENT_SETTINGS)[number];
  /** Name as written: `connectTimeout`. */
  name: string;
  /** Seconds for time-outs, a count for retries; null if only its presence is known. */
  value: number | null;
  location: FileLocation;
}
