import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { Thread, ThreadEnded } from '../../../src/threads/index.ts';
import type { HostileApi, TaskName } from '../../support/threads/hostile-thread.ts';

const BUDGET = 100;
/** A time limit that memory runs out before. */
const AMPLE = 60_000;

function started(t: TestContext, onEnd?: (reason: ThreadEnded) => void, budget = BUDGET): Thread<HostileApi> {
  const entry = new URL('../../support/threads/hostile-thread.ts', import.meta.url);
  const thread = new Thread<HostileApi>({ entry, budget, maxMemory: 32 }, onEnd);
  t.after(() => thread.close());
  return thread;
}

const ENDS: [task: TaskName, why: ThreadEnded['reason']][] = [
  ['spin', 'time'],
  ['backtrack', 'time'],
  ['fill', 'memory'],
  ['spoil', 'crash'],
];

for (const [name, why] of ENDS) {
  test(`task "${name}" ends the thread with an error that names the task and the reason`, async (t) => {
    const ended: ThreadEnded[] = [];
    const thread = started(t, (reason) => ended.push(reason), why === 'memory' ? AMPLE : BUDGET);
    assert.equal(await thread.call('run', 'quick'), 'done');
    const failure = await thread.call('run', name).then(
      () => assert.fail('it answered'),
      (error: unknown) => error,
    );
    assert.ok(failure instanceof ThreadEnded);
    assert.deepEqual([failure.task, failure.reason], [`task ${name}`, why]);
    assert.deepEqual(ended, [failure]);
    await assert.rejects(thread.call('run', 'quick'), ThreadEnded);
  });
}

test('an error rejects its question and keeps the thread', async (t) => {
  const thread = started(t, () => assert.fail('it ended'));
  await assert.rejects(thread.call('run', 'fail'), /only this question/);
  assert.equal(await thread.call('run', 'quick'), 'done');
});

test('allows many tasks within the budget each', async (t) => {
  const thread = started(t, () => assert.fail('it ended'));
  assert.equal(await thread.call('runInTurn', 5, BUDGET / 2), 5);
});

test('allows a task its extra time in addition to the budget, and no more', async (t) => {
  const thread = started(t);
  assert.equal(await thread.call('runLong', 3 * BUDGET, 4 * BUDGET), 'done');
  await assert.rejects(thread.call('runLong', AMPLE, BUDGET), ThreadEnded);
});

test('a closed thread is not reported as crashed', async (t) => {
  const thread = started(t, () => assert.fail('reported a crash'));
  const question = assert.rejects(thread.call('run', 'spin'), ThreadEnded);
  await thread.close();
  await question;
});
