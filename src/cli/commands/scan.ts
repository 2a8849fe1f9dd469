import path from 'node:path';
import { findingsOf, suppressionProblems, withBaseline } from '../../analysis/index.ts';
import { createPaint, scanJson, scanText, type ScanResult } from '../../report/index.ts';
import { say, text } from '../../l10n/index.ts';
import { countedFindings, readEarlierScans } from '../earlier-scan.ts';
import { failsOn } from '../fail-on.ts';
import { todayOf, type CommonOptions } from '../options.ts';
import { formatFindings } from '../print-findings.ts';
import { readFolders } from '../read-folders.ts';
import { createTerminal, type Terminal } from '../terminal.ts';
import { unsupportedFormat, type ExitCode } from '../usage.ts';

/** `scan [PATH…]`: assets and findings of folders and files. */
export async function scan(paths: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const { config, isWhole, catalogue, inventory, problems } = await readFolders(paths, options);
  const today = todayOf(options);
  const earlier = await readEarlierScans(options, config);
  const found = findingsOf(catalogue, inventory, { today, config });
  const findings = withBaseline(found, earlier.baseline, say(text('report.baseline'), options.lang));
  const result: ScanResult = {
    catalogue,
    inventory,
    findings,
    problems: [
      ...problems,
      ...earlier.problems,
      ...suppressionProblems(inventory, { today, config }, isWhole),
    ],
  };
  const formatted = formatFindings(result, options, catalogue, earlier, config);
  if (formatted === null) print(result, paths, options, terminal, today);
  else terminal.result(formatted);
  return failsOn(countedFindings(findings, earlier, catalogue, { today, config }), options) ? 1 : 0;
}

function print(
  result: ScanResult,
  paths: readonly string[],
  options: CommonOptions,
  terminal: Terminal,
  today: string,
): void {
  switch (options.format) {
    case 'text': {
      const base = paths.length === 1 ? (paths[0] ?? '.') : '.';
      const showPath = (file: string): string => path.join(base, file);
      terminal.result(
        scanText(result, { language: options.lang, paint: createPaint(terminal.colour), showPath, today }),
      );
      return;
    }
    case 'json':
      terminal.result(JSON.stringify(scanJson(result, options.lang), null, 2));
      return;
    default:
      throw unsupportedFormat(options.format, 'scan');
  }
}
