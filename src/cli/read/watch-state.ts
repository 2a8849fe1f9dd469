import path from 'node:path';
import { createFolderStore, type Store } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import {
  createFolderLock,
  createS3Store,
  createStoreLock,
  readS3Address,
  type Lock,
} from '../../watch/index.ts';
import { cacheFolder } from '../options/cache-folder.ts';
import { UsageError } from '../options/usage.ts';

/** Storage of a watch, with a lock against concurrent watches. */
export interface WatchStore {
  store: Store;
  lock: Lock;
}

/**
 * Opens the S3 bucket of `--state`, or the folder of `--cache-dir`.
 * @throws {UsageError} for an invalid bucket address
 */
export function openState({ state, cacheDir }: { state?: string; cacheDir?: string }): WatchStore {
  if (state === undefined) {
    const folder = cacheDir ?? cacheFolder();
    return { store: createFolderStore(folder), lock: createFolderLock(path.join(folder, 'watch')) };
  }
  const place = readS3Address(state);
  if (place === null) throw new UsageError(text('watch.badState', { state }));
  const store = createS3Store(place);
  return { store, lock: createStoreLock(store) };
}
