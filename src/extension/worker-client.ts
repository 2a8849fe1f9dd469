import { Thread, type GivenUpWhy, type ThreadEnded } from '../threads/index.ts';
import type { WorkerApi, WorkerStart } from './worker/protocol.ts';

/** What crashes the thread again whenever it is told of it is told this often in this time (milliseconds). */
const MOST_RECOVERIES = 3;
const RECOVERY_PERIOD_MS = 5 * 60_000;
/** Of the thread's heap, in megabytes: it keeps what a workspace declares, and no text of it. */
const MOST_HEAP_MB = 1536;

/** What the client adds to the start of every thread itself. */
export type FirstStart = Omit<WorkerStart, 'givenUp'>;

/**
 * The analysis thread: started on the first question, so that an editor which pins nothing pays nothing, and started
 * again after a crash, or when a file takes longer than its budget: the next thread leaves that file out. Questions under
 * way then fail and are reported by those who asked; what the thread was told before is told again by those who listen.
 */
export class WorkerClient {
  readonly #entry: URL;
  readonly #start: FirstStart;
  readonly #budget: () => number;
  readonly #here: object;
  readonly #listeners: (() => void)[] = [];
  readonly #crashes: number[] = [];
  readonly #givenUp = new Map<string, GivenUpWhy>();
  #thread: Thread<WorkerApi, object> | null = null;
  #isDisposed = false;

  /**
   * @param budget milliseconds of CPU time for a file, a unit, or the judgement of a folder; asked when a thread starts
   * @param here what the thread may ask
   */
  constructor(entry: URL, start: FirstStart, budget: () => number, here: object = {}) {
    this.#entry = entry;
    this.#here = here;
    this.#start = start;
    this.#budget = budget;
  }

  /** Whether anything was asked so far. */
  get isRunning(): boolean {
    return this.#thread !== null;
  }

  call<M extends keyof WorkerApi>(method: M, ...args: Parameters<WorkerApi[M]>): ReturnType<WorkerApi[M]> {
    return this.#running().call(method, ...(args as never)) as ReturnType<WorkerApi[M]>;
  }

  /** The thread has ended, and the next one knows nothing. Not told when it crashes again and again. */
  onCrash(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await this.#thread?.close();
  }

  #running(): Thread<WorkerApi, object> {
    this.#thread ??= new Thread<WorkerApi, object>(
      {
        entry: this.#entry,
        data: { ...this.#start, givenUp: this.#givenUp } satisfies WorkerStart,
        budget: this.#budget(),
        here: this.#here,
        mostMemory: MOST_HEAP_MB,
      },
      (reason) => this.#lose(reason),
    );
    return this.#thread;
  }

  #lose({ task, why }: ThreadEnded): void {
    this.#thread = null;
    if (this.#isDisposed) return;
    const isNew = task !== null && !this.#givenUp.has(task);
    if (isNew) this.#givenUp.set(task, why);
    // What was given up is left out from now on: that is progress, not a crash that may come again.
    if (isNew || this.#mayRecover()) for (const listener of this.#listeners) listener();
  }

  #mayRecover(): boolean {
    const now = performance.now();
    this.#crashes.push(now);
    return this.#crashes.filter((at) => now - at < RECOVERY_PERIOD_MS).length <= MOST_RECOVERIES;
  }
}
