import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { stampFrom } from './stamp.ts';
import type { ReadRefusal, StampTaker } from './types.ts';

/** Error for a pipe, a device or a socket, whose reading may never end. */
const NO_FILE = 'no regular file';

/** Implements `Disk.read` for this machine. */
export function readRegularFile(
  absolute: string,
  most: number,
  bufferOf: (size: number) => Buffer = (size) => Buffer.allocUnsafe(size),
  takeStamp?: StampTaker,
): Buffer | ReadRefusal {
  let descriptor: number | null = null;
  try {
    // Without this flag, opening a pipe waits for a writer. Windows has neither the flag nor such pipes.
    const flags = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);
    descriptor = openSync(absolute, flags);
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { kind: 'unreadable', code: 'EISDIR' };
    takeStamp?.(stampFrom(stats));
    if (!stats.isFile()) return { kind: 'unreadable', code: NO_FILE };
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
