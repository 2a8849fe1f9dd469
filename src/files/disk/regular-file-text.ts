import { disk } from './disk.ts';
import type { Disk, ReadRefusal } from './types.ts';

/**
 * Text of a regular file.
 * @param most maximum size in bytes
 */
export function textOfRegularFile(absolute: string, most: number, from: Disk = disk): string | ReadRefusal {
  const bytes = from.read(absolute, most);
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8') : bytes;
}
