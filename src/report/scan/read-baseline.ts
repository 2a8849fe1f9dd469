import path from 'node:path';
import type { Baseline } from '../../analysis/index.ts';
import { textOfRegularFile } from '../../files/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';

/** Bytes: a scan of 100,000 assets has half of it. */
const LARGEST_BASELINE = 256 * 1024 * 1024;

/** What a baseline file holds, and what is wrong with it. */
export interface ReadBaseline {
  baseline: Baseline | null;
  problems: readonly Problem[];
}

/**
 * The baseline that a configuration names; what is not the JSON of a scan is a problem, and nothing counts as known.
 * @param file absolute
 * @param idRoot where the ids begin that are compared with it
 */
export async function readBaseline(file: string, idRoot: string | null): Promise<ReadBaseline> {
  const source = path.basename(file);
  const written = textOfRegularFile(file, LARGEST_BASELINE);
  const { readScanJson } = await import('./read-scan-json.ts');
  const scan = typeof written === 'string' ? readScanJson(written, idRoot) : null;
  if (scan !== null) return { baseline: { file: source, findings: scan.findings }, problems: [] };
  const problem = { source, text: text('config.noBaseline', { file: source }) };
  return { baseline: null, problems: [problem] };
}
