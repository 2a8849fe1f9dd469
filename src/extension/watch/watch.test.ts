import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import type { WatchSettings } from '../contributions/settings.ts';
import { LookRunner } from './look/look-runner.ts';
import type { LookResult } from './look/look.ts';
import { WatchNeed } from './watch-need.ts';
import type { LastLook } from './news/news.ts';
import { LookPlan } from './look/look-plan.ts';
import { createFolderLock } from '../../watch/index.ts';
import { temporaryFolder } from '../../../test/support/workspace.ts';

describe('the plan of the next look', () => {
  const DAILY: WatchSettings = {
    enabled: true,
    schedule: undefined,
    timeZone: undefined,
    notify: false,
    docsOrigin: undefined,
  };
  const hour = 60 * 60_000;

  function planOf(kept: unknown): { plan: LookPlan; memory: Map<string, unknown> } {
    const memory = new Map([['watch.next', kept]]);
    const memento = {
      get: (key: string) => memory.get(key),
      update: (key: string, value: unknown) => Promise.resolve(void memory.set(key, value)),
    };
    return { plan: new LookPlan(memento as ConstructorParameters<typeof LookPlan>[0]), memory };
  }

  /** True if waiting ends immediately. */
  async function isDue(kept: unknown, settings = DAILY): Promise<boolean> {
    const stop = new AbortController();
    let isOver = false;
    const waiting = planOf(kept)
      .plan.wait(settings, stop.signal)
      .then(() => (isOver = true));
    await new Promise((resolve) => setImmediate(resolve));
    const wasOver = isOver;
    stop.abort();
    await waiting;
    return wasOver;
  }

  test('waits until the hour of a planned look', async () => {
    const { plan, memory } = planOf(undefined);
    plan.keep(DAILY, new Date(Date.now() + hour));
    assert.equal(await isDue(memory.get('watch.next')), false);
    plan.keep(DAILY, new Date(Date.now() - hour));
    assert.equal(await isDue(memory.get('watch.next')), true);
  });

  test('looks at once without a plan, after a change of the schedule, and for a plan that is days away', async () => {
    const inOneHour = new Date(Date.now() + hour).toISOString();
    const inTwoDays = new Date(Date.now() + 48 * hour).toISOString();
    assert.equal(await isDue(undefined), true);
    assert.equal(await isDue({ key: ' ', next: 'soon' }), true);
    assert.equal(await isDue({ key: ' ', next: inTwoDays }), true);
    assert.equal(await isDue({ key: ' ', next: inOneHour }), false);
    assert.equal(await isDue({ key: ' ', next: inOneHour }, { ...DAILY, timeZone: 'Asia/Tokyo' }), true);
  });
});

describe('the need of a window for the watch', () => {
  function windowOf(isTrusted = true): { need: WatchNeed; messages: string[]; needed: () => boolean } {
    const messages: string[] = [];
    let isNeeded = false;
    const need = new WatchNeed({
      folders: {
        add: (folder, today) => Promise.resolve(void messages.push(`+${folder} ${today}`)),
        remove: (folder) => Promise.resolve(void messages.push(`-${folder}`)),
      },
      isTrusted: () => isTrusted,
      isOn: () => true,
      setNeeded: (value) => (isNeeded = value),
    });
    return { need, messages, needed: () => isNeeded };
  }

  test('exists for a folder with a version, which is recorded once a day for all windows', async () => {
    const { need, messages, needed } = windowOf();
    await need.recordFolder('/a', false, '2026-11-24');
    assert.equal(needed(), false);
    for (const day of ['2026-11-24', '2026-11-24', '2026-11-25']) await need.recordFolder('/a', true, day);
    assert.equal(needed(), true);
    await need.recordFolder('/a', false, '2026-11-25');
    assert.equal(needed(), false);
    assert.deepEqual(messages, ['+/a 2026-11-24', '+/a 2026-11-25', '-/a']);
  });

  test('ends when the folder is closed, but other windows keep its record', async () => {
    const { need, messages, needed } = windowOf();
    await need.recordFolder('/a', true, '2026-11-24');
    need.close('/a');
    assert.equal(needed(), false);
    assert.deepEqual(messages, ['+/a 2026-11-24']);
  });

  test('exists for a kept scan, but not for a folder of an untrusted workspace', async () => {
    const { need, messages, needed } = windowOf(false);
    await need.recordFolder('/a', true, '2026-11-24');
    assert.equal(needed(), false);
    need.recordScan(true);
    assert.equal(needed(), true);
    assert.deepEqual(messages, []);
  });
});

describe('a look', () => {
  const READ: LookResult = { outcome: 'read', unreadable: [], unreadPages: [], found: 1, urgent: 0 };

  function windowOf(t: TestContext): {
    lookRunner: LookRunner;
    states: boolean[];
    orders: string[];
    newsStore: { lastLook: LastLook | null };
    cacheFolder: string;
  } {
    const cacheFolder = temporaryFolder(t, {});
    mkdirSync(path.join(cacheFolder, 'watch'));
    const newsStore = { lastLook: null as LastLook | null, open: () => Promise.resolve() };
    const states: boolean[] = [];
    const orders: string[] = [];
    const lookRunner: LookRunner = new LookRunner({
      cacheFolder,
      builtBy: '1.0.0',
      docsOrigin: () => 'http://127.0.0.1',
      folders: { list: () => Promise.resolve(['/a']) },
      newsStore,
      log: { warn: () => undefined },
      look(order) {
        orders.push(`${order.docsOrigin ?? ''} ${order.folders.join()} ${order.builtBy}`);
        return Promise.resolve(READ);
      },
      onChange: () => states.push(lookRunner.isLooking),
    });
    return { lookRunner, states, orders, newsStore, cacheFolder };
  }

  const lookedAt = (at: Date): LastLook => ({
    at: at.toISOString(),
    outcome: 'read',
    lastRead: null,
    asOf: null,
    unreadable: [],
    unreadPages: [],
    problems: [],
    problemCount: 0,
  });

  test('looks in this window if no other has looked since, and reports its beginning and end', async (t) => {
    const { lookRunner, states, orders } = windowOf(t);
    assert.equal(await lookRunner.lookOnce(new Date(), t.signal), READ);
    assert.deepEqual(states, [true, false]);
    assert.deepEqual(orders, ['http://127.0.0.1 /a 1.0.0']);
  });

  test('uses the look of another window, unless it lies in the future', async (t) => {
    const { lookRunner, orders, newsStore } = windowOf(t);
    newsStore.lastLook = lookedAt(new Date());
    assert.equal(await lookRunner.lookOnce(new Date(Date.now() - 1000), t.signal), 'followed');
    newsStore.lastLook = lookedAt(new Date(Date.now() + 60_000));
    assert.equal(await lookRunner.lookOnce(new Date(), t.signal), READ);
    assert.equal(orders.length, 1);
  });

  test('waits while another window looks', async (t) => {
    const { lookRunner, orders, cacheFolder } = windowOf(t);
    const release = await createFolderLock(path.join(cacheFolder, 'watch')).acquire(t.signal);
    assert.ok(release);
    const stop = new AbortController();
    const waiting = lookRunner.lookOnce(new Date(), stop.signal);
    waiting.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop.abort();
    await assert.rejects(waiting);
    await release();
    assert.deepEqual(orders, []);
  });
});
