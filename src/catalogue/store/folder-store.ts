import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readRegularFile } from '../../files/index.ts';
import { LARGEST_KEPT, StoreConflict } from './store.ts';
import type { Kept, Store } from './store.ts';

const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;
const RENAME_ATTEMPTS = 5;
const LEFTOVER_AGE_MS = 60 * 60_000;

/**
 * Keeps bytes as files below a folder, which is made when something is first kept. `ifMatch` is checked just before the
 * write: it notices a run that wrote before, not one that writes in the same moment, which takes a lock.
 */
export function createFolderStore(folder: string): Store {
  const prepared = new Map<string, Promise<void>>();

  function fileOf(key: string): string {
    if (!KEY.test(key)) throw new Error(`Not a key: ${key}`);
    return path.join(folder, ...key.split('/'));
  }

  function read(key: string): Kept | null {
    const bytes = readRegularFile(fileOf(key), LARGEST_KEPT);
    if (Buffer.isBuffer(bytes)) return { bytes, tag: tagOf(bytes) };
    if (bytes.kind === 'unreadable' && bytes.code === 'ENOENT') return null;
    const reason = bytes.kind === 'tooLarge' ? `larger than ${LARGEST_KEPT / 1024 / 1024} MB` : bytes.code;
    throw Object.assign(new Error(`${fileOf(key)} cannot be read: ${reason}`), { code: reason });
  }

  function prepare(parent: string): Promise<void> {
    const known = prepared.get(parent) ?? prepareFolder(parent);
    prepared.set(parent, known);
    return known;
  }

  return {
    get: (key) => new Promise((resolve) => resolve(read(key))),
    locate: fileOf,
    async put(key, bytes, condition) {
      const file = fileOf(key);
      await prepare(path.dirname(file));
      const temporary = `${file}.${randomUUID()}.tmp`;
      try {
        await writeDurably(temporary, bytes);
        if (condition && condition.ifMatch !== (read(key)?.tag ?? null)) throw new StoreConflict(key);
        await renameOver(temporary, file);
      } catch (error) {
        // What went wrong is to be told, whether or not the rest of it can be removed.
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      }
      return tagOf(bytes);
    },
  };
}

function tagOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** On Windows a virus scanner that looks at the old file makes this fail for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const isHeld =
        process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(String(codeOf(error)));
      if (!isHeld || attempt === RENAME_ATTEMPTS) throw error;
      await delay(attempt * 50);
    }
  }
}

/** On the disk before it gets its name: otherwise a power cut can leave an empty file under a good name. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the folder, and removes what runs that were killed left in it. */
async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const file = path.join(folder, name);
    const found = await lstat(file).catch(() => null); // another run may have finished with it
    if (found && Date.now() - found.mtimeMs > LEFTOVER_AGE_MS) await rm(file, { force: true });
  }
}
