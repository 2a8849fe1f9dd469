import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { WorkerClient } from './worker-client.ts';

function clientOf(t: TestContext): WorkerClient {
  const thread = new URL('../../test/support/threads/crashing-thread.ts', import.meta.url);
  const client = new WorkerClient(thread, { cacheFolder: '' }, () => 2000);
  t.after(() => client.dispose());
  return client;
}

test('rejects pending questions on a crash, and lets listeners send the state to the next thread', async (t) => {
  const client = clientOf(t);
  assert.equal(await client.call('setAccounts', null), 1);
  const { promise: answered, resolve } = Promise.withResolvers<unknown>();
  client.onCrash(() => resolve(client.call('setAccounts', null)));
  const under = [client.call('reloadCatalogue'), client.call('accountRows')];
  const ends = await Promise.allSettled(under);
  assert.deepEqual(
    ends.map((end) => end.status === 'rejected' && (end.reason as Error).message),
    ['crashed', 'crashed'],
  );
  assert.equal(await answered, 1, 'a new thread, asked for the first time');
  assert.equal(await client.call('accountRows'), 2);
});

test('limits calls of listeners if every thread crashes, and still answers the next question', async (t) => {
  const client = clientOf(t);
  let recoveries = 0;
  client.onCrash(() => (recoveries += 1));
  for (let crash = 0; crash < 6; crash += 1) await assert.rejects(client.call('reloadCatalogue'), /crashed/);
  assert.equal(recoveries, 3);
  assert.equal(await client.call('accountRows'), 1);
});

test('reports no crash when the extension ends', async (t) => {
  const client = clientOf(t);
  client.onCrash(() => assert.fail('reported a crash'));
  await client.call('setAccounts', null);
  await client.dispose();
});
