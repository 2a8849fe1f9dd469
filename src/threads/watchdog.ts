import type { Worker } from 'node:worker_threads';
import type { Beacon } from './beacon.ts';
import type { GiveUpReason } from './given-up.ts';

/** Number of checks of a task within its budget. */
const CHECKS_PER_BUDGET = 20;
/**
 * Factor for the clock. On a busy machine a thread gets only part of the time; if its own CPU time is unavailable (before
 * Node 24.6), a task may take this many times its budget.
 */
export const CLOCK_ALLOWANCE = 4;
/** The same factor for a thread that does not answer: it may hang, or may have waited long for the processor. */
export const SILENCE_ALLOWANCE = 15;

/**
 * Growth of the process during one long task, in bytes, before the task is given up. The thread's own limit covers its
 * heap; memory of WebAssembly is extra.
 */
export const MAX_GROWTH_BYTES = 250 * 1024 * 1024;

interface WatchedTask {
  count: number;
  /** Time by the clock, in milliseconds. */
  since: number;
  /** CPU time of the thread at the first check of the task, in milliseconds; null while unknown. */
  cpuAtStart: number | null;
  /** Resident memory of the process, in bytes. */
  memoryAtStart: number;
  /** Pending request for the CPU time since then, in milliseconds. */
  cpuTime: Promise<number | null> | null;
  /** True until the thread has reported its CPU time: the clock counts meanwhile. */
  isUnresponsive: boolean;
}

/**
 * Reports when a task exceeds its time, or the process's memory. CPU time counts, so that a busy machine gives the same
 * result.
 */
export class Watchdog {
  readonly #worker: Worker;
  readonly #beacon: Beacon;
  readonly #budget: number;
  readonly #onOverdue: (task: string, why: GiveUpReason) => void;
  #timer: NodeJS.Timeout | null = null;
  #watched: WatchedTask | null = null;

  /** @param budget milliseconds of CPU time for one task */
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

  /** The extension host runs on an older Node without it. */
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
    // A thread that hangs never answers; the check of the clock must not wait for it.
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

  /** Milliseconds; null if unavailable. */
  async #cpuTime(): Promise<number | null> {
    try {
      const used = await this.#asking.cpuUsage?.();
      return used === undefined ? null : (used.user + used.system) / 1000;
    } catch {
      return null; // The thread has ended.
    }
  }
}
