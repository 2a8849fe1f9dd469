import { statSync, type Stats } from 'node:fs';
import type { Stamp } from './types.ts';

/** Resolution of the coarsest file system clock, in milliseconds. Two changes within it look like one. */
const COARSEST_CLOCK_MS = 2000;
const ONE_SECOND_MS = 1000;
/** Number of fields in a stamp. */
export const STAMP_LENGTH = 5;

export function stampOfStats({ size, mtimeMs, ctimeMs, ino, dev }: Stats): Stamp {
  return [size, mtimeMs, ctimeMs, ino, dev];
}

/** Stamp of a file, following links; null if there is no file. */
export function stampOf(absolute: string): Stamp | null {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    return stats === undefined ? null : stampOfStats(stats);
  } catch {
    return null;
  }
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.every((number, nth) => number === b[nth]);
}

/**
 * True if any later change of the file will alter its stamp. False if the last change is too recent for the clock's
 * resolution, or if the clock has whole seconds: a copy that preserves times could then go unnoticed.
 * @param at time at which the stamp was taken
 */
export function isSettled([, , changed]: Stamp, at: number): boolean {
  return changed % ONE_SECOND_MS !== 0 && changed < at - COARSEST_CLOCK_MS;
}

/** Stamps of files in memory that threads share. */
export class SharedStamps {
  readonly memory: Float64Array;

  constructor(memory: Float64Array) {
    this.memory = memory;
  }

  static create(count: number): SharedStamps {
    const bytes = count * STAMP_LENGTH * Float64Array.BYTES_PER_ELEMENT;
    return new SharedStamps(new Float64Array(new SharedArrayBuffer(bytes)));
  }

  /** Stores the stamps of some files. */
  store(files: readonly string[], known: ReadonlyMap<string, Stamp>): void {
    files.forEach((file, nth) => {
      const stamp = known.get(file);
      if (stamp !== undefined) this.memory.set(stamp, nth * STAMP_LENGTH);
    });
  }

  /** Adds the stored stamps to a map. */
  addTo(known: Map<string, Stamp>, files: readonly string[]): void {
    files.forEach((file, nth) => {
      const first = nth * STAMP_LENGTH;
      const [size = 0, modified = 0, changed = 0, inode = 0, device = 0] = this.memory.subarray(
        first,
        first + STAMP_LENGTH,
      );
      if (changed !== 0) known.set(file, [size, modified, changed, inode, device]);
    });
  }
}
