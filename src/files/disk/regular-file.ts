import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { stampOfStats } from './stamp.ts';
import type { ReadRefusal, StampTaker } from './types.ts';

/** Error code for a pipe, device or socket; reading one may never end. */
const NOT_REGULAR_FILE = 'no regular file';

/** Implements `Disk.read` with this machine's file system. */
export function readRegularFile(
  absolute: string,
  most: number,
  bufferOf: (size: number) => Buffer = (size) => Buffer.allocUnsafe(size),
  takeStamp?: StampTaker,
): Buffer | ReadRefusal {
  let descriptor: number | null = null;
  try {
    // Without the flag, opening a pipe blocks until it has a writer. Windows has neither.
    const flags = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);
    descriptor = openSync(absolute, flags);
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { kind: 'unreadable', code: 'EISDIR' };
    takeStamp?.(stampOfStats(stats));
    if (!stats.isFile()) return { kind: 'unreadable', code: NOT_REGULAR_FILE };
    if (stats.size > most) return { kind: 'tooLarge' };
    const buffer = bufferOf(stats.size);
    return buffer.subarray(0, readFully(descriptor, buffer, stats.size));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { kind: 'unreadable', code };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function readFully(descriptor: number, buffer: Buffer, size: number): number {
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, buffer, length, size - length, length);
    if (count === 0) break;
    length += count;
  }
  return length;
}
