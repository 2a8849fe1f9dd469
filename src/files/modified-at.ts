import { disk } from './disk.ts';
import type { Disk } from './types.ts';

/** When a file was last written, in milliseconds since 1970; null where it cannot be told. */
export function modifiedAt(absolute: string, from: Disk = disk): number | null {
  try {
    return from.factsOf(absolute).mtimeMs;
  } catch {
    return null;
  }
}
