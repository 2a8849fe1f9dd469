import type { Worker } from 'node:worker_threads';
import type { Beacon } from './beacon.ts';
import type { GiveUpReason } from './given-up.ts';

/** Number of checks within the time of one budget. */
const CHECKS_PER_BUDGET = 20;
/**
 * Multiple of the budget that a task may take in elapsed time if CPU time is unavailable (before Node 24.6). On a busy
 * machine, a thread gets only part of the time.
 */
export const CLOCK_ALLOWANCE = 4;
/** The same for a thread that does not report its CPU time: it hangs, or has not been scheduled for long. */
export const SILENCE_ALLOWANCE = 15;

/**
 * Maximum growth of the process's memory during a task, in bytes. The heap limit of the thread does not include
 * WebAssembly.
 */
export const MAX_GROWTH_BYTES = 250 * 1024 * 1024;

interface WatchedTask {
  count: number;
  /** Start of the task, in milliseconds of `performance.now`. */
  since: number;
  /** The thread's CPU time in milliseconds at the first check of the task; null while unknown. */
  cpuAtStart: number | null;
  /** Resident memory of the process in bytes at the first check. */
  memoryAtStart: number;
  /** Pending request for the CPU time of the task, in milliseconds. */
  cpuTime: Promise<number | null> | null;
  /** True while the thread's CPU time is unknown; elapsed time is then limited instead. */
  isUnresponsive: boolean;
}

/**
 * Reports tasks that exceed their CPU time or memory. CPU time, unlike elapsed time, gives the same result on a busy
 * machine.
 */
export class Watchdog {
  readonly #worker: Worker;
  readonly #beacon: Beacon;
  readonly #budget: number;
  readonly #onOverdue: (task: string, why: GiveUpReason) => void;
  #timer: NodeJS.Timeout | null = null;
  #watched: WatchedTask | null = null;

  /**
   * @param budget milliseconds of CPU time per task
   * @param onOverdue called with the task that exceeded a limit
   */
  constructor(
    worker: Worker,
    beacon: Beacon,
    budget: number,
    onOverdue: (task: string, why: GiveUpReason) => void,
  ) {
    this.#worker = worker;
    this.#beacon = beacon;
    this.#budget = budget;
    this.#onOverdue = onOverdue;
  }

  watch(): void {
    this.#timer ??= setInterval(() => void this.#check(), this.#budget / CHECKS_PER_BUDGET).unref();
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#watched = null;
  }

  get #allowance(): number {
    return typeof this.#asking.cpuUsage === 'function' ? SILENCE_ALLOWANCE : CLOCK_ALLOWANCE;
  }

  /** `cpuUsage` is missing in older versions of Node, which editors still use. */
  get #asking(): Partial<Pick<Worker, 'cpuUsage'>> {
    return this.#worker;
  }

  async #check(): Promise<void> {
    const { count, task, moreTime } = this.#beacon.now();
    const budget = this.#budget + moreTime;
    const now = performance.now();
    if (task === null) {
      this.#watched = null;
      return;
    }
    if (this.#watched?.count !== count) {
      const memoryAtStart = process.memoryUsage.rss();
      const watched: WatchedTask = {
        count,
        since: now,
        cpuAtStart: null,
        memoryAtStart,
        cpuTime: null,
        isUnresponsive: true,
      };
      this.#watched = watched;
      watched.cpuAtStart = await this.#cpuTime();
      return;
    }
    const watched = this.#watched;
    if (process.memoryUsage.rss() - watched.memoryAtStart > MAX_GROWTH_BYTES) {
      this.#report(task, 'memory');
      return;
    }
    const passed = now - watched.since;
    if (passed < budget) return;
    // Not awaited before the check of elapsed time, because a thread that hangs never answers.
    watched.cpuTime ??= this.#cpuTime().then((cpu) => {
      watched.cpuTime = null;
      watched.isUnresponsive = cpu === null || watched.cpuAtStart === null;
      return watched.isUnresponsive ? null : (cpu ?? 0) - (watched.cpuAtStart ?? 0);
    });
    if (watched.isUnresponsive && passed >= budget * this.#allowance) {
      this.#report(task, 'time');
      return;
    }
    const used = await watched.cpuTime;
    if (used !== null && used >= budget && this.#beacon.now().count === count) this.#report(task, 'time');
  }

  #report(task: string, why: GiveUpReason): void {
    if (this.#timer === null) return;
    this.rest();
    this.#onOverdue(task, why);
  }

  /** CPU time of the thread in milliseconds; null if unavailable. */
  async #cpuTime(): Promise<number | null> {
    try {
      const used = await this.#asking.cpuUsage?.();
      return used === undefined ? null : (used.user + used.system) / 1000;
    } catch {
      return null; // The thread has ended.
    }
  }
}
