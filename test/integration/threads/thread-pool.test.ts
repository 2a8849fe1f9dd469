import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { execPath } from 'node:process';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { Thread, ThreadPool } from '../../../src/threads/index.ts';
import type { HostileApi } from '../../support/threads/hostile-thread.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const ENTRY = new URL('../../support/threads/hostile-thread.ts', import.meta.url);

type Lent = Thread<HostileApi>;

/** A lender, and the threads that it has started. */
function lender(t: TestContext): {
  lender: ThreadPool<HostileApi, Record<string, never>>;
  started: Lent[];
} {
  const started: Lent[] = [];
  t.after(() => Promise.all(started.map((thread) => thread.close())));
  const start = (): Lent => {
    const thread: Lent = new Thread({ entry: ENTRY, maxMemory: 32 });
    started.push(thread);
    return thread;
  };
  return { lender: new ThreadPool(start), started };
}

test('lends an idle thread to the next user', async (t) => {
  const { lender: threads, started } = lender(t);
  const first = await threads.take();
  assert.equal(await first.call('run', 'quick'), 'done');
  threads.release(first, first.call('run', 'quick'));
  const second = await threads.take();
  assert.equal(second, first);
  assert.equal(await second.call('run', 'quick'), 'done');
  assert.equal(started.length, 1);
});

test('lends a prepared thread to the first user, even before it is online', async (t) => {
  const { lender: threads, started } = lender(t);
  threads.prepare();
  threads.prepare();
  const first = await threads.take();
  assert.equal(await first.call('run', 'quick'), 'done');
  assert.equal(started.length, 1);
});

test('an idle thread does not keep the process alive', async (t) => {
  const program = `
    import { promisify } from 'node:util';
    import { Thread, ThreadPool } from ${JSON.stringify(import.meta.resolve('../../../src/threads/index.ts'))};
    const threads = new ThreadPool(() => new Thread({ entry: new URL(${JSON.stringify(ENTRY.href)}) }));
    const thread = await threads.take();
    threads.release(thread, thread.call('run', 'quick'));
    process.once('beforeExit', () => console.log(thread.isIdle ? 'it waits' : 'it has ended'));`;
  const file = path.join(temporaryFolder(t, { 'program.mjs': program }), 'program.mjs');
  const run = await promisify(execFile)(execPath, [file]);
  assert.equal(run.stdout, 'it waits\n');
});

test('starts two threads for two concurrent users, and keeps one of them idle', async (t) => {
  const { lender: threads, started } = lender(t);
  const both = await Promise.all([threads.take(), threads.take()]);
  assert.notEqual(both[0], both[1]);
  for (const thread of both) threads.release(thread, thread.call('run', 'quick'));
  assert.equal(await threads.take(), both[0]);
  await assert.rejects(both[1].call('run', 'spin'));
  assert.equal(started.length, 2);
});

test('lends no thread that crashed in the rest of its work', async (t) => {
  const { lender: threads, started } = lender(t);
  const first = await threads.take();
  threads.release(first, first.call('run', 'spoil'));
  const second = await threads.take();
  assert.notEqual(second, first);
  assert.equal(await second.call('run', 'quick'), 'done');
  assert.equal(started.length, 2);
});
