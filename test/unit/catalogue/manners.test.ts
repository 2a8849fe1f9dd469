import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FetchFailure } from '../../../src/products/index.ts';
import { createHostManners } from '../../../src/catalogue/fetch/host-manners.ts';
import { createLimiter } from '../../../src/catalogue/fetch/limiter.ts';
import { text } from '../../../src/l10n/index.ts';

/** Sleeps that last until the test wakes them. */
function sleepingClock() {
  const sleepers: { ms: number; wake: () => void }[] = [];
  let nowMs = 0;
  return {
    sleepers,
    nowMs: () => nowMs,
    random: () => 0,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ ms, wake })),
    wakeAll() {
      nowMs += Math.max(...sleepers.map(({ ms }) => ms));
      for (const { wake } of sleepers.splice(0)) wake();
    },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('while a host wants to be left alone for one page, no other page asks it', async () => {
  const clock = sleepingClock();
  const manners = createHostManners(clock);
  const busy = new FetchFailure('overloaded', text('catalogue.fetch.status', { status: 429 }), {
    status: 429,
    retryAfterMs: 7_000,
  });
  let asked = 0;
  const ask = () => {
    asked++;
    return asked === 1 ? Promise.reject(busy) : Promise.resolve(asked);
  };
  const first = manners.attempt(ask, () => undefined);
  await turn();
  const second = manners.attempt(ask, () => undefined);
  await turn();
  assert.equal(asked, 1);
  assert.deepEqual(
    clock.sleepers.map(({ ms }) => ms),
    [7_500, 7_000],
  );
  clock.wakeAll();
  assert.deepEqual((await Promise.all([first, second])).sort(), [2, 3]);
});

test('no more tasks run at a time than are allowed, also when some come late or fail', async () => {
  const run = createLimiter(2);
  const finish: ((fails: boolean) => void)[] = [];
  let running = 0;
  let most = 0;
  const task = async () => {
    most = Math.max(most, ++running);
    const fails = await new Promise<boolean>((resolve) => finish.push(resolve));
    running--;
    if (fails) throw new Error('failed');
  };
  const early = [run(task), run(task), run(task)];
  finish[0]?.(true);
  await assert.rejects(early[0] ?? Promise.resolve(), /failed/);
  await turn();
  const late = [run(task), run(task)];
  for (let done = 1; done < 5; done++) {
    await turn();
    finish[done]?.(false);
  }
  await Promise.all([early[1], early[2], ...late]);
  assert.equal(finish.length, 5);
  assert.equal(most, 2);
});
