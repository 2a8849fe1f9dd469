import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import * as z from 'zod';
import { createFolderStore, readOrigin } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import { today, type Text } from '../../model/index.ts';
import type { Disposable } from '../disposable.ts';
import { affectsSettings, watchSettings, type WatchSettings } from '../contributions/settings.ts';
import type { Log } from '../ui/log.ts';
import type { NewsDesk } from './desk.ts';
import type { WatchedFolders } from './folders.ts';
import { runLook } from './look/look-client.ts';
import type { LookResult } from './look/look.ts';

/** Looks at the notes in the background, on a schedule, in one of all windows at a time. */
export interface Watch extends Disposable {
  /** Whether it is switched on, allowed, and has something to watch for. */
  isOn(): boolean;
  isLooking(): boolean;
  /** Why it cannot work as it is set. */
  problem(): Text | null;
  onDidChange: vscode.Event<unknown>;
  /** To be called when there is something to watch for, a folder that names a version or a kept scan, or no more. */
  setNeeded(isNeeded: boolean): void;
  /** One look now, or `followed` when another window has looked meanwhile. */
  lookNow(): Promise<LookResult | 'followed'>;
}

export interface WatchOptions {
  /** The script of the thread that looks. */
  entry: URL;
  cacheFolder: string;
  builtBy: string;
  /** Of this machine, shared by its windows. */
  memory: vscode.Memento;
  desk: NewsDesk;
  folders: WatchedFolders;
  log: Log;
  /** After a look of this window that was due. */
  onLooked: (result: LookResult) => void;
}

/** While another window looks. */
const FOLLOW_MS = 5_000;
/** A laptop that has just woken up has no network yet. */
const RETRY_MS = 15 * 60_000;
const RETRIES = 3;

export function createWatch(options: WatchOptions): Watch {
  const { entry, cacheFolder, builtBy, memory, desk, folders, log } = options;
  const changed = new vscode.EventEmitter<undefined>();
  const closing = new AbortController();
  let isNeeded = false;
  let isLooking = false;
  let problem: Text | null = null;
  let schedule: { key: string; stop: AbortController } | null = null;

  const isOn = (): boolean =>
    isNeeded && vscode.workspace.isTrusted && watchSettings(vscode.workspace).enabled;

  function restart(): void {
    const settings = watchSettings(vscode.workspace);
    const key = isOn() ? JSON.stringify(settings) : null;
    if (key === (schedule?.key ?? null)) return;
    schedule?.stop.abort();
    schedule = null;
    problem = key === null ? null : originProblem(settings);
    if (key !== null && problem === null) {
      schedule = { key, stop: new AbortController() };
      void run(settings, schedule.stop.signal).catch((error: unknown) => log.error(error));
    }
    changed.fire(undefined);
  }

  async function run(settings: WatchSettings, signal: AbortSignal): Promise<void> {
    await desk.open();
    await untilPlanned(memory, settings, signal);
    if (signal.aborted) return;
    const { BadSchedule, runOnSchedule } = await import('../../watch/index.ts');
    try {
      await runOnSchedule({
        store: createFolderStore(cacheFolder),
        expression: settings.schedule,
        timeZone: settings.timeZone,
        signal,
        run: (aborted, due) => lookWhenDue(due, aborted),
        onFailure: (error) => log.error(error),
        onPlanned: (next) => void memory.update(PLAN, planOf(settings, next)),
      });
    } catch (error) {
      if (!(error instanceof BadSchedule)) throw error;
      const { schedule: expression = '', timeZone = '' } = settings;
      problem =
        error.what === 'expression'
          ? text('watch.badCron', { expression })
          : text('watch.badTimeZone', { timeZone });
      changed.fire(undefined);
    }
  }

  async function lookWhenDue(due: Date, signal: AbortSignal): Promise<void> {
    let since = due;
    for (let retry = 0; ; retry++) {
      const result = await lookOnce(since, signal);
      if (result === 'followed') return;
      options.onLooked(result);
      if (result.outcome !== 'unread' || retry === RETRIES) return;
      await delay(RETRY_MS, undefined, { signal });
      since = new Date();
    }
  }

  /** One look, unless there was one since then; while another window looks, its result is waited for. */
  async function lookOnce(since: Date, signal: AbortSignal): Promise<LookResult | 'followed'> {
    const { createFolderLock } = await import('../../watch/index.ts');
    const lock = createFolderLock(path.join(cacheFolder, 'watch'));
    for (;;) {
      const release = await lock.acquire(signal);
      try {
        await desk.open();
        if (wasLookedAt(since)) return 'followed';
        if (release !== null) return await lookHere(signal);
      } finally {
        await release?.();
      }
      await delay(FOLLOW_MS, undefined, { signal });
    }
  }

  function wasLookedAt(since: Date): boolean {
    const at = new Date(desk.lastLook()?.at ?? 0);
    // A look in the future is one of a clock that was wrong.
    return at >= since && at <= new Date();
  }

  async function lookHere(signal: AbortSignal): Promise<LookResult> {
    isLooking = true;
    changed.fire(undefined);
    try {
      const docsOrigin = watchSettings(vscode.workspace).docsOrigin ?? null;
      const order = { cacheFolder, folders: await folders.list(today()), docsOrigin, builtBy };
      return await runLook(entry, order, signal);
    } finally {
      isLooking = false;
      await desk.open();
      for (const { source, text: message } of desk.lastLook()?.problems ?? [])
        log.warn(text('log.problem', { source, message }));
      changed.fire(undefined);
    }
  }

  const listeners = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affectsSettings(event)) restart();
    }),
  );

  return {
    isOn,
    isLooking: () => isLooking,
    problem: () => problem,
    onDidChange: changed.event,
    setNeeded(needed) {
      isNeeded = needed;
      restart();
    },
    lookNow: () => lookOnce(new Date(), closing.signal),
    dispose() {
      closing.abort();
      schedule?.stop.abort();
      listeners.dispose();
    },
  };
}

/** What is wrong with the address that stands in for the vendor's. */
export function originProblem({ docsOrigin }: WatchSettings): Text | null {
  if (docsOrigin === undefined || readOrigin(docsOrigin) !== null) return null;
  return text('news.status.badOrigin', { written: docsOrigin });
}

const PLAN = 'watch.next';
const plan = z.object({ key: z.string(), next: z.iso.datetime() });

function keyOf({ schedule = '', timeZone = '' }: WatchSettings): string {
  return `${schedule} ${timeZone}`;
}

function planOf(settings: WatchSettings, next: Date): z.infer<typeof plan> {
  return { key: keyOf(settings), next: next.toISOString() };
}

/** Longer than from one daily run to the next, also when clocks change. */
const TRUSTED_MS = 26 * 60 * 60_000;
/** Timers do not count the time that a machine sleeps. */
const AWAKE_MS = 30_000;

/**
 * Waits for the next run as it was planned, so that nothing of the watch is loaded before. A plan that is far away may
 * come of a clock that was wrong: the schedule itself decides then.
 */
async function untilPlanned(
  memory: vscode.Memento,
  settings: WatchSettings,
  signal: AbortSignal,
): Promise<void> {
  const kept = plan.safeParse(memory.get(PLAN));
  if (!kept.success || kept.data.key !== keyOf(settings)) return;
  const next = Date.parse(kept.data.next);
  for (let left = next - Date.now(); left > 0 && left < TRUSTED_MS; left = next - Date.now()) {
    await delay(Math.min(left, AWAKE_MS), undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
  }
}
