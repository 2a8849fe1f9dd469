import { findingsOf, worseThan, type AnalysisOptions } from '../../analysis/index.ts';
import type { Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import { EMPTY_INVENTORY, type Catalogue, type Finding } from '../../model/index.ts';
import { readBaseline, readScanFile, type EarlierScan, type ReadBaseline } from '../../report/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { UsageError } from '../options/usage.ts';

/** Earlier scans to compare with: the baseline (from an option or the configuration), and the scan of `--against`. */
export interface EarlierScans extends ReadBaseline {
  against: EarlierScan | null;
}

/**
 * Reads earlier scans. An invalid file is a problem if the configuration names it, and an error if an option does.
 * @param idRoot folder that this scan's ids are relative to
 * @throws {UsageError} if the file of an option is not the JSON of a scan
 */
export async function readEarlierScans(
  { against, baseline }: CommonOptions,
  config: Pick<Config, 'baseline'>,
  idRoot: string | null,
): Promise<EarlierScans> {
  return {
    against: against === undefined ? null : await readScan(against, idRoot),
    ...(baseline === undefined
      ? await baselineOfConfig(config, idRoot)
      : await baselineOfOption(baseline, idRoot)),
  };
}

async function baselineOfConfig(
  { baseline }: Pick<Config, 'baseline'>,
  idRoot: string | null,
): Promise<ReadBaseline> {
  return baseline === null ? { baseline: null, problems: [] } : readBaseline(baseline, idRoot);
}

async function baselineOfOption(file: string, idRoot: string | null): Promise<ReadBaseline> {
  return { baseline: { file, findings: (await readScan(file, idRoot)).findings }, problems: [] };
}

async function readScan(file: string, idRoot: string | null): Promise<EarlierScan> {
  const scan = await readScanFile(file, idRoot);
  if (scan === null) throw new UsageError(text('cli.notAScan', { file }));
  return scan;
}

/**
 * Findings that count for `--fail-on`: all, or with `--against` only those that are worse than before. The earlier scan
 * is judged again by today's catalogue. Findings that follow from links or clues are not compared, because the JSON of
 * a scan lacks both.
 */
export function countedFindings(
  findings: readonly Finding[],
  { against }: EarlierScans,
  catalogue: Catalogue,
  options: AnalysisOptions,
): readonly Finding[] {
  if (against === null) return findings;
  const { assets } = against;
  const earlierFindings = findingsOf(catalogue, { ...EMPTY_INVENTORY, assets }, options);
  return worseThan(findings, [...earlierFindings, ...against.findings]);
}
