import { findingsOf, worseThan, type AnalysisOptions } from '../../analysis/index.ts';
import type { Config } from '../../config/index.ts';
import { text } from '../../l10n/index.ts';
import { EMPTY_INVENTORY, type Catalogue, type Finding } from '../../model/index.ts';
import { readBaseline, readScanFile, type EarlierScan, type ReadBaseline } from '../../report/index.ts';
import type { CommonOptions } from '../options/options.ts';
import { UsageError } from '../options/usage.ts';

/** The files that a scan is compared with; the baseline is the one that was named, else that of the configuration. */
export interface EarlierScans extends ReadBaseline {
  against: EarlierScan | null;
}

/**
 * A file that the configuration names and that cannot be used is a problem; one that was named here is wrong usage.
 * @param idRoot where the ids of this scan begin in the repository
 * @throws {UsageError} when a file that was named is not the JSON of a scan
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
 * Findings that count for `--fail-on`: with `--against`, what is worse than that scan found, and than today's catalogue
 * finds there. Its JSON does not hold all that some findings follow from: links between resources, clues in files.
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
