import { findingsOf, foldFindings, suppressionProblems, withBaseline } from '../../analysis/index.ts';
import { scanJson, scanText, type ScanResult } from '../../report/index.ts';
import { say, text } from '../../l10n/index.ts';
import { countedFindings, readEarlierScans } from '../read/earlier-scan.ts';
import { exitCodeOf } from '../print/exit-code.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { atLeast, printFindings } from '../print/print-findings.ts';
import { textOptionsOf } from '../print/text-options.ts';
import { readFolders } from '../read/read-folders.ts';
import { createTerminal, type Terminal } from '../print/terminal.ts';
import { unsupportedFormat, type ExitCode } from '../options/usage.ts';

/** `scan [PATH…]`: assets and findings of folders and files. */
export async function scan(paths: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const terminal = createTerminal(options.lang);
  const { config, isWhole, catalogue, inventory, problems, ...read } = await readFolders(
    paths,
    options,
    terminal,
  );
  const { scannedPath } = read.paths;
  const today = todayOf(options);
  const analysis = { today, config, scannedPath };
  const earlier = await readEarlierScans(options, config, read.paths.idRoot);
  const found = atLeast(findingsOf(catalogue, inventory, analysis), options.severity);
  const each = withBaseline(found, earlier.baseline, say(text('report.baseline'), options.lang));
  const findings = foldFindings(each, inventory.assets);
  const result: ScanResult = {
    catalogue,
    inventory,
    findings,
    paths: read.paths,
    problems: [...problems, ...earlier.problems, ...suppressionProblems(inventory, analysis, isWhole)],
  };
  if (!(await printFindings(result, options, catalogue, earlier, config, read.paths, terminal)))
    await printScan(result, options, terminal);
  return exitCodeOf(countedFindings(each, earlier, catalogue, analysis), options, terminal);
}

async function printScan(result: ScanResult, options: CommonOptions, terminal: Terminal): Promise<void> {
  switch (options.format) {
    case 'text': {
      terminal.result(scanText(result, textOptionsOf(options, terminal)));
      return;
    }
    case 'json':
      await terminal.json(scanJson(result, options.lang));
      return;
    default:
      throw unsupportedFormat(options.format, 'scan');
  }
}
