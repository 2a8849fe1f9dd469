import { statSync } from 'node:fs';
import { disk } from './disk.ts';

/** What tells that a file was written to, without reading it: its size in bytes, when it and its entry were changed (ms). */
export type Stamp = readonly [size: number, modified: number, changed: number];

/** Milliseconds: clocks of file systems tick that slowly. What changed later than this may change again unseen. */
const SLOWEST_CLOCK = 2000;

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
export function modifiedAt(absolute: string): number | null {
  try {
    return disk.factsOf(absolute).mtimeMs;
  } catch {
    return null;
  }
}
