import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { textOfRegularFile } from '../../files/index.ts';

/** Allows only one watcher to look at a time. */
export interface Lock {
  /** Acquires the lock and returns the function that releases it; null while another watcher has it. */
  acquire(signal?: AbortSignal): Promise<(() => Promise<void>) | null>;
}

/** Used where two watchers cannot meet, or where the store's conditional write alone decides. */
export const NO_LOCK: Lock = { acquire: () => Promise.resolve(() => Promise.resolve()) };

export interface FolderLockOptions {
  /** Interval of heartbeats, in milliseconds. */
  heartbeatMs?: number;
}

const HEARTBEAT_MS = 5_000;
/** Bytes. */
const MAX_LOCK_BYTES = 4096;
const holder = z.object({ pid: z.int(), host: z.string() });
const LOCK_FILE = /^lock-(\d+)\.json$/;

/**
 * A lock of numbered files in a folder: `lock-7.json` follows `lock-6.json`, and only one process can create the next one.
 * A crashed holder is recognised by its process, which is gone, or by its file, which is no longer touched. So neither a
 * reused process id nor a changed clock can hold the lock for ever.
 */
export function createFolderLock(
  folder: string,
  { heartbeatMs = HEARTBEAT_MS }: FolderLockOptions = {},
): Lock {
  const fileOf = (number: number): string => path.join(folder, `lock-${number}.json`);

  async function turns(): Promise<number[]> {
    const names = await readdir(folder);
    return names.flatMap((name) => LOCK_FILE.exec(name)?.[1] ?? []).map(Number);
  }

  async function isHeld(turn: number, signal: AbortSignal | undefined): Promise<boolean> {
    const written = textOfRegularFile(fileOf(turn), MAX_LOCK_BYTES);
    const content = typeof written === 'string' ? written : '';
    const owner = holder.safeParse(parse(content));
    if (owner.success && owner.data.host === os.hostname() && !isAlive(owner.data.pid)) return false;
    const before = await touch(fileOf(turn));
    if (before === null || content === RELEASED) return false;
    if (Math.abs(Date.now() - before) < 2 * heartbeatMs) return true;
    await delay(2 * heartbeatMs, undefined, signal ? { signal } : {});
    const after = await touch(fileOf(turn));
    return after !== null && after !== before;
  }

  async function claim(turn: number): Promise<boolean> {
    try {
      const handle = await open(fileOf(turn), 'wx');
      await handle.writeFile(JSON.stringify({ pid: process.pid, host: os.hostname(), id: randomUUID() }));
      await handle.close();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
    // Another process may hold a higher number by now, if this one was paused before its claim.
    if (Math.max(...(await turns())) === turn) return true;
    await rm(fileOf(turn), { force: true });
    return false;
  }

  return {
    async acquire(signal) {
      await mkdir(folder, { recursive: true });
      const last = Math.max(0, ...(await turns()));
      if (last > 0 && (await isHeld(last, signal))) return null;
      const turn = last + 1;
      if (!(await claim(turn))) return null;
      for (const old of await turns()) if (old < turn) await rm(fileOf(old), { force: true });
      const heartbeat = setInterval(() => {
        const now = new Date();
        utimes(fileOf(turn), now, now).catch(() => undefined); // released, or acquired by another watcher
      }, heartbeatMs);
      heartbeat.unref();
      return async () => {
        clearInterval(heartbeat);
        await release(fileOf(turn));
      };
    },
  };
}

/** A released file remains, so that the next lock gets the next number. */
const RELEASED = '{}';

async function release(file: string): Promise<void> {
  const handle = await open(file, 'r+').catch(() => null);
  if (handle === null) return;
  try {
    await handle.truncate();
    await handle.writeFile(RELEASED);
  } finally {
    await handle.close();
  }
}

async function touch(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.mtimeMs ?? null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
