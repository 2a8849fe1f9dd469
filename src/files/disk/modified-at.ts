import { disk } from './disk.ts';
import type { Disk } from './types.ts';

/** Time of a file's last modification, in milliseconds since 1970; null if unknown. */
export function modifiedAt(absolute: string, from: Disk = disk): number | null {
  try {
    return from.factsOf(absolute).mtimeMs;
  } catch {
    return null;
  }
}
