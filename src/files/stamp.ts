import { statSync } from 'node:fs';
import { disk } from './disk.ts';
import type { Disk, Stamp } from './types.ts';

/** Milliseconds: clocks of file systems tick that slowly. What changed later than this may change again unseen. */
const SLOWEST_CLOCK = 2000;
const NUMBERS_OF_ONE = 3;

/** Null where there is no such file. Follows links, as reading does. */
export function stampOf(absolute: string): Stamp | null {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    return stats === undefined ? null : [stats.size, stats.mtimeMs, stats.ctimeMs];
  } catch {
    return null;
  }
}

/** Whether a file has a stamp now. */
export function isAsThen(absolute: string, size?: number, modified?: number, changed?: number): boolean {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false });
    return stats?.size === size && stats?.mtimeMs === modified && stats?.ctimeMs === changed;
  } catch {
    return false;
  }
}

export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2];
}

/**
 * Whether a later change would show: not where the last one was in the same tick of the clock. @param at when it was
 * looked at
 */
export function isSettled([, , changed]: Stamp, at: number): boolean {
  return changed < at - SLOWEST_CLOCK;
}

/** When a file was last written, in milliseconds since 1970; null where it cannot be told. */
export function modifiedAt(absolute: string, from: Disk = disk): number | null {
  try {
    return from.factsOf(absolute).mtimeMs;
  } catch {
    return null;
  }
}

/** The stamps of so many files, in memory that several threads have. */
export class SharedStamps {
  readonly memory: Float64Array;

  constructor(memory: Float64Array) {
    this.memory = memory;
  }

  static create(count: number): SharedStamps {
    const bytes = count * NUMBERS_OF_ONE * Float64Array.BYTES_PER_ELEMENT;
    return new SharedStamps(new Float64Array(new SharedArrayBuffer(bytes)));
  }

  /** Notes those that are known. */
  note(files: readonly string[], known: ReadonlyMap<string, Stamp>): void {
    files.forEach((file, nth) => {
      const stamp = known.get(file);
      if (stamp !== undefined) this.memory.set(stamp, nth * NUMBERS_OF_ONE);
    });
  }

  /** Adds those that were noted. */
  addTo(known: Map<string, Stamp>, files: readonly string[]): void {
    files.forEach((file, nth) => {
      const first = nth * NUMBERS_OF_ONE;
      const [size = 0, modified = 0, changed = 0] = this.memory.subarray(first, first + NUMBERS_OF_ONE);
      if (changed !== 0) known.set(file, [size, modified, changed]);
    });
  }
}
