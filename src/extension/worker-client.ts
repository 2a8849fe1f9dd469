import { Thread, type GiveUpReason, type ThreadEnded } from '../threads/index.ts';
import type { WorkerApi, WorkerStart } from './worker/protocol.ts';

/**
 * Number of restarts within the period (milliseconds) after which a thread that keeps crashing is not started again.
 */
const MAX_RECOVERIES = 3;
const RECOVERY_PERIOD_MS = 5 * 60_000;
/** Maximum heap of the thread in megabytes. It keeps declarations, but no texts of files. */
const MAX_HEAP_MB = 1536;

/** Start of a thread without the fields that the client adds. */
export type FirstStart = Omit<WorkerStart, 'givenUp'>;

/**
 * The analysis thread. It starts with the first question, so that an editor without pins has no cost. It starts again
 * after a crash, and after a file exceeded its budget, which the next thread leaves out. Pending questions fail, and
 * their callers report it; listeners of `onCrash` send the state again.
 */
export class WorkerClient {
  readonly #entry: URL;
  readonly #start: FirstStart;
  readonly #budget: () => number;
  readonly #here: object;
  readonly #listeners: (() => void)[] = [];
  readonly #crashes: number[] = [];
  readonly #givenUp = new Map<string, GiveUpReason>();
  #thread: Thread<WorkerApi, object> | null = null;
  #isDisposed = false;

  /**
   * @param budget milliseconds of CPU time for a file, a unit, or the judgement of a folder; read when a thread starts
   * @param here calls from the thread
   */
  constructor(entry: URL, start: FirstStart, budget: () => number, here: object = {}) {
    this.#entry = entry;
    this.#here = here;
    this.#start = start;
    this.#budget = budget;
  }

  /** True if a question was ever asked. */
  get isRunning(): boolean {
    return this.#thread !== null;
  }

  call<M extends keyof WorkerApi>(method: M, ...args: Parameters<WorkerApi[M]>): ReturnType<WorkerApi[M]> {
    return this.#running().call(method, ...(args as never)) as ReturnType<WorkerApi[M]>;
  }

  /** Adds a listener for the end of a thread, whose successor has no state. Not called if threads keep crashing. */
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
        maxMemory: MAX_HEAP_MB,
      },
      (reason) => this.#lose(reason),
    );
    return this.#thread;
  }

  #lose({ task, reason }: ThreadEnded): void {
    this.#thread = null;
    if (this.#isDisposed) return;
    const isNew = task !== null && !this.#givenUp.has(task);
    if (isNew) this.#givenUp.set(task, reason);
    // A task that was given up is left out from now on, so it cannot cause the crash again.
    if (isNew || this.#mayRecover()) for (const listener of this.#listeners) listener();
  }

  #mayRecover(): boolean {
    const now = performance.now();
    this.#crashes.push(now);
    return this.#crashes.filter((at) => now - at < RECOVERY_PERIOD_MS).length <= MAX_RECOVERIES;
  }
}
