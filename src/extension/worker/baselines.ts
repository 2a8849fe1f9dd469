import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Baseline } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import { readScanFile } from '../../report/index.ts';

/** What a baseline file holds, and what is wrong with it. */
export interface ReadBaseline {
  baseline: Baseline | null;
  problems: readonly Problem[];
}

const NONE: ReadBaseline = { baseline: null, problems: [] };

/** Baseline files of the folders. They can be long, and an edit asks for them at every pause: read again once changed. */
export class Baselines {
  readonly #read = new Map<string, { changedAt: number; read: ReadBaseline }>();

  /** @param file absolute; what is not the JSON of a scan is a problem, and nothing counts as known */
  async of(file: string | null): Promise<ReadBaseline> {
    if (file === null) return NONE;
    const changedAt = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    const known = this.#read.get(file);
    if (known?.changedAt === changedAt) return known.read;
    const read = await readBaseline(file);
    this.#read.set(file, { changedAt, read });
    return read;
  }
}

/** @param file absolute; what is not the JSON of a scan is a problem, and nothing counts as known */
export async function readBaseline(file: string): Promise<ReadBaseline> {
  const source = path.basename(file);
  const scan = await readScanFile(file);
  return scan === null
    ? { baseline: null, problems: [{ source, text: text('cli.notAScan', { file: source }) }] }
    : { baseline: { file: source, findings: scan.findings }, problems: [] };
}
