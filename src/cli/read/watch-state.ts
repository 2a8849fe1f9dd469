import path from 'node:path';
import { createFolderStore, type Store } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import {
  createFolderLock,
  createS3Store,
  createStoreLock,
  readS3Place,
  type Lock,
} from '../../watch/index.ts';
import { cacheFolder } from '../options/cache-folder.ts';
import { UsageError } from '../options/usage.ts';

/** Where a watch keeps what it saw, with the pages and the catalogue, and what holds off other watches. */
export interface StatePlace {
  store: Store;
  lock: Lock;
}

/**
 * The bucket of `--state`, else the folder of `--cache-dir`.
 * @throws {UsageError} for an address that is none of a bucket
 */
export function openState({ state, cacheDir }: { state?: string; cacheDir?: string }): StatePlace {
  if (state === undefined) {
    const folder = cacheDir ?? cacheFolder();
    return { store: createFolderStore(folder), lock: createFolderLock(path.join(folder, 'watch')) };
  }
  const place = readS3Place(state);
  if (place === null) throw new UsageError(text('watch.badState', { state }));
  const store = createS3Store(place);
  return { store, lock: createStoreLock(store) };
}
