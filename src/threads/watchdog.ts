import type { Worker } from 'node:worker_threads';
import type { Beacon } from './beacon.ts';
import type { GiveUpReason } from './given-up.ts';

/** Number of checks within the time of one budget. */
const CHECKS_PER_BUDGET = 20;
/**
 * Multiple of the budget that a task may take in elapsed time if CPU time is unavailable (before Node 24.6). On a busy
 * machine, a thread gets only part of the time.
 */
export const ELAPSED_TIME_FACTOR = 4;
/**
 * Multiple of the budget that a thread may take if it does not report its CPU time: it hangs, or has not been
 * scheduled for long.
 */
export const UNRESPONSIVE_FACTOR = 15;

/**
 * Maximum growth of the process's memory during a task, in bytes. The heap limit of the thread does not include
 * WebAssembly.
 */
export const MAX_GROWTH_BYTES = 250 * 1024 * 1024;

interface WatchedTask {
  taskNumber: number;
  /** Start of the task, in milliseconds of `performance.now`. */
  startedAt: number;
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

  start(): void {
    this.#timer ??= setInterval(() => void this.#check(), this.#budget / CHECKS_PER_BUDGET).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#watched = null;
  }

  get #elapsedTimeFactor(): number {
    return typeof this.#cpuUsageSource.cpuUsage === 'function' ? UNRESPONSIVE_FACTOR : ELAPSED_TIME_FACTOR;
  }

  /** `cpuUsage` is missing in older versions of Node, which editors still use. */
  get #cpuUsageSource(): Partial<Pick<Worker, 'cpuUsage'>> {
    return this.#worker;
  }

  async #check(): Promise<void> {
    const { taskNumber, task, extraTime } = this.#beacon.now();
    const budget = this.#budget + extraTime;
    const now = performance.now();
    if (task === null) {
      this.#watched = null;
      return;
    }
    if (this.#watched?.taskNumber !== taskNumber) {
      const memoryAtStart = process.memoryUsage.rss();
      const watched: WatchedTask = {
        taskNumber,
        startedAt: now,
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
    const elapsed = now - watched.startedAt;
    if (elapsed < budget) return;
    // Not awaited before the check of elapsed time, because a thread that hangs never answers.
    watched.cpuTime ??= this.#cpuTime().then((cpu) => {
      watched.cpuTime = null;
      watched.isUnresponsive = cpu === null || watched.cpuAtStart === null;
      return watched.isUnresponsive ? null : (cpu ?? 0) - (watched.cpuAtStart ?? 0);
    });
    if (watched.isUnresponsive && elapsed >= budget * this.#elapsedTimeFactor) {
      this.#report(task, 'time');
      return;
    }
    const used = await watched.cpuTime;
    if (used !== null && used >= budget && this.#beacon.now().taskNumber === taskNumber)
      this.#report(task, 'time');
  }

  #report(task: string, why: GiveUpReason): void {
    if (this.#timer === null) return;
    this.stop();
    this.#onOverdue(task, why);
  }

  /** CPU time of the thread in milliseconds; null if unavailable. */
  async #cpuTime(): Promise<number | null> {
    try {
      const used = await this.#cpuUsageSource.cpuUsage?.();
      return used === undefined ? null : (used.user + used.system) / 1000;
    } catch {
      return null; // The thread has ended.
    }
  }
}
