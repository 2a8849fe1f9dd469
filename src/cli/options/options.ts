import type { Language } from '../../l10n/index.ts';
import type { ScanOptions } from '../../inventory/index.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Grouping } from '../../report/index.ts';
import type { Format } from './outputs.ts';
import { today, type FailOn, type Impact, type Severity } from '../../model/index.ts';

/** Options as commander parses them; those of a single command are absent elsewhere. */
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
  /** Exit code 2 if no asset could be judged. */
  requireFiles?: boolean;
  /** Milliseconds of CPU time per file. */
  readingBudget?: number;
  cve?: string;
  severity?: Severity;
  impact?: Impact;
  symptom?: string;
  all?: boolean;
  verbose?: boolean;
  /** Rows of a list; each command has its own default. */
  limit?: number;
  groupBy?: Grouping;
}

/** Today, YYYY-MM-DD in UTC, or the date of `--as-of`. */
export function todayOf(options: CommonOptions): string {
  return options.asOf ?? today();
}

/** Options for reading folders. */
export function scanOptionsOf({ ignore, cache, cacheDir, readingBudget }: CommonOptions): ScanOptions {
  return {
    ignoreFiles: ignore,
    isLast: true,
    ...(cache ? { keep: { folder: cacheDir ?? cacheFolder() } } : {}),
    ...(readingBudget === undefined ? {} : { budget: readingBudget }),
  };
}
