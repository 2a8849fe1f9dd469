import type { Language } from '../../l10n/index.ts';
import type { ScanOptions } from '../../inventory/index.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Grouping } from '../../report/index.ts';
import type { Format } from './outputs.ts';
import { today, type FailOn, type Impact, type Severity } from '../../model/index.ts';

/** The options as commander hands them over; those of one command only are absent elsewhere. */
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
  /** Exit 2 where nothing is found that could be judged. */
  requireFiles?: boolean;
  /** Milliseconds. */
  readingBudget?: number;
  cve?: string;
  severity?: Severity;
  impact?: Impact;
  symptom?: string;
  all?: boolean;
  verbose?: boolean;
  /** Rows of a list; the default is the command's. */
  limit?: number;
  groupBy?: Grouping;
}

/** The day that counts as today, YYYY-MM-DD in UTC. */
export function todayOf(options: CommonOptions): string {
  return options.asOf ?? today();
}

/** How folders are read. */
export function scanOptionsOf({ ignore, cache, cacheDir, readingBudget }: CommonOptions): ScanOptions {
  return {
    ignoreFiles: ignore,
    isLast: true,
    ...(cache ? { keep: { folder: cacheDir ?? cacheFolder() } } : {}),
    ...(readingBudget === undefined ? {} : { budget: readingBudget }),
  };
}
