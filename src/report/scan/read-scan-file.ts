import { textOfRegularFile } from '../../files/index.ts';
import type { EarlierScan } from './read-scan-json.ts';

/** Bytes: a scan of 100,000 assets has half of it. */
const LARGEST_SCAN = 256 * 1024 * 1024;

/** `readScanJson` of a regular file; null where none can be read. Its reader is loaded only when a file is named. */
export async function readScanFile(file: string, idRoot: string | null): Promise<EarlierScan | null> {
  const written = textOfRegularFile(file, LARGEST_SCAN);
  if (typeof written !== 'string') return null;
  const { readScanJson } = await import('./read-scan-json.ts');
  return readScanJson(written, idRoot);
}
