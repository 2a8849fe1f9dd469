import { versionChanges } from '../../analysis/index.ts';
import type { Config } from '../../config/index.ts';
import { compareSeverity, type Catalogue, type Finding, type Severity } from '../../model/index.ts';
import {
  changeMarkdown,
  junit,
  sarif,
  scanCsv,
  scanHtml,
  scanJsonLines,
  scanMarkdown,
  severityFilterText,
  type ScanResult,
} from '../../report/index.ts';
import type { EarlierScans } from '../read/earlier-scan.ts';
import type { CommonOptions } from '../options/options.ts';
import type { ScanPaths } from '../read/paths.ts';
import type { Result } from './print-result.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from '../version.ts';

/** Formats that state a filter once, also without findings. */
const STATES_FILTER: readonly CommonOptions['format'][] = ['text', 'markdown', 'html', 'json'];

/** Formats of `scan` and `account`. With `--against`, the document is a comment on a pull request. */
export function findingsResult(
  result: ScanResult,
  { lang, failOn }: CommonOptions,
  catalogue: Catalogue,
  { against }: EarlierScans,
  config: Config,
  { inRepository }: ScanPaths,
): Omit<Result<'scan'>, 'text' | 'json'> {
  const { findings, inventory, problems, filter } = result;
  return {
    problems,
    jsonl: () => scanJsonLines(findings, lang, filter),
    csv: () => scanCsv(findings, lang, filter),
    markdown: () =>
      against === null
        ? scanMarkdown(result, lang)
        : changeMarkdown(
            versionChanges(catalogue, against.assets, inventory.assets, config.features),
            catalogue,
            lang,
          ),
    ...(against === null && { html: () => scanHtml(result, lang) }),
    sarif: () => sarif(findings, { language: lang, version: VERSION, bugs: catalogue.bugs, inRepository }),
    junit: () => junit(findings, failOn ?? 'low', lang),
  };
}

/** Findings at or above a severity. */
export function findingsAtLeast(
  findings: readonly Finding[],
  severity: Severity | undefined,
): readonly Finding[] {
  if (severity === undefined) return findings;
  return findings.filter((finding) => compareSeverity(finding.severity, severity) <= 0);
}

/** Names the filter of a result without findings, in formats that state it beside each finding only. */
export function warnOfFilter(
  { findings, filter }: ScanResult,
  format: CommonOptions['format'],
  terminal: Terminal,
): void {
  const isStated = findings.length > 0 || STATES_FILTER.includes(format);
  const sentence = isStated ? null : severityFilterText(filter);
  if (sentence !== null) terminal.warn(sentence);
}
