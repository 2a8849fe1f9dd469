import { type Asset, type Inventory, getOrInsert } from '../../model/index.ts';
import { Thread, ThreadEnded, ThreadLender, type GivenUpWhy } from '../../threads/index.ts';
import { entryOf, MOST_MEMORY, READING_BUDGET } from './threads/thread-entries.ts';
import { keepingCode } from '../../files/index.ts';
import type { ScanOptions } from './workspace-inventory.ts';

/** A tree with more files than this that hang or kill a scan is made to stop it. */
export const MOST_GIVEN_UP = 100;

export interface ScanApi {
  scan(
    paths: readonly string[],
    options: Omit<ScanOptions, 'signal' | 'onProgress' | 'onVersions'>,
    tellsProgress: boolean,
  ): Promise<Inventory>;
  /** Writes down what was read. */
  keep(): Promise<void>;
}

export interface ScanListener {
  progress(files: number): void;
  versions(assets: readonly Asset[]): void;
}

/**
 * Reads the inventory of folders and files once, in a thread that can be thrown away: a file that hangs it, fills its
 * memory or aborts a parser is given up and named among the problems, and the scan begins again without it. So the rest of
 * the result is what a scan without that file gives.
 * @throws {ThreadEnded} when the scan ends for another reason than a file, and with the signal's reason
 */
export async function scanFolders(paths: readonly string[], options: ScanOptions): Promise<Inventory> {
  const entry = entryOf('scan-thread');
  // All that reads formats is loaded only where it is needed.
  if (entry === null) return await (await import('./workspace-inventory.ts')).scanWorkspace(paths, options);
  const { signal, onProgress, onVersions, isLast = false, ...sent } = options;
  const givenUp = new Map<string, GivenUpWhy>(options.givenUp);
  for (;;) {
    const thread = await scanners(entry, options.budget).take();
    thread.listen({ progress: (files) => onProgress?.(files), versions: (assets) => onVersions?.(assets) });
    const stop = (): void => void thread.close();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      signal?.throwIfAborted();
      const inventory = await thread.call('scan', paths, { ...sent, givenUp }, onProgress !== undefined);
      // The result is on its way meanwhile.
      const rest = thread.call('keep');
      if (isLast) void rest.then(stop, stop);
      else scanners(entry, options.budget).giveBack(thread, rest);
      return inventory;
    } catch (error) {
      await thread.close();
      signal?.throwIfAborted();
      if (!(error instanceof ThreadEnded) || error.task === null || givenUp.size >= MOST_GIVEN_UP)
        throw error;
      givenUp.set(error.task, error.why);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }
}

const lenders = new Map<number, ThreadLender<ScanApi, ScanListener>>();

/** Those who scan within a budget. */
function scanners(entry: URL, budget = READING_BUDGET): ThreadLender<ScanApi, ScanListener> {
  const start = () =>
    new Thread<ScanApi, ScanListener>({ entry, env: keepingCode(), budget, mostMemory: MOST_MEMORY });
  return getOrInsert(lenders, budget, () => new ThreadLender(start));
}
