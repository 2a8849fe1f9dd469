import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { createFolderStore, type Store } from '../../../src/catalogue/index.ts';
import { compareSeverity } from '../../../src/model/index.ts';
import type { Channel } from '../../../src/watch/channels/channel.ts';
import { NO_LOCK, type Batch, type WatchOptions } from '../../../src/watch/index.ts';
import { auroraSite } from '../../support/pages/aurora-site.ts';
import { startMirror, type Mirror } from '../../support/mirror/mirror.ts';
import { CLUSTERS, vendorYears } from '../../support/watch/vendor-years.ts';
import { alertOutline, look, type WatchSetup } from '../../support/watch/watch.ts';
import { temporaryFolder } from '../../support/workspace.ts';

const STEPS = vendorYears();
const START = STEPS[0]?.day ?? '';

async function setUp(t: TestContext): Promise<{ mirror: Mirror; setup: WatchSetup }> {
  const mirror = await startMirror(auroraSite(Object.fromEntries(STEPS.map(({ day, site }) => [day, site]))));
  t.after(() => mirror.close());
  const workspace = temporaryFolder(t, { 'main.tf': CLUSTERS });
  return { mirror, setup: { cache: temporaryFolder(t), workspace, docsOrigin: mirror.origin } };
}

/** The day after, or before. */
function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Distance to a date: 180, 90, 30 days, passed. */
function nearness(date: string, day: string): number {
  const left = (Date.parse(date) - Date.parse(day)) / 86_400_000;
  return [180, 90, 30].filter((days) => left <= days).length + (left < 0 ? 1 : 0);
}

/** Support dates to report between two looks. */
function expectedDates(index: number): string[] {
  const [before, now] = [STEPS[index - 1], STEPS[index]];
  if (before === undefined || now === undefined) return [];
  const step = nearness(now.ends, now.day);
  const isNearer = step > nearness(before.ends, before.day);
  return isNearer ? [`support-date - ${['', 'low', 'medium', 'high', 'high'][step] ?? ''}: new`] : [];
}

function isByWeight({ alerts }: Batch): boolean {
  return alerts.every(
    ({ severity }, i) => compareSeverity(alerts[i - 1]?.severity ?? 'critical', severity) <= 0,
  );
}

/** A channel that keeps its messages. */
function keeper(): { channel: Channel; batches: Batch[] } {
  const batches: Batch[] = [];
  return {
    batches,
    channel: { name: 'here', deliver: (batch) => Promise.resolve(void batches.push(batch)) },
  };
}

function idsOf(batches: readonly Batch[]): string[] {
  return batches.flatMap(({ alerts }) => alerts.map(({ id }) => id));
}

/** Ids of alerts in an undisturbed course of all steps, which every other course has to report as well. */
let calmIds: readonly string[] = [];

test('eighteen months: reports each change once, for the right clusters, the most serious first', async (t) => {
  const { mirror, setup } = await setUp(t);
  const { channel, batches } = keeper();
  for (const [index, { day, expected }] of STEPS.entries()) {
    mirror.moveTo(day);
    batches.length = 0;
    const run = await look(setup, day, { channels: [channel] });
    const due = [...expected, ...expectedDates(index)].sort();
    assert.deepEqual(alertOutline(run).sort(), index === 0 ? [] : due, day);
    assert.ok(batches.length === (due.length > 0 && index > 0 ? 1 : 0) && batches.every(isByWeight), day);
    calmIds = [...calmIds, ...run.alerts.map(({ id }) => id)];
    if (index % 6 !== 1) continue;
    mirror.forget();
    assert.deepEqual(alertOutline(await look(setup, shifted(day, 1))), []);
    assert.deepEqual(mirror.bodies(), [], 'an unchanged day');
  }
  assert.equal(new Set(calmIds).size, calmIds.length);
});

const TIME_ZONES = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'];

test('eighteen months: errors, wrong clocks, time zones, concurrent runs and updates change no alert', async (t) => {
  const { mirror, setup } = await setUp(t);
  const { channel, batches } = keeper();
  const zone = process.env.TZ;
  t.after(() => {
    if (zone === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env.TZ = zone;
  });
  const at = (day: string, more: Partial<WatchOptions> = {}) =>
    look(setup, day, { channels: [channel], ...more });
  for (const [index, { day }] of STEPS.entries()) {
    mirror.moveTo(day);
    process.env.TZ = TIME_ZONES[index % TIME_ZONES.length];
    // Except for months in which a date moves: the known date applies until the calendar can be read.
    if (index % 7 === 1) {
      mirror.misbehave(/./, { kind: 'status', status: 503, retryAfter: '3600' });
      await at(day);
      mirror.behave();
    }
    if (index % 5 === 2) await Promise.all([at(day), at(day)]);
    if (index % 5 === 3) await at(shifted(day, -20)); // the clock was set back
    await at(day);
    if (index % 5 === 4) await at(day, { builtBy: `a later version ${index}` });
  }
  assert.deepEqual(idsOf(batches).sort(), [...calmIds].sort());
});

/** A store that dies with its process at its n-th operation, before or after that operation. */
function mortal(store: Store, at: number, when: 'before' | 'after') {
  let asked = 0;
  let isDead = false;
  const died = Promise.withResolvers<'dead'>();
  const never = new Promise<never>(() => undefined);
  async function live<T>(act: () => Promise<T>): Promise<T> {
    if (isDead) return await never;
    const isLast = ++asked === at;
    const die = (): Promise<never> => {
      isDead = true;
      died.resolve('dead');
      return never;
    };
    if (isLast && when === 'before') return await die();
    const result = await act();
    return isLast ? await die() : result;
  }
  const wrapped: Store = {
    locate: (key) => store.locate(key),
    get: (key) => live(() => store.get(key)),
    put: (key, bytes, condition) => live(() => store.put(key, bytes, condition)),
  };
  return { store: wrapped, live, died: died.promise };
}

test('a watcher that dies at any point loses no alert, and repeats none under another id', async (t) => {
  const { mirror, setup } = await setUp(t);
  mirror.moveTo(START);
  await look(setup, START);
  const [, step] = STEPS;
  assert.ok(step !== undefined);
  mirror.moveTo(step.day);
  const kept = temporaryFolder(t);
  cpSync(setup.cache, kept, { recursive: true });
  const folder = createFolderStore(setup.cache);
  const survivors = new Set<string>();
  for (let at = 1, isAlive = false; !isAlive; at++) {
    for (const when of ['before', 'after'] as const) {
      rmSync(setup.cache, { recursive: true });
      cpSync(kept, setup.cache, { recursive: true });
      const { batches, channel } = keeper();
      const { store, live, died } = mortal(folder, at, when);
      const mortalChannel: Channel = { name: 'here', deliver: (batch) => live(() => channel.deliver(batch)) };
      const options = { lock: NO_LOCK, print: undefined };
      const outcome = await Promise.race([
        died,
        look(setup, step.day, { ...options, store, channels: [mortalChannel] }),
      ]);
      isAlive = outcome !== 'dead';
      for (const day of [step.day, shifted(step.day, 1)]) {
        await look(setup, day, { ...options, store: createFolderStore(setup.cache), channels: [channel] });
      }
      const ids = idsOf(batches);
      assert.deepEqual([...new Set(ids)], calmIds.slice(0, 1), `${when} ${at}`);
      // The message arrived and could not be recorded: it comes again under the same id.
      assert.ok(ids.length <= 2, `${when} ${at}`);
      if (ids.length === 2) survivors.add(`${when} ${at}`);
    }
  }
  assert.ok(survivors.size >= 1 && survivors.size <= 3, [...survivors].join(', '));
});
