import path from 'node:path';
import type { Baseline } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import { readScanFile } from './read-scan-file.ts';

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
  const scan = await readScanFile(file, idRoot);
  if (scan !== null) return { baseline: { file: source, findings: scan.findings }, problems: [] };
  const problem = { source, text: text('config.noBaseline', { file: source }) };
  return { baseline: null, problems: [problem] };
}
