import assert from 'node:assert/strict';
import { afterEach, test, type TestContext } from 'node:test';
import { Thread } from './thread.ts';
import type { ThreadEnded } from '../../../threads/index.ts';

const BUDGET = 2000;
/** Milliseconds of clock time until a task is given up, including the delay of messages. */
const GIVEN_UP_AFTER = 4 * BUDGET + 250;

/** Worker of a browser, as far as the tests need it. */
class FakeWorker {
  static last: FakeWorker | undefined;
  readonly sent: unknown[] = [];
  isTerminated = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message?: string }) => void) | null = null;

  readonly address: string;

  constructor(address: string) {
    this.address = address;
    FakeWorker.last = this;
  }

  postMessage(message: unknown): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  receive(message: unknown): void {
    this.onmessage?.({ data: message });
  }
}

const globals = globalThis as { Worker?: unknown };
afterEach(() => delete globals.Worker);

interface Api {
  answer: () => string;
}

function startThread(t: TestContext): { thread: Thread<Api>; worker: FakeWorker; ends: ThreadEnded[] } {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  globals.Worker = FakeWorker;
  const ends: ThreadEnded[] = [];
  const entry = new URL('https://example.org/worker.js');
  const thread = new Thread<Api>({ entry, data: 'start', budget: BUDGET }, (reason) => ends.push(reason));
  const worker = FakeWorker.last;
  assert.ok(worker);
  return { thread, worker, ends };
}

test('sends the start data first, then questions, and returns the answer', async (t) => {
  const { thread, worker } = startThread(t);
  assert.equal(worker.address, 'https://example.org/worker.js');
  const answer = thread.call('answer');
  await Promise.resolve();
  const [start, question] = worker.sent as [unknown, { i: string }];
  assert.deepEqual(start, { data: 'start' });
  worker.receive({ t: 's', i: question.i, r: 'yes' });
  assert.equal(await answer, 'yes');
});

test('gives up a task after four times its budget and names it, but not one that ends in time', async (t) => {
  const { thread, worker, ends } = startThread(t);
  const answer = thread.call('answer');
  for (const task of ['look a.tf', null, 'look b.tf']) {
    t.mock.timers.tick(GIVEN_UP_AFTER - 100);
    worker.receive({ task });
  }
  assert.equal(ends.length, 0);
  t.mock.timers.tick(4 * BUDGET);
  // The message that the thread has ended may still be on its way.
  assert.equal(ends.length, 0);
  t.mock.timers.tick(250);
  assert.deepEqual([ends[0]?.reason, ends[0]?.task, worker.isTerminated], ['time', 'look b.tf', true]);
  await assert.rejects(answer, /look b\.tf/);
  await assert.rejects(thread.call('answer'), /look b\.tf/);
});

test('rejects open questions when a worker crashes, and reports no closed worker', async (t) => {
  const { thread, worker, ends } = startThread(t);
  const answer = thread.call('answer');
  worker.receive({ task: 'read x' });
  worker.onerror?.({ message: 'out of memory' });
  await assert.rejects(answer, /out of memory/);
  assert.deepEqual([ends[0]?.reason, ends[0]?.task], ['crash', 'read x']);

  t.mock.timers.reset();
  const closed = startThread(t);
  await closed.thread.close();
  assert.deepEqual([closed.ends, closed.worker.isTerminated], [[], true]);
});
