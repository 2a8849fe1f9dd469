import { disk } from './disk.ts';
import type { Disk, Refused } from './types.ts';

/** A file of at most some bytes as text in UTF-8. */
export function textOfRegularFile(absolute: string, most: number, from: Disk = disk): string | Refused {
  const bytes = from.read(absolute, most);
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8') : bytes;
}
