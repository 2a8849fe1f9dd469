import { EXAMPLE_FOLDERS, type Feature, type Severity } from '../model/index.ts';
import type { Accepted, CheckOverride, Ignore, KnownIssue } from './schema.ts';

/** An entry, and its 1-based line in the file. */
export type WithLineNumber<T> = T & { line: number };

/** Content of `.errata-lens.yaml`. */
export interface Config {
  features: readonly Feature[];
  severityFloor: Severity | null;
  ignore: readonly WithLineNumber<Ignore>[];
  knownIssues: readonly WithLineNumber<KnownIssue>[];
  accepted: readonly WithLineNumber<Accepted>[];
  checks: Readonly<Record<string, WithLineNumber<CheckOverride>>>;
  /**
   * Path of the JSON of an earlier scan, whose findings are not counted. Absolute if the configuration came from a
   * file, otherwise as written.
   */
  baseline: string | null;
  /** Lower-case names of folders with examples and tests. Findings there are hints and are not counted. */
  exampleFolders: readonly string[];
  /** Minimum age of a recommended release in days; null if not set. */
  soakDays: number | null;
  /** `lts` ranks long-term versions before those that fix more urgent bugs; null if not set. */
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
