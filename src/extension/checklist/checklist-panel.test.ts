import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OneAtATime } from './repeat.ts';

test('what is asked for while it is done is done once more, however often', async () => {
  let running = 0;
  let done = 0;
  const showing: OneAtATime = new OneAtATime(async () => {
    assert.equal(++running, 1);
    if (done === 0) for (let asked = 0; asked < 5; asked++) void showing.ask();
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    done++;
  });
  await showing.ask();
  assert.equal(done, 2);
  await showing.ask();
  assert.equal(done, 3);
});

test('after a failure it can be asked again', async () => {
  let calls = 0;
  const failing = new OneAtATime(() =>
    ++calls === 1 ? Promise.reject(new Error('gone')) : Promise.resolve(),
  );
  await assert.rejects(failing.ask(), /gone/);
  await failing.ask();
  assert.equal(calls, 2);
});
