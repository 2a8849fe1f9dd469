import { type Asset, type Inventory, getOrInsert } from '../../model/index.ts';
import { Thread, ThreadEnded, ThreadPool, type GiveUpReason } from '../../threads/index.ts';
import { entryOf, MAX_THREAD_MEMORY_MB, READING_BUDGET } from './threads/thread-entries.ts';
import { compileCacheEnvironment } from '../../files/index.ts';
import type { ScanOptions } from './workspace-inventory.ts';

/** Maximum number of files that a scan gives up: more are a sign of a tree made to prevent scanning. */
export const MAX_GIVEN_UP = 100;

export interface ScanApi {
  scan(
    paths: readonly string[],
    options: Omit<ScanOptions, 'signal' | 'onProgress' | 'onVersions'>,
    tellsProgress: boolean,
  ): Promise<Inventory>;
  /** Stores the readings. */
  keep(): Promise<void>;
}

export interface ScanListener {
  progress(files: number): void;
  versions(assets: readonly Asset[]): void;
}

/**
 * Reads the inventory of folders and files once, in a disposable thread. A file that hangs it, fills its memory or
 * aborts a parser is given up and named in a problem, and the scan restarts without it. The rest of the result equals
 * that of a scan without the file.
 * @throws {ThreadEnded} if the scan ends for any other reason, and with the signal's reason
 */
export async function scanFolders(paths: readonly string[], options: ScanOptions): Promise<Inventory> {
  const entry = entryOf('scan-thread');
  // Formats and their readers are loaded only where needed.
  if (entry === null) return await (await import('./workspace-inventory.ts')).scanWorkspace(paths, options);
  const { signal, onProgress, onVersions, isLast = false, ...sent } = options;
  const givenUp = new Map<string, GiveUpReason>(options.givenUp);
  for (;;) {
    const thread = await scanners(entry, options.budget).take();
    thread.replaceFunctions({
      progress: (files) => onProgress?.(files),
      versions: (assets) => onVersions?.(assets),
    });
    const stop = (): void => void thread.close();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      signal?.throwIfAborted();
      const inventory = await thread.call('scan', paths, { ...sent, givenUp }, onProgress !== undefined);
      // The thread sends the result meanwhile.
      const rest = thread.call('keep');
      if (isLast) void rest.then(stop, stop);
      else scanners(entry, options.budget).release(thread, rest);
      return inventory;
    } catch (error) {
      await thread.close();
      signal?.throwIfAborted();
      if (!(error instanceof ThreadEnded) || error.task === null || givenUp.size >= MAX_GIVEN_UP) throw error;
      givenUp.set(error.task, error.reason);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }
}

/** Starts the thread of the next scan, while its caller still reads the configuration. */
export function prepareScan({ budget }: Pick<ScanOptions, 'budget'>): void {
  const entry = entryOf('scan-thread');
  if (entry !== null) scanners(entry, budget).prepare();
}

/** Pools of scanning threads, by CPU budget. */
const threadPools = new Map<number, ThreadPool<ScanApi, ScanListener>>();

/** Threads that scan within a CPU budget. */
function scanners(entry: URL, budget = READING_BUDGET): ThreadPool<ScanApi, ScanListener> {
  const start = () =>
    new Thread<ScanApi, ScanListener>({
      entry,
      env: compileCacheEnvironment(),
      budget,
      maxMemory: MAX_THREAD_MEMORY_MB,
    });
  return getOrInsert(threadPools, budget, () => new ThreadPool(start));
}
