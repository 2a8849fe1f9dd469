import { textOfRegularFile } from '../../../files/index.ts';
import type { EarlierScan } from './read-scan-json.ts';

/** Maximum size of a scan in bytes; a scan of 100,000 assets has half that size. */
const MAX_SCAN_BYTES = 256 * 1024 * 1024;

/** Reads an earlier scan from a regular file; null if that fails. Loads the parser only when a file is named. */
export async function readScanFile(file: string, idRoot: string | null): Promise<EarlierScan | null> {
  const written = textOfRegularFile(file, MAX_SCAN_BYTES);
  if (typeof written !== 'string') return null;
  const { readScanJson } = await import('./read-scan-json.ts');
  return readScanJson(written, idRoot);
}
