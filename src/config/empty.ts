import { EXAMPLE_FOLDERS, type Feature, type Severity } from '../model/index.ts';
import type { Accepted, CheckOverride, Ignore, KnownIssue } from './schema.ts';

/** An entry and the 1-based line on which it is written. */
export type Written<T> = T & { line: number };

/** What `.errata-lens.yaml` says. */
export interface Config {
  features: readonly Feature[];
  severityFloor: Severity | null;
  ignore: readonly Written<Ignore>[];
  knownIssues: readonly Written<KnownIssue>[];
  accepted: readonly Written<Accepted>[];
  checks: Readonly<Record<string, Written<CheckOverride>>>;
  /** The JSON of an earlier scan, whose findings never count: as written, absolute once it comes from a file. */
  baseline: string | null;
  /** Names of folders of examples and tests, in lower case: what stands in them is a hint and never counts. */
  exampleFolders: readonly string[];
  /** Days that a release must have been out before it is recommended; null where nothing is said. */
  soakDays: number | null;
  /** `lts`: long-term versions come before the number of urgent fixes; null where nothing is said. */
  prefer: 'lts' | null;
}

export const EMPTY_CONFIG: Config = {
  features: [],
  severityFloor: null,
  ignore: [],
  knownIssues: [],
  accepted: [],
  checks: {},
  baseline: null,
  exampleFolders: EXAMPLE_FOLDERS,
  soakDays: null,
  prefer: null,
};
