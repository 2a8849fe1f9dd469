import { findingsOf, worseThan, type AnalysisOptions } from '../../analysis/index.ts';
import type { Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import { EMPTY_INVENTORY, type Catalogue, type Finding } from '../../model/index.ts';
import { readBaseline, readScanFile, type EarlierScan, type ReadBaseline } from '../../report/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { UsageError } from '../options/usage.ts';

/** Earlier scans for comparison; the baseline is the named one, else that of the configuration. */
export interface EarlierScans extends ReadBaseline {
  against: EarlierScan | null;
}

/**
 * Reads earlier scans. An unusable file of the configuration is a problem; one named in an option is an error of usage.
 * @param idRoot root of this scan's ids in the repository
 * @throws {UsageError} if a named file is not the JSON of a scan
 */
export async function readEarlierScans(
  { against, baseline }: CommonOptions,
  config: Pick<Config, 'baseline'>,
  idRoot: string | null,
): Promise<EarlierScans> {
  return {
    against: against === undefined ? null : await readScan(against, idRoot),
    ...(baseline === undefined ? await ofConfig(config, idRoot) : await named(baseline, idRoot)),
  };
}

async function ofConfig(
  { baseline }: Pick<Config, 'baseline'>,
  idRoot: string | null,
): Promise<ReadBaseline> {
  return baseline === null ? { baseline: null, problems: [] } : readBaseline(baseline, idRoot);
}

async function named(file: string, idRoot: string | null): Promise<ReadBaseline> {
  return { baseline: { file, findings: (await readScan(file, idRoot)).findings }, problems: [] };
}

async function readScan(file: string, idRoot: string | null): Promise<EarlierScan> {
  const scan = await readScanFile(file, idRoot);
  if (scan === null) throw new UsageError(text('cli.notAScan', { file }));
  return scan;
}

/**
 * Findings that count for `--fail-on`. With `--against`, only those that are worse than in that scan, judged by today's
 * catalogue. The JSON of a scan lacks links between resources and clues in files, so findings that follow from them are
 * not compared.
 */
export function countedFindings(
  findings: readonly Finding[],
  { against }: EarlierScans,
  catalogue: Catalogue,
  options: AnalysisOptions,
): readonly Finding[] {
  if (against === null) return findings;
  const { assets } = against;
  const before = findingsOf(catalogue, { ...EMPTY_INVENTORY, assets }, options);
  return worseThan(findings, [...before, ...against.findings]);
}
