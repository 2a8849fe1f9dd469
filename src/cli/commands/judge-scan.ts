import { findingsOf, foldFindings, suppressionProblems, withBaseline } from '../../analysis/index.ts';
import { EMPTY_INVENTORY, type Asset, type Text } from '../../model/index.ts';
import { commonBaseFolder, walk } from '../../files/index.ts';
import { scanJson, scanText, type ScanResult } from '../../report/index.ts';
import { say, text } from '../../l10n/index.ts';
import { countedFindings, readEarlierScans } from '../read/earlier-scan.ts';
import { exitCodeOf, failingCount } from '../print/exit-code.ts';
import { todayOf, type CommonOptions } from '../options/options.ts';
import { findingsAtLeast, findingsResult, warnOfFilter } from '../print/print-findings.ts';
import { printResult } from '../print/print-result.ts';
import { textOptionsOf } from '../print/text-options.ts';
import type { ReadFolders } from '../read/read-folders.ts';
import type { Terminal } from '../print/terminal.ts';
import { UsageError, type ExitCode } from '../options/usage.ts';

/**
 * Looks up versions in the catalogue while the scan is running. The catalogue memoizes the results for the final
 * judgement.
 */
export function lookUpVersions(
  { catalogue, config }: Pick<ReadFolders, 'catalogue' | 'config'>,
  assets: readonly Asset[],
  options: CommonOptions,
): void {
  const inventory = { ...EMPTY_INVENTORY, assets };
  foldFindings(findingsOf(catalogue, inventory, { today: todayOf(options), config }), assets);
}

/**
 * Judges a scan and prints its findings.
 * @param folders the scanned folders
 * @throws {UsageError} with `--require-files`, if there was nothing to judge
 */
export async function judgeScan(
  folders: readonly string[],
  { config, isWhole, catalogue, inventory, problems, ...read }: ReadFolders,
  options: CommonOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { scannedPath } = read.paths;
  const today = todayOf(options);
  const analysis = { today, config, scannedPath };
  const earlier = await readEarlierScans(options, config, read.paths.idRoot);
  const judged = findingsOf(catalogue, inventory, analysis);
  const found = findingsAtLeast(judged, options.severity);
  const each = withBaseline(found, earlier.baseline, say(text('report.baseline'), options.lang));
  const findings = foldFindings(each, inventory.assets);
  const suppressionsWithoutEffect = await suppressionProblems(inventory, analysis, isWhole);
  const result: ScanResult = {
    catalogue,
    inventory,
    findings,
    paths: read.paths,
    ...(options.severity && { filter: { severity: options.severity } }),
    problems: [...problems, ...earlier.problems, ...suppressionsWithoutEffect],
  };
  const isEmpty = inventory.assets.length === 0 && inventory.problems.length === 0;
  const emptyText = isEmpty ? text('scan.nothing', { files: countFiles(folders, options.ignore) }) : null;
  if (emptyText !== null && options.requireFiles === true) throw new UsageError(emptyText);
  if (emptyText !== null && options.format !== 'text') terminal.warn(emptyText);
  const failing = failingCount(countedFindings(each, earlier, catalogue, analysis), options);
  const shared = findingsResult(result, options, catalogue, earlier, config, read.paths);
  await printResult<'scan'>(
    options.format,
    {
      ...shared,
      text: () => scanLines(result, emptyText, options, terminal),
      json: () => scanJson(result, options.lang),
    },
    terminal,
  );
  warnOfFilter(result, options.format, terminal);
  return exitCodeOf(failing, { findings: judged, problems: result.problems }, options, terminal);
}

function* scanLines(
  result: ScanResult,
  nothing: Text | null,
  options: CommonOptions,
  terminal: Terminal,
): Generator<string> {
  if (nothing !== null) yield `${say(nothing, options.lang)}\n`;
  yield* scanText(result, textOptionsOf(options, terminal));
}

/**
 * Number of files in the scanned folders, of any format.
 * @param ignoreFiles false to count ignored files as well
 */
function countFiles(paths: readonly string[], ignoreFiles: boolean): number {
  const options = {
    base: commonBaseFolder(paths),
    isWanted: () => true,
    ignoreFiles,
    report: () => undefined,
  };
  return Iterator.from(walk(paths, options)).reduce((count) => count + 1, 0);
}
