import type { Worker } from 'node:worker_threads';
import type { Beacon } from './beacon.ts';
import type { GivenUpWhy } from './given-up.ts';

/** How often a task is looked at within its budget. */
const LOOKS = 20;
/**
 * A thread on a busy machine gets a part of the time that passes. Where its own time cannot be asked (before Node 24.6), a
 * task has this many times its budget by the clock.
 */
export const CLOCK_ALLOWANCE = 4;
/** Likewise where it does not answer: it may be deaf, or only not have had its turn for long. */
export const SILENCE_ALLOWANCE = 15;

/**
 * By how much the process may grow during one task that takes long, in bytes. A thread's own limit is that of its heap: the
 * memory of WebAssembly comes on top.
 */
export const MOST_GROWTH = 250 * 1024 * 1024;

interface Watched {
  count: number;
  /** By the clock, in milliseconds. */
  since: number;
  /** CPU time of the thread when the task was first seen, in milliseconds; null while it is not known. */
  cpuAtStart: number | null;
  /** Resident memory of the process, in bytes. */
  memoryAtStart: number;
  /** The question for the CPU time since then that is open, in milliseconds. */
  cpuTime: Promise<number | null> | null;
  /** Whether the thread has not told its CPU time so far: then the clock counts. */
  isDeaf: boolean;
}

/**
 * Tells when a thread works on one task for longer than it may, or takes the process's memory for it. CPU time counts, so
 * that a busy machine gives the same result.
 */
export class Watchdog {
  readonly #worker: Worker;
  readonly #beacon: Beacon;
  readonly #budget: number;
  readonly #onOverdue: (task: string, why: GivenUpWhy) => void;
  #timer: NodeJS.Timeout | null = null;
  #watched: Watched | null = null;

  /** @param budget milliseconds of CPU time for one task */
  constructor(
    worker: Worker,
    beacon: Beacon,
    budget: number,
    onOverdue: (task: string, why: GivenUpWhy) => void,
  ) {
    this.#worker = worker;
    this.#beacon = beacon;
    this.#budget = budget;
    this.#onOverdue = onOverdue;
  }

  watch(): void {
    this.#timer ??= setInterval(() => void this.#look(), this.#budget / LOOKS).unref();
  }

  rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#watched = null;
  }

  get #allowance(): number {
    return typeof this.#asking.cpuUsage === 'function' ? SILENCE_ALLOWANCE : CLOCK_ALLOWANCE;
  }

  /** The extension host runs on an older Node, which cannot ask. */
  get #asking(): Partial<Pick<Worker, 'cpuUsage'>> {
    return this.#worker;
  }

  async #look(): Promise<void> {
    const { count, task, moreTime } = this.#beacon.now();
    const budget = this.#budget + moreTime;
    const now = performance.now();
    if (task === null) {
      this.#watched = null;
      return;
    }
    if (this.#watched?.count !== count) {
      const memoryAtStart = process.memoryUsage.rss();
      const watched: Watched = {
        count,
        since: now,
        cpuAtStart: null,
        memoryAtStart,
        cpuTime: null,
        isDeaf: true,
      };
      this.#watched = watched;
      watched.cpuAtStart = await this.#cpuTime();
      return;
    }
    const watched = this.#watched;
    if (process.memoryUsage.rss() - watched.memoryAtStart > MOST_GROWTH) {
      this.#tell(task, 'memory');
      return;
    }
    const passed = now - watched.since;
    if (passed < budget) return;
    // A question to a thread that is deaf to it stays open: it must not keep the clock from being looked at.
    watched.cpuTime ??= this.#cpuTime().then((cpu) => {
      watched.cpuTime = null;
      watched.isDeaf = cpu === null || watched.cpuAtStart === null;
      return watched.isDeaf ? null : (cpu ?? 0) - (watched.cpuAtStart ?? 0);
    });
    if (watched.isDeaf && passed >= budget * this.#allowance) {
      this.#tell(task, 'time');
      return;
    }
    const used = await watched.cpuTime;
    if (used !== null && used >= budget && this.#beacon.now().count === count) this.#tell(task, 'time');
  }

  #tell(task: string, why: GivenUpWhy): void {
    if (this.#timer === null) return;
    this.rest();
    this.#onOverdue(task, why);
  }

  /** Milliseconds; null where it cannot be asked. */
  async #cpuTime(): Promise<number | null> {
    try {
      const used = await this.#asking.cpuUsage?.();
      return used === undefined ? null : (used.user + used.system) / 1000;
    } catch {
      return null; // it has ended
    }
  }
}
