import { readFile } from 'node:fs/promises';
import type { EarlierScan } from './read-scan-json.ts';

/** As `readScanJson`, of a file; null too where there is none that can be read. What reads it is loaded where one is named. */
export async function readScanFile(file: string, idRoot: string | null): Promise<EarlierScan | null> {
  const { readScanJson } = await import('./read-scan-json.ts');
  return readScanJson(await readFile(file, 'utf8').catch(() => ''), idRoot);
}
