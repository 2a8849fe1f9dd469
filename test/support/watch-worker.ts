/**
 * A watcher for tests to kill: `STAGE CACHE WORKSPACE ORIGIN WEBHOOK DAY` looks once, delivers to the webhook, and stops
 * forever at a stage, which it prints: `fetching`, `fetched`, `recorded`, `delivering`, `delivered` or `never`. CACHE is a folder or a
 * bucket.
 */
import path from 'node:path';
import { createFolderStore, refreshCatalogue, type Store } from '../../src/catalogue/index.ts';
import { scanWorkspace } from '../../src/inventory/index.ts';
import { createWebhook } from '../../src/watch/channels/webhook.ts';
import {
  createFolderLock,
  createS3Store,
  createStoreLock,
  readS3Place,
  runOnce,
} from '../../src/watch/index.ts';

const [stage, cache = '', workspace = '', docsOrigin = '', url = '', today = ''] = process.argv.slice(2);

async function stopAt(here: string): Promise<void> {
  if (here !== stage) return;
  console.log(here);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

const webhook = createWebhook({
  form: 'webhook',
  url,
  secret: 'for tests',
  language: 'en',
  withAccountIds: false,
});
const bucket = readS3Place(cache);
const kept = bucket === null ? createFolderStore(cache) : createS3Store(bucket);
let writes = 0;
const store: Store = {
  ...kept,
  async put(key, bytes, condition) {
    if (key === 'watch/state.json' && ++writes === 2) await stopAt('delivered');
    const tag = await kept.put(key, bytes, condition);
    if (key === 'watch/state.json' && writes === 1) await stopAt('recorded');
    return tag;
  },
};

await runOnce({
  store,
  lock:
    bucket === null
      ? createFolderLock(path.join(cache, 'watch'), { beatMs: 50 })
      : createStoreLock(kept, { beatMs: 300 }),
  async refresh(signal) {
    const fresh = await refreshCatalogue({
      cache: kept,
      docsOrigin,
      builtBy: 'test',
      signal,
      onProgress: ({ done }) => void (done === 30 ? stopAt('fetching') : null),
    });
    await stopAt('fetched');
    return fresh;
  },
  inventory: () => scanWorkspace([workspace]),
  channels: [
    {
      name: 'webhook',
      async deliver(batch, signal) {
        await stopAt('delivering');
        await webhook.deliver(batch, signal);
      },
    },
  ],
  builtBy: 'test',
  today,
});
