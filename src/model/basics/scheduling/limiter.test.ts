import assert from 'node:assert/strict';
import test from 'node:test';
import { createLimiter } from '../../index.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('runs no more tasks at a time than the limit, and completes all', async () => {
  const limiter = createLimiter(3);
  let running = 0;
  let most = 0;
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      limiter(async () => {
        running += 1;
        most = Math.max(most, running);
        await turn();
        running -= 1;
        return index;
      }),
    ),
  );
  assert.equal(most, 3);
  assert.deepEqual(results, [...Array(20).keys()]);
});

test('frees the place of a task that fails', async () => {
  const limiter = createLimiter(1);
  await assert.rejects(limiter(() => Promise.reject(new Error('no'))));
  assert.equal(await limiter(() => Promise.resolve('yes')), 'yes');
});

test('respects the limit if tasks arrive late or fail', async () => {
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
