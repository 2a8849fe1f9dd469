import { setTimeout as delay } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { WatchSettings } from '../contributions/settings.ts';

const MEMORY_KEY = 'watch.next';

/** Longer than from one daily run to the next, also when clocks change. */
const LONGEST_TRUSTED_MS = 26 * 60 * 60_000;
/** Timers do not count the time that a machine sleeps: the clock is looked at this often. */
const CLOCK_LOOK_MS = 30_000;

/** When the next look is due, remembered by this machine, so that nothing of the watch is loaded before. */
export class LookPlan {
  readonly #memory: Pick<vscode.Memento, 'get' | 'update'>;

  constructor(memory: Pick<vscode.Memento, 'get' | 'update'>) {
    this.#memory = memory;
  }

  /** Remembers the next look of a schedule. */
  keep(settings: WatchSettings, next: Date): void {
    void this.#memory.update(MEMORY_KEY, { key: scheduleKey(settings), next: next.toISOString() });
  }

  /**
   * Waits for the look that was planned for the same schedule. A plan that is far away may come of a clock that was wrong:
   * the schedule itself decides then.
   */
  async wait(settings: WatchSettings, signal: AbortSignal): Promise<void> {
    const { Plan } = await import('./schemas/plan.ts');
    const kept = Plan.safeParse(this.#memory.get(MEMORY_KEY));
    if (!kept.success || kept.data.key !== scheduleKey(settings)) return;
    const next = Date.parse(kept.data.next);
    for (
      let left = next - Date.now();
      left > 0 && left < LONGEST_TRUSTED_MS && !signal.aborted;
      left = next - Date.now()
    )
      await delay(Math.min(left, CLOCK_LOOK_MS), undefined, { signal }).catch(() => undefined);
  }
}

function scheduleKey({ schedule = '', timeZone = '' }: WatchSettings): string {
  return `${schedule} ${timeZone}`;
}
