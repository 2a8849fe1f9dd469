import { setTimeout as delay } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { WatchSettings } from '../contributions/settings.ts';

const MEMORY_KEY = 'watch.next';

/** More than a day, so that a daily plan stays valid when clocks change for summer time. */
const MAX_TRUSTED_WAIT_MS = 26 * 60 * 60_000;
/** Timers do not count the time that a machine sleeps, so the clock is checked at this interval. */
const CLOCK_CHECK_MS = 30_000;

/** Time of the next look, kept on this machine, so that the watch is loaded only when it is due. */
export class LookPlan {
  readonly #memory: Pick<vscode.Memento, 'get' | 'update'>;

  constructor(memory: Pick<vscode.Memento, 'get' | 'update'>) {
    this.#memory = memory;
  }

  /** Keeps the time of the next look of a schedule. */
  keep(settings: WatchSettings, next: Date): void {
    void this.#memory.update(MEMORY_KEY, { key: scheduleKey(settings), next: next.toISOString() });
  }

  /** Waits until the kept time of a schedule. Ignores a time that is too far away, which comes from a wrong clock. */
  async wait(settings: WatchSettings, signal: AbortSignal): Promise<void> {
    const { Plan } = await import('./schemas/plan.ts');
    const kept = Plan.safeParse(this.#memory.get(MEMORY_KEY));
    if (!kept.success || kept.data.key !== scheduleKey(settings)) return;
    const next = Date.parse(kept.data.next);
    for (
      let left = next - Date.now();
      left > 0 && left < MAX_TRUSTED_WAIT_MS && !signal.aborted;
      left = next - Date.now()
    )
      await delay(Math.min(left, CLOCK_CHECK_MS), undefined, { signal }).catch(() => undefined);
  }
}

function scheduleKey({ schedule = '', timeZone = '' }: WatchSettings): string {
  return `${schedule} ${timeZone}`;
}
