import { readFile } from 'node:fs/promises';
import type { EarlierScan } from './read-scan-json.ts';

/** `readScanJson` of a file; null where none can be read. Its reader is loaded only when a file is named. */
export async function readScanFile(file: string, idRoot: string | null): Promise<EarlierScan | null> {
  const { readScanJson } = await import('./read-scan-json.ts');
  return readScanJson(await readFile(file, 'utf8').catch(() => ''), idRoot);
}
