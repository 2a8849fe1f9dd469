import { statSync, type Stats } from 'node:fs';
import type { Stamp } from './types.ts';

/** Milliseconds: clocks of file systems tick that slowly. What changed later than this may change again unseen. */
const SLOWEST_CLOCK = 2000;
/** Milliseconds. */
const ONE_SECOND = 1000;
/** Numbers of a stamp. */
export const STAMP_LENGTH = 5;

export function stampFrom({ size, mtimeMs, ctimeMs, ino, dev }: Stats): Stamp {
  return [size, mtimeMs, ctimeMs, ino, dev];
}

/** Null where there is no such file. Follows links, as reading does. */
export function stampOf(absolute: string): Stamp | null {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    return stats === undefined ? null : stampFrom(stats);
  } catch {
    return null;
  }
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a.every((number, nth) => number === b[nth]);
}

/**
 * Whether a later change would show: not where the last one was in the same tick of the clock, nor where the clock shows
 * whole seconds. Such a file system may keep one time for both, which whoever copies a file sets back.
 * @param at when it was looked at
 */
export function isSettled([, , changed]: Stamp, at: number): boolean {
  return changed % ONE_SECOND !== 0 && changed < at - SLOWEST_CLOCK;
}

/** The stamps of so many files, in memory that several threads have. */
export class SharedStamps {
  readonly memory: Float64Array;

  constructor(memory: Float64Array) {
    this.memory = memory;
  }

  static create(count: number): SharedStamps {
    const bytes = count * STAMP_LENGTH * Float64Array.BYTES_PER_ELEMENT;
    return new SharedStamps(new Float64Array(new SharedArrayBuffer(bytes)));
  }

  /** Notes those that are known. */
  note(files: readonly string[], known: ReadonlyMap<string, Stamp>): void {
    files.forEach((file, nth) => {
      const stamp = known.get(file);
      if (stamp !== undefined) this.memory.set(stamp, nth * STAMP_LENGTH);
    });
  }

  /** Adds those that were noted. */
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
