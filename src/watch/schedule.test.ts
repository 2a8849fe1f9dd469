import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFolderStore, StoreConflict, type StoredBytes, type Store } from '../catalogue/index.ts';
import { InvalidSchedule, openCron, runOnSchedule, type ScheduleClock } from './schedule.ts';
import { temporaryFolder } from '../../test/support/workspace.ts';

const HOUR = 3_600_000;
const MORNING = Date.parse('2031-01-10T06:00:00Z');

/** A fake clock, which advances whenever the schedule sleeps; the expression is "daily at nine, UTC". */
function clockAt(
  startMs: number,
  endMs: number,
  stop: AbortController,
): ScheduleClock & { jump(ms: number): void; opened: string[] } {
  let nowMs = startMs;
  let asleepMs = 0;
  const opened: string[] = [];
  return {
    opened,
    now: () => new Date(nowMs),
    jump: (ms) => (asleepMs += ms),
    random: () => 0.5,
    sleep(ms) {
      nowMs += Math.max(ms, HOUR / 4) + asleepMs;
      asleepMs = 0;
      if (nowMs >= endMs) stop.abort();
      return Promise.resolve();
    },
    open(expression, timeZone) {
      opened.push(`${expression} ${timeZone}`);
      const next = (): Date => {
        const nine = new Date(nowMs);
        nine.setUTCHours(9, 0, 0, 0);
        return nine.getTime() > nowMs ? nine : new Date(nine.getTime() + 24 * HOUR);
      };
      return Promise.resolve({ next, close: () => Promise.resolve() });
    },
  };
}

/** A store with exact conditional writes: a folder cannot distinguish two writes at the same moment. */
function createMemoryStore(): Store {
  const kept = new Map<string, StoredBytes>();
  return {
    get: (key) => Promise.resolve(kept.get(key) ?? null),
    put(key, bytes, condition) {
      if (condition && condition.ifMatch !== (kept.get(key)?.tag ?? null))
        return Promise.reject(new StoreConflict(key));
      const tag = Buffer.from(bytes).toString('base64');
      kept.set(key, { bytes, tag });
      return Promise.resolve(tag);
    },
    locate: (key) => key,
  };
}

/** Runs a schedule between two times and returns the times of its runs. */
async function runs(
  folder: string,
  from: number,
  to: number,
  more: {
    fails?: boolean;
    onRun?: (clock: ReturnType<typeof clockAt>, run: number) => void;
    timeZone?: string;
  } = {},
): Promise<{ at: string[]; failures: number; opened: string[] }> {
  const stop = new AbortController();
  const clock = clockAt(from, to, stop);
  const at: string[] = [];
  let failures = 0;
  await runOnSchedule({
    store: createFolderStore(folder),
    timeZone: more.timeZone ?? 'UTC',
    signal: stop.signal,
    clock,
    run() {
      at.push(clock.now().toISOString().slice(0, 13));
      more.onRun?.(clock, at.length);
      return more.fails ? Promise.reject(new Error('no disk')) : Promise.resolve();
    },
    onFailure: () => failures++,
  });
  return { at, failures, opened: clock.opened };
}

test('runs at once, and then at the scheduled times', async (t) => {
  const { at } = await runs(temporaryFolder(t), MORNING, MORNING + 50 * HOUR);
  assert.deepEqual(at, ['2031-01-10T06', '2031-01-10T09', '2031-01-11T09']);
});

test('makes up for several missed runs with one', async (t) => {
  const folder = temporaryFolder(t);
  await runs(folder, MORNING, MORNING + HOUR);
  const { at } = await runs(folder, MORNING + 100 * HOUR, MORNING + 101 * HOUR);
  assert.deepEqual(at, ['2031-01-14T10']);
});

test('runs nothing after a restart before the next run is due, and keeps the drawn minute', async (t) => {
  const folder = temporaryFolder(t);
  const first = await runs(folder, MORNING, MORNING + HOUR);
  const second = await runs(folder, MORNING + HOUR, MORNING + 2 * HOUR);
  assert.deepEqual(second.at, []);
  assert.deepEqual([first.opened, second.opened], [['0 12 * * * UTC'], ['0 12 * * * UTC']]);
});

test('runs once after the machine wakes from sleep', async (t) => {
  const onRun = (clock: ReturnType<typeof clockAt>, run: number) => {
    if (run === 1) clock.jump(72 * HOUR);
  };
  const { at } = await runs(temporaryFolder(t), MORNING, MORNING + 80 * HOUR, { onRun });
  assert.deepEqual(at, ['2031-01-10T06', '2031-01-13T06', '2031-01-13T09']);
});

test('continues after the clock was set back or the time zone changed', async (t) => {
  const folder = temporaryFolder(t);
  await runs(folder, MORNING + 1_000 * HOUR, MORNING + 1_001 * HOUR);
  assert.deepEqual((await runs(folder, MORNING, MORNING + 4 * HOUR)).at, ['2031-01-10T09']);
  assert.deepEqual(
    (await runs(folder, MORNING + 5 * HOUR, MORNING + 6 * HOUR, { timeZone: 'Asia/Tokyo' })).at,
    [],
  );
});

test('two schedules that start together share the minute that one of them draws', async () => {
  const store = createMemoryStore();
  const both = [0.25, 0.75].map(async (drawn) => {
    const stop = new AbortController();
    const clock = clockAt(MORNING, MORNING + HOUR, stop);
    const due: string[] = [];
    await runOnSchedule({
      store,
      timeZone: 'UTC',
      signal: stop.signal,
      clock: { ...clock, random: () => drawn },
      run(_signal, since) {
        due.push(since.toISOString());
        return Promise.resolve();
      },
      onFailure: (error) => assert.fail(String(error)),
    });
    return { last: clock.opened.at(-1), due };
  });
  const [one, other] = await Promise.all(both);
  assert.ok(one && other);
  assert.equal(one.last, other.last);
  assert.deepEqual(one.due, ['2031-01-10T06:00:00.000Z']);
});

test('reports a failed run, and continues', async (t) => {
  const { at, failures } = await runs(temporaryFolder(t), MORNING, MORNING + 26 * HOUR, { fails: true });
  assert.deepEqual([at.length, failures], [2, 2]);
});

test('node-cron returns the next time of an expression in a time zone', async () => {
  const cron = await openCron('30 9 * * *', 'Asia/Tokyo');
  const next = cron.next();
  await cron.close();
  assert.equal(next.toISOString().slice(11), '00:30:00.000Z');
  assert.ok(next.getTime() > Date.now());
  await assert.rejects(openCron('every morning', 'UTC'), new InvalidSchedule('expression'));
  await assert.rejects(openCron('0 9 * * *', 'Mars/Olympus'), new InvalidSchedule('time-zone'));
});
