import type { Language } from '../../l10n/index.ts';
import type { ScanOptions } from '../../inventory/index.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Grouping } from '../../report/index.ts';
import type { Format } from './outputs.ts';
import { today, type FailOn, type Impact, type Severity } from '../../model/index.ts';

/** Options of all commands as commander parses them. Options that only some commands have are undefined in others. */
export interface CommonOptions {
  format: Format;
  lang: Language;
  failOn?: FailOn;
  asOf?: string;
  offline: boolean;
  cacheDir?: string;
  docsOrigin?: string;
  config?: string;
  includeExamples?: boolean;
  against?: string;
  baseline?: string;
  ignore: boolean;
  cache: boolean;
  /** True to exit with code 2 if there was nothing to judge. */
  requireFiles?: boolean;
  /** Milliseconds of CPU time for reading one file. */
  readingBudget?: number;
  cve?: string;
  /** Id of a bug, or a CVE. */
  bug?: string;
  severity?: Severity;
  impact?: Impact;
  symptom?: string;
  all?: boolean;
  verbose?: boolean;
  /** Maximum number of rows in a list; the default depends on the command. */
  limit?: number;
  groupBy?: Grouping;
}

/** Today in UTC, or the date of `--as-of`; YYYY-MM-DD. */
export function todayOf(options: CommonOptions): string {
  return options.asOf ?? today();
}

/** Options for scanning folders. */
export function scanOptionsOf({ ignore, cache, cacheDir, readingBudget }: CommonOptions): ScanOptions {
  return {
    ignoreFiles: ignore,
    isLast: true,
    ...(cache ? { keep: { folder: cacheDir ?? cacheFolder() } } : {}),
    ...(readingBudget === undefined ? {} : { budget: readingBudget }),
  };
}
