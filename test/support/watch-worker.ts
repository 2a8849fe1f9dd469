/**
 * A watcher for tests to kill: `STAGE CACHE WORKSPACE ORIGIN WEBHOOK DAY` looks once, delivers to the webhook, and stops
 * for ever at a stage, which it prints: `fetched`, `delivering`, `delivered` or `never`.
 */
import path from 'node:path';
import { createFolderStore, refreshCatalogue, type Store } from '../../src/catalogue/index.ts';
import { scanWorkspace } from '../../src/inventory/index.ts';
import { createWebhook } from '../../src/watch/channels/webhook.ts';
import { createFolderLock, runOnce } from '../../src/watch/index.ts';

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
const folder = createFolderStore(cache);
let writes = 0;
const store: Store = {
  ...folder,
  async put(key, bytes, condition) {
    if (key === 'watch/state.json' && ++writes === 2) await stopAt('delivered');
    return folder.put(key, bytes, condition);
  },
};

await runOnce({
  store,
  lock: createFolderLock(path.join(cache, 'watch'), { beatMs: 50 }),
  async refresh(signal) {
    const fresh = await refreshCatalogue({ cache, docsOrigin, builtBy: 'test', signal });
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
