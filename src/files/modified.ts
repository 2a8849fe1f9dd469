import { disk } from './disk.ts';

/** When a file was last written, in milliseconds since 1970; null where it cannot be told. */
export function modifiedAt(absolute: string): number | null {
  try {
    return disk.factsOf(absolute).mtimeMs;
  } catch {
    return null;
  }
}
