import { readFile } from 'node:fs/promises';
import { findingsOf, worseThan, type AnalysisOptions } from '../analysis/index.ts';
import { text } from '../l10n/index.ts';
import type { Catalogue, Finding } from '../model/index.ts';
import { readScanJson, type EarlierScan } from '../report/index.ts';
import type { CommonOptions } from './options.ts';
import { UsageError } from './usage.ts';

/** The files that a scan is compared with. */
export interface EarlierScans {
  against: EarlierScan | null;
  baseline: EarlierScan | null;
}

/** @throws {UsageError} when a file that was named is not the JSON of a scan */
export async function readEarlierScans({ against, baseline }: CommonOptions): Promise<EarlierScans> {
  return {
    against: against === undefined ? null : await readScan(against),
    baseline: baseline === undefined ? null : await readScan(baseline),
  };
}

async function readScan(file: string): Promise<EarlierScan> {
  const written = await readFile(file, 'utf8').catch(() => '');
  const scan = readScanJson(written);
  if (scan === null) throw new UsageError(text('cli.notAScan', { file }));
  return scan;
}

/** Findings of the baseline as suppressed: they are shown as such and never count. What got worse since then counts. */
export function withBaseline(
  findings: readonly Finding[],
  { baseline: scan }: EarlierScans,
  { baseline: file }: Pick<CommonOptions, 'baseline'>,
  reason: string,
): Finding[] {
  if (scan === null || file === undefined) return [...findings];
  const worse = new Set(worseThan(findings, scan.findings));
  const suppressed = { by: file, reason, until: null };
  return findings.map((finding) =>
    finding.suppressed !== null || worse.has(finding) ? finding : { ...finding, suppressed },
  );
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
  const before = findingsOf(catalogue, { assets, suppressions: [], problems: [] }, options);
  return worseThan(findings, [...before, ...against.findings]);
}
