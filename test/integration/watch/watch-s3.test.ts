import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test, type TestContext } from 'node:test';
import { StoreConflict } from '../../../src/catalogue/index.ts';
import {
  createS3Store,
  createStoreLock,
  readS3Address,
  StoreUnreachableError,
} from '../../../src/watch/index.ts';
import { auroraSite, type SiteRelease } from '../../support/pages/aurora-site.ts';
import { on, startAwsProxy, type AwsProxy } from '../../support/accounts/aws-proxy.ts';
import { runCli } from '../../support/command-line/cli.ts';
import { startMirror } from '../../support/mirror/mirror.ts';
import { moto, needsMoto } from '../../support/accounts/moto.ts';
import { startReceiver } from '../../support/watch/receiver.ts';
import { createBucket, useAws } from '../../support/accounts/s3.ts';
import { killWatcher } from '../../support/watch/run-watcher.ts';
import { watchOnce } from '../../support/watch/watcher.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const OLD: SiteRelease = { date: '2030-06-01', fixes: ['Corrected how quoting of alpha names works.'] };
const NEW: SiteRelease = {
  date: '2031-02-05',
  fixes: ['Fixed an issue that restarts the writer on zebra tables.'],
};
const MAIN =
  'resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "5.7.mysql_aurora.2.31.0"\n}\n';
const BUCKET = 'errata-lens-tests';

function bytes(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

describe('the state in Amazon S3', { skip: needsMoto }, () => {
  let proxy: AwsProxy;
  const suite: (() => void)[] = [];

  before(async () => {
    proxy = await startAwsProxy(await moto());
    useAws({ after: (undo) => void suite.push(undo as () => void) }, proxy.url);
    await createBucket(BUCKET);
  });
  after(async () => {
    for (const undo of suite) undo();
    await proxy.stop();
  });

  /** A separate prefix for every test. */
  function place(): { url: string; store: ReturnType<typeof createS3Store> } {
    proxy.reset();
    const url = `s3://${BUCKET}/${randomUUID()}`;
    const found = readS3Address(url);
    assert.ok(found !== null);
    return { url, store: createS3Store(found) };
  }

  test('writes only over the version that it has read', async () => {
    const { url, store } = place();
    assert.equal(await store.get('watch/state.json'), null);
    const first = await store.put('watch/state.json', bytes('one'), { ifMatch: null });
    await assert.rejects(store.put('watch/state.json', bytes('two'), { ifMatch: null }), StoreConflict);
    const second = await store.put('watch/state.json', bytes('two'), { ifMatch: first });
    assert.notEqual(second, first);
    await assert.rejects(store.put('watch/state.json', bytes('three'), { ifMatch: first }), StoreConflict);
    await assert.rejects(store.put('watch/other.json', bytes('x'), { ifMatch: first }), StoreConflict);
    const kept = await store.get('watch/state.json');
    assert.deepEqual([new TextDecoder().decode(kept?.bytes), kept?.tag], ['two', second]);
    assert.equal(store.locate('watch/state.json'), `${url}/watch/state.json`);
  });

  test('recognises its own write if the answer was lost and it is repeated', async () => {
    const { store } = place();
    proxy.reset(on('s3:PutObject', ({ before: count }) => (count === 0 ? { kind: 'lose' } : null)));
    const tag = await store.put('watch/state.json', bytes('one'), { ifMatch: null });
    assert.equal((await store.get('watch/state.json'))?.tag, tag);
    assert.equal(proxy.requests.filter(({ action }) => action === 's3:PutObject').length, 2);
  });

  test('grants one of many simultaneous locks, and takes over an abandoned one', async () => {
    const { store } = place();
    const lock = () => createStoreLock(store, { heartbeatMs: 100 });
    const [mine, ...others] = (await Promise.all([1, 2, 3, 4].map(() => lock().acquire()))).sort((a) =>
      a === null ? 1 : -1,
    );
    assert.deepEqual([typeof mine, ...others], ['function', null, null, null]);
    assert.equal(await lock().acquire(), null, 'while it beats');
    await mine?.();
    const next = await lock().acquire();
    assert.equal(typeof next, 'function');
    await next?.();
    await store.put('watch/lock.json', bytes('{"owner": "killed"}'));
    const heir = await lock().acquire();
    assert.equal(typeof heir, 'function');
    await heir?.();
  });

  test('reports a missing bucket as unreachable', async () => {
    const store = createS3Store({ bucket: 'errata-lens-nowhere', prefix: '' });
    await assert.rejects(store.get('watch/state.json'), StoreUnreachableError);
    await assert.rejects(store.put('watch/state.json', bytes('x'), { ifMatch: null }), StoreUnreachableError);
  });

  async function site(t: TestContext) {
    const mirror = await startMirror(
      auroraSite({
        '2031-01-10': { releases: { '2.31.0': OLD } },
        '2031-02-10': { releases: { '2.31.0': OLD, '2.31.1': NEW } },
      }),
    );
    t.after(() => mirror.close());
    mirror.moveTo('2031-01-10');
    return mirror;
  }

  test('reports a release once from two concurrent command lines, and nothing from a third machine', async (t) => {
    const { url } = place();
    const mirror = await site(t);
    const workspace = temporaryFolder(t, { 'main.tf': MAIN });
    const args = ['watch', workspace, '--once', '--state', url, '--docs-origin', mirror.origin];
    const look = () =>
      runCli([...args, '--format', 'jsonl'], { env: { XDG_CACHE_HOME: temporaryFolder(t) } });
    const first = await look();
    assert.deepEqual([first.code, first.stdout], [0, ''], first.stderr);
    mirror.moveTo('2031-02-10');
    const runs = await Promise.all([look(), look()]);
    runs.push(await look());
    const kinds = runs.flatMap(({ stdout }) =>
      stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { kind: string }).kind),
    );
    assert.deepEqual(kinds, ['new-release'], runs.map(({ stderr }) => stderr).join('\n'));
    mirror.forget();
    await look();
    assert.deepEqual(mirror.bodies(), [], 'the pages are kept there too');
  });

  test('ends with one line for an invalid or unreachable bucket', async (t) => {
    place();
    const mirror = await site(t);
    const workspace = temporaryFolder(t, { 'main.tf': MAIN });
    const args = ['watch', workspace, '--once', '--docs-origin', mirror.origin, '--state'];
    for (const [state, words] of [
      ['/some/folder', /is not a valid state location/],
      ['s3://errata-lens-nowhere/x', /could not be read or written \(NoSuchBucket/],
    ] as const) {
      const { code, stderr } = await runCli([...args, state]);
      assert.equal(code, 2, stderr);
      assert.match(stderr, words);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    }
  });

  for (const { stage, deliveries } of [
    { stage: 'fetched', deliveries: 1 },
    { stage: 'recorded', deliveries: 1 },
    { stage: 'delivering', deliveries: 1 },
    { stage: 'delivered', deliveries: 2 },
  ] as const) {
    test(`a run killed in stage "${stage}" leaves the rest to the next one, under the same id`, async (t) => {
      const { url } = place();
      const mirror = await site(t);
      const receiver = await startReceiver();
      t.after(() => receiver.close());
      const args = [url, temporaryFolder(t, { 'main.tf': MAIN }), mirror.origin, receiver.url] as const;
      const lookOn = (day: string) => watchOnce([...args, day]);
      assert.equal((await lookOn('2031-01-10')).outcome, 'baseline');
      mirror.moveTo('2031-02-10');
      assert.equal(await killWatcher(stage, [...args, '2031-02-10']), null, 'killed');
      for (const day of ['2031-02-10', '2031-02-11']) assert.equal((await lookOn(day)).outcome, 'looked');
      const ids = receiver.received.map(({ headers }) => headers['idempotency-key']);
      assert.deepEqual([ids.length, new Set(ids).size], [deliveries, 1]);
    });
  }
});
