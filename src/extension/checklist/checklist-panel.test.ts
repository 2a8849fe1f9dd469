import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CoalescedRunner } from './coalesced-runner.ts';

test('joins all requests during a run into one more run', async () => {
  let running = 0;
  let done = 0;
  const showing: CoalescedRunner = new CoalescedRunner(async () => {
    assert.equal(++running, 1);
    if (done === 0) for (let asked = 0; asked < 5; asked++) void showing.request();
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    done++;
  });
  await showing.request();
  assert.equal(done, 2);
  await showing.request();
  assert.equal(done, 3);
});

test('runs again after a failure', async () => {
  let calls = 0;
  const failing = new CoalescedRunner(() =>
    ++calls === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(),
  );
  await assert.rejects(failing.request(), /gone/);
  await failing.request();
  assert.equal(calls, 2);
});
