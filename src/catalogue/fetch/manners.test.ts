import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FetchFailure } from '../../products/index.ts';
import { createRateLimit } from './rate-limit.ts';
import { text } from '../../l10n/index.ts';

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

/** Clock without sleeping time, and with a fixed time per request. */
function quickClock(requestMs = 0) {
  let nowMs = 0;
  return {
    nowMs: () => nowMs,
    random: () => 0.5,
    sleep: (ms: number) => Promise.resolve(void (nowMs += ms)),
    ask: (answer: () => Promise<string>) => () => {
      nowMs += requestMs;
      return answer();
    },
  };
}

const NO_CONNECTION = new FetchFailure(
  'connection',
  text('catalogue.fetch.connection', { host: 'a.example', error: 'ENOTFOUND' }),
);

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('holds all pages of a host back while one waits for Retry-After', async () => {
  const clock = sleepingClock();
  const manners = createRateLimit(clock);
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

test('gives up a host that never answers within seconds, with all its pages', async () => {
  const clock = quickClock();
  const network = { hasAnswered: false, isDown: false };
  const [first, second] = [createRateLimit(clock, network), createRateLimit(clock, network)];
  let asked = 0;
  const fail = clock.ask(() => Promise.reject((asked++, NO_CONNECTION)));
  await assert.rejects(
    first.attempt(fail, () => undefined),
    NO_CONNECTION,
  );
  assert.ok(clock.nowMs() <= 4_000, String(clock.nowMs()));
  const before = asked;
  await assert.rejects(
    first.attempt(fail, () => undefined),
    NO_CONNECTION,
  );
  assert.equal(asked, before);
  await assert.rejects(
    second.attempt(fail, () => undefined),
    NO_CONNECTION,
  );
  assert.equal(asked, before + 1);
  assert.ok(clock.nowMs() <= 4_000, String(clock.nowMs()));
});

test('retries a host that has answered before', async () => {
  const clock = quickClock();
  const manners = createRateLimit(clock);
  let asked = 0;
  await manners.attempt(
    () => Promise.resolve('page'),
    () => undefined,
  );
  const fail = () => Promise.reject((asked++, NO_CONNECTION));
  await assert.rejects(
    manners.attempt(fail, () => undefined),
    NO_CONNECTION,
  );
  assert.equal(asked, 5);
});

test('shortens the first timeout of a host while the network is down', async () => {
  const clock = quickClock();
  const network = { hasAnswered: false, isDown: false };
  const limits: number[] = [];
  const fail = (answerMs: number) => Promise.reject((limits.push(answerMs), NO_CONNECTION));
  for (const manners of [createRateLimit(clock, network), createRateLimit(clock, network)])
    await assert.rejects(
      manners.attempt(fail, () => undefined),
      NO_CONNECTION,
    );
  assert.equal(limits[0], 4_000);
  assert.equal(limits.at(-1), 1_500);
});
