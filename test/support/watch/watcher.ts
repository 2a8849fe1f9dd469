import path from 'node:path';
import { createFolderStore, refreshCatalogue, type Store } from '../../../src/catalogue/index.ts';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import { createWebhook } from '../../../src/watch/channels/webhook.ts';
import {
  createFolderLock,
  createS3Store,
  createStoreLock,
  readS3Address,
  runOnce,
  type WatchRun,
} from '../../../src/watch/index.ts';
import { embeddedNotesOf } from '../catalogue/embedded.ts';

/** Stages of a look at which a watcher can be killed. */
export type Stage = 'fetching' | 'fetched' | 'recorded' | 'delivering' | 'delivered';

/** CACHE is a folder or a bucket. */
export type WatcherArgs = [
  cache: string,
  workspace: string,
  docsOrigin: string,
  webhook: string,
  day: string,
];

/** Looks once and delivers to the webhook; at each of its stages it waits for `reach`. */
export async function watchOnce(
  [cache, workspace, docsOrigin, url, today]: WatcherArgs,
  reach: (stage: Stage) => Promise<void> = () => Promise.resolve(),
): Promise<WatchRun> {
  const webhook = createWebhook({
    form: 'webhook',
    url,
    secret: 'for tests',
    language: 'en',
    withAccountIds: false,
  });
  const bucket = readS3Address(cache);
  const kept = bucket === null ? createFolderStore(cache) : createS3Store(bucket);
  let writes = 0;
  const store: Store = {
    ...kept,
    async put(key, bytes, condition) {
      if (key === 'watch/state.json' && ++writes === 2) await reach('delivered');
      const tag = await kept.put(key, bytes, condition);
      if (key === 'watch/state.json' && writes === 1) await reach('recorded');
      return tag;
    },
  };

  return await runOnce({
    store,
    lock:
      bucket === null
        ? createFolderLock(path.join(cache, 'watch'), { heartbeatMs: 50 })
        : createStoreLock(kept, { heartbeatMs: 300 }),
    async refresh(signal) {
      const fresh = await refreshCatalogue({
        cache: kept,
        docsOrigin,
        builtBy: 'test',
        signal,
        snapshot: await embeddedNotesOf('aurora-mysql'),
        onProgress: ({ done }) => void (done === 30 ? reach('fetching') : null),
      });
      await reach('fetched');
      return fresh;
    },
    inventory: () => scanWorkspace([workspace]),
    channels: [
      {
        name: 'webhook',
        async deliver(batch, signal) {
          await reach('delivering');
          await webhook.deliver(batch, signal);
        },
      },
    ],
    builtBy: 'test',
    today,
  });
}
