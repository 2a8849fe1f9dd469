import { EXAMPLE_FOLDERS, type Feature, type Severity } from '../model/index.ts';
import type { Accepted, CheckOverride, Ignore, KnownIssue } from './schema.ts';

/** An entry, and its 1-based line in the file. */
export type WithLine<T> = T & { line: number };

/** Content of `.errata-lens.yaml`. */
export interface Config {
  features: readonly Feature[];
  severityFloor: Severity | null;
  ignore: readonly WithLine<Ignore>[];
  knownIssues: readonly WithLine<KnownIssue>[];
  accepted: readonly WithLine<Accepted>[];
  checks: Readonly<Record<string, WithLine<CheckOverride>>>;
  /**
   * JSON file of an earlier scan, whose findings never count. As written; absolute if the configuration was read from a
   * file.
   */
  baseline: string | null;
  /** Names of folders with examples and tests, in lower case: their findings are hints and never count. */
  exampleFolders: readonly string[];
  /** Minimum age of a recommended release in days; null if not set. */
  soakDays: number | null;
  /** `lts`: long-term versions rank above the number of urgent fixes; null if not set. */
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
