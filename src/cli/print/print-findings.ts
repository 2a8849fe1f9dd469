import { versionChanges } from '../../analysis/index.ts';
import type { Config } from '../../config/index.ts';
import { compareSeverity, type Catalogue, type Finding, type Severity } from '../../model/index.ts';
import {
  changeMarkdown,
  junit,
  sarif,
  SARIF_LEVELS,
  scanCsv,
  scanJsonLines,
  scanMarkdown,
  type ScanResult,
} from '../../report/index.ts';
import type { EarlierScans } from '../read/earlier-scan.ts';
import type { CommonOptions } from '../options/options.ts';
import type { ScanPaths } from '../read/paths.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from '../version.ts';

/**
 * Prints findings in the formats that `scan` and `account` share; false for one that is a command's own. With `--against`,
 * Markdown is the comment of a pull request.
 */
export async function printFindings(
  result: ScanResult,
  { format, lang, failOn }: CommonOptions,
  catalogue: Catalogue,
  { against }: EarlierScans,
  config: Config,
  { inRepository }: ScanPaths,
  terminal: Terminal,
): Promise<boolean> {
  const { findings, inventory } = result;
  switch (format) {
    case 'sarif':
      await terminal.json(
        sarif(findings, { language: lang, version: VERSION, bugs: catalogue.bugs, inRepository }),
        SARIF_LEVELS,
      );
      return true;
    case 'junit':
      terminal.result(junit(findings, failOn ?? 'low', lang), 'xml');
      return true;
    case 'csv':
      terminal.result(scanCsv(findings, lang));
      return true;
    case 'jsonl':
      terminal.result(scanJsonLines(findings, lang), 'json');
      return true;
    case 'markdown':
      terminal.result(
        against === null
          ? scanMarkdown(result, lang)
          : changeMarkdown(
              versionChanges(catalogue, against.assets, inventory.assets, config.features),
              catalogue,
              lang,
            ),
      );
      return true;
    case 'text':
    case 'json':
    case 'html':
      return false;
  }
}

/** Findings of a severity and worse. */
export function atLeast(findings: readonly Finding[], severity: Severity | undefined): readonly Finding[] {
  if (severity === undefined) return findings;
  return findings.filter((finding) => compareSeverity(finding.severity, severity) <= 0);
}
