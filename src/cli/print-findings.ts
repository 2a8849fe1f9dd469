import { versionChanges } from '../analysis/index.ts';
import type { Config } from '../config/index.ts';
import type { Catalogue } from '../model/index.ts';
import {
  changeMarkdown,
  junit,
  sarif,
  scanCsv,
  scanJsonLines,
  scanMarkdown,
  type ScanResult,
} from '../report/index.ts';
import type { EarlierScans } from './earlier-scan.ts';
import type { CommonOptions } from './options.ts';
import type { ScanPaths } from './paths.ts';
import { VERSION } from './version.ts';

/**
 * Findings in the formats that `scan` and `account` share, or null for one that is a command's own. With `--against`,
 * Markdown is the comment of a pull request.
 */
export function formatFindings(
  result: ScanResult,
  { format, lang, failOn }: CommonOptions,
  catalogue: Catalogue,
  { against }: EarlierScans,
  config: Config,
  { inRepository }: ScanPaths,
): string | null {
  const { findings, inventory } = result;
  switch (format) {
    case 'sarif':
      return JSON.stringify(
        sarif(findings, { language: lang, version: VERSION, bugs: catalogue.bugs, inRepository }),
        null,
        2,
      );
    case 'junit':
      return junit(findings, failOn ?? 'low', lang);
    case 'csv':
      return scanCsv(findings, lang);
    case 'jsonl':
      return scanJsonLines(findings, lang);
    case 'markdown':
      if (against === null) return scanMarkdown(result, lang);
      return changeMarkdown(
        versionChanges(catalogue, against.assets, inventory.assets, config.features),
        catalogue,
        lang,
      );
    case 'text':
    case 'json':
      return null;
  }
}
