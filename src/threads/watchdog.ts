import type { Worker } from 'node:worker_threads';
import type { Beacon } from './beacon.ts';
import type { GivenUpWhy } from './given-up.ts';

/** How often a task is looked at within its budget. */
const LOOKS = 20;
/**
 * A thread on a busy machine gets a part of the time that passes. Where its own time cannot be asked (before Node 24.6), or
 * where it does not even answer that, a task has this many times its budget by the clock.
 */
const CLOCK_ALLOWANCE = 4;

/**
 * By how much the process may grow during one task that takes long, in bytes. A thread's own limit is that of its heap: the
 * memory of WebAssembly comes on top.
 */
const MOST_GROWTH = 250 * 1024 * 1024;

interface Watched {
  count: number;
  /** By the clock, in milliseconds. */
  since: number;
  /** CPU time of the thread when the task was first seen, in milliseconds; null while it is not known. */
  cpuAtStart: number | null;
  /** Resident memory of the process, in bytes. */
  memoryAtStart: number;
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

  async #look(): Promise<void> {
    const { count, task } = this.#beacon.now();
    const now = performance.now();
    if (task === null) {
      this.#watched = null;
      return;
    }
    if (this.#watched?.count !== count) {
      const memoryAtStart = process.memoryUsage.rss();
      const watched: Watched = { count, since: now, cpuAtStart: null, memoryAtStart };
      this.#watched = watched;
      watched.cpuAtStart = await this.#cpuTime();
      return;
    }
    const { since, cpuAtStart, memoryAtStart } = this.#watched;
    if (process.memoryUsage.rss() - memoryAtStart > MOST_GROWTH) {
      this.#tell(task, 'memory');
      return;
    }
    if (now - since < this.#budget) return;
    if (now - since >= this.#budget * CLOCK_ALLOWANCE) {
      this.#tell(task, 'time');
      return;
    }
    const cpu = cpuAtStart === null ? null : await this.#cpuTime();
    if (cpu === null || cpuAtStart === null || cpu - cpuAtStart < this.#budget) return;
    if (this.#beacon.now().count === count) this.#tell(task, 'time');
  }

  #tell(task: string, why: GivenUpWhy): void {
    if (this.#timer === null) return;
    this.rest();
    this.#onOverdue(task, why);
  }

  /** Milliseconds; null where it cannot be asked. */
  async #cpuTime(): Promise<number | null> {
    // The extension host runs on an older Node, which has no such method.
    const worker: Partial<Pick<Worker, 'cpuUsage'>> = this.#worker;
    try {
      const used = await worker.cpuUsage?.call(this.#worker);
      return used === undefined ? null : (used.user + used.system) / 1000;
    } catch {
      return null; // it has ended
    }
  }
}
