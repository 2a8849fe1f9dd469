import path from 'node:path';
import type { Baseline } from '../../../analysis/index.ts';
import { text } from '../../../l10n/index.ts';
import type { Problem } from '../../../model/index.ts';
import { readScanFile } from './read-scan-file.ts';

/** Content of a baseline file, and its problems. */
export interface ReadBaseline {
  baseline: Baseline | null;
  problems: readonly Problem[];
}

/**
 * Reads the baseline of a configuration. An invalid file is a problem, and no finding counts as known.
 * @param file absolute
 * @param idRoot root of the ids that are compared with it
 */
export async function readBaseline(file: string, idRoot: string | null): Promise<ReadBaseline> {
  const source = path.basename(file);
  const scan = await readScanFile(file, idRoot);
  if (scan !== null) return { baseline: { file: source, findings: scan.findings }, problems: [] };
  const problem = { source, text: text('config.noBaseline', { file: source }) };
  return { baseline: null, problems: [problem] };
}
