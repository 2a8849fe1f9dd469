import { setTimeout as delay } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { WatchSettings } from '../../contributions/settings.ts';

const MEMORY_KEY = 'watch.next';

/** Longer than a day, so that a daily plan remains valid when daylight saving time changes. */
const MAX_TRUSTED_WAIT_MS = 26 * 60 * 60_000;
/** Interval of checking the clock in milliseconds, because timers stand still while a machine sleeps. */
const CLOCK_CHECK_MS = 30_000;

/** Stores the time of the next look, so that the watch's code is loaded only when a look is due. */
export class LookPlan {
  readonly #memory: Pick<vscode.Memento, 'get' | 'update'>;

  constructor(memory: Pick<vscode.Memento, 'get' | 'update'>) {
    this.#memory = memory;
  }

  /** Stores the time of the next look of a schedule. */
  keep(settings: WatchSettings, next: Date): void {
    void this.#memory.update(MEMORY_KEY, { key: scheduleKey(settings), next: next.toISOString() });
  }

  /** Waits until the stored time of a schedule. A time too far in the future comes from a wrong clock, and is ignored. */
  async wait(settings: WatchSettings, signal: AbortSignal): Promise<void> {
    const { plan } = await import('../stored.ts');
    const kept = plan.safeParse(this.#memory.get(MEMORY_KEY));
    if (!kept.success || kept.data.key !== scheduleKey(settings)) return;
    const next = Date.parse(kept.data.next);
    for (
      let remaining = next - Date.now();
      remaining > 0 && remaining < MAX_TRUSTED_WAIT_MS && !signal.aborted;
      remaining = next - Date.now()
    )
      await delay(Math.min(remaining, CLOCK_CHECK_MS), undefined, { signal }).catch(() => undefined);
  }
}

function scheduleKey({ schedule = '', timeZone = '' }: WatchSettings): string {
  return `${schedule} ${timeZone}`;
}
