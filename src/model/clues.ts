import type { FileLocation } from './location.ts';

/** Facts that files without resources hold about them: runbooks, the application's code and configuration. */
export interface WorkspaceClues {
  runbooks: readonly Runbook[];
  /** Handlers of health check paths. */
  routes: readonly HealthRoute[];
  /** Static files below a folder that a web server publishes, as the paths they are served at. */
  pages: readonly { path: string; location: FileLocation }[];
  pools: readonly { size: number; location: FileLocation }[];
  /** Time-outs and retries of database clients. */
  clients: readonly ClientSetting[];
}

export const NO_CLUES: WorkspaceClues = { runbooks: [], routes: [], pages: [], pools: [], clients: [] };

/** Ways to stop the replacement of instances: as the API calls them. */
export const REMEDIES = ['suspend-processes', 'health-check-type', 'detach', 'standby'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** A place in a document or script that recommends or forbids a way to stop the replacement. */
export interface Runbook {
  remedy: Remedy;
  /** The Auto Scaling groups that the file names literally; empty where it leaves the name to the reader. */
  groups: readonly string[];
  isForbidden: boolean;
  /** The way back, in the same file, or as a command anywhere; null where none is given. */
  undo: FileLocation | null;
  location: FileLocation;
}

export interface HealthRoute {
  /** `/healthz` */
  path: string;
  location: FileLocation;
  /** Whether the handler calls a database; null when its code does not tell. */
  reachesDatabase: boolean | null;
}

export const CLIENT_SETTINGS = ['connect-timeout', 'read-timeout', 'retries', 'backoff'] as const;

/** A setting of a database client. */
export interface ClientSetting {
  kind: (typeof CLIENT_SETTINGS)[number];
  /** As it is written: `connectTimeout`. */
  name: string;
  /** Seconds of time-outs, a count of retries; null where only its presence is known. */
  value: number | null;
  location: FileLocation;
}
