import path from 'node:path';
import { findingsOf, worseThan, type AnalysisOptions, type Baseline } from '../analysis/index.ts';
import type { Config } from '../config/index.ts';
import { text } from '../l10n/index.ts';
import { EMPTY_INVENTORY, type Catalogue, type Finding } from '../model/index.ts';
import { readScanFile, type EarlierScan } from '../report/index.ts';
import type { CommonOptions } from './options.ts';
import { UsageError } from './usage.ts';

/** The files that a scan is compared with. */
export interface EarlierScans {
  against: EarlierScan | null;
  /** The one that was named, else that of the configuration. */
  baseline: Baseline | null;
}

/** @throws {UsageError} when a file that was named is not the JSON of a scan */
export async function readEarlierScans(
  { against, baseline }: CommonOptions,
  config: Pick<Config, 'baseline'>,
): Promise<EarlierScans> {
  const file = baseline ?? config.baseline;
  return {
    against: against === undefined ? null : await readScan(against),
    baseline:
      file === null
        ? null
        : { file: baseline ?? path.basename(file), findings: (await readScan(file)).findings },
  };
}

async function readScan(file: string): Promise<EarlierScan> {
  const scan = await readScanFile(file);
  if (scan === null) throw new UsageError(text('cli.notAScan', { file }));
  return scan;
}

/**
 * Findings that count for `--fail-on`: with `--against`, what is worse than that scan found, and than today's catalogue finds
 * there. Its JSON does not hold all that some findings follow from: links between resources, clues in files.
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
