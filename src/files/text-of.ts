import { disk } from './disk.ts';
import type { Disk, ReadRefusal } from './types.ts';

/** Text (UTF-8) of a file up to a size in bytes. */
export function textOfRegularFile(absolute: string, most: number, from: Disk = disk): string | ReadRefusal {
  const bytes = from.read(absolute, most);
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8') : bytes;
}
