import { disk } from './disk.ts';
import type { Refused } from './types.ts';

/** A file of at most some bytes as text in UTF-8. */
export function textOfRegularFile(absolute: string, most: number): string | Refused {
  const bytes = disk.read(absolute, most);
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8') : bytes;
}
