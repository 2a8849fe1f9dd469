import { existsSync } from 'node:fs';
import type { Store } from '../../catalogue/index.ts';
import { createSharedFile } from './shared-file.ts';

/**
 * Folders to watch. One window looks on behalf of all, so each window adds its trusted and analysed folders that pin a
 * version.
 */
export interface WatchedFolders {
  /** @param today YYYY-MM-DD */
  add(folder: string, today: string): Promise<void>;
  remove(folder: string): Promise<void>;
  /** Folders that exist and were open within the last weeks. */
  list(today: string): Promise<string[]>;
}

/** Days after which an unopened folder is no longer watched. */
const UNWATCHED_AFTER_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

const loadSchema = async () => (await import('./stored.ts')).folders;

export function watchedFolders(store: Store): WatchedFolders {
  const file = createSharedFile(store, 'watch/folders.json', loadSchema, {});

  const recent = (known: Record<string, string>, today: string): [string, string][] =>
    Object.entries(known).filter(
      ([, lastOpened]) => Date.parse(today) - Date.parse(lastOpened) <= UNWATCHED_AFTER_DAYS * DAY_MS,
    );

  return {
    async add(folder, today) {
      await file.update((known) => ({ ...Object.fromEntries(recent(known, today)), [folder]: today }));
    },
    async remove(folder) {
      await file.update((known) =>
        Object.fromEntries(Object.entries(known).filter(([other]) => other !== folder)),
      );
    },
    async list(today) {
      return recent(await file.read(), today)
        .map(([folder]) => folder)
        .filter((folder) => existsSync(folder));
    },
  };
}
