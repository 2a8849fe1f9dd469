import { Thread, type GiveUpReason, type ThreadEnded } from '../threads/index.ts';
import type { WorkerApi, WorkerStart } from './worker/protocol.ts';

/** Maximum number of restarts within `RECOVERY_PERIOD_MS`. */
const MAX_RECOVERIES = 3;
const RECOVERY_PERIOD_MS = 5 * 60_000;
/** Heap limit of the thread in megabytes. The heap contains declarations, but no file contents. */
const MAX_HEAP_MB = 1536;

/** Start data except the fields that the client adds. */
export type WorkerStartOptions = Omit<WorkerStart, 'givenUp'>;

/**
 * Client of the analysis thread. Starts it with the first question, so that an editor without pins has no cost.
 * Restarts it after a crash, and after a file exceeded its budget, which is then skipped. Pending questions fail, and
 * their callers report it. Listeners of `onCrash` send the state again.
 */
export class WorkerClient {
  readonly #entry: URL;
  readonly #start: WorkerStartOptions;
  readonly #budget: () => number;
  readonly #localFunctions: object;
  readonly #listeners: (() => void)[] = [];
  readonly #crashes: number[] = [];
  readonly #givenUp = new Map<string, GiveUpReason>();
  #thread: Thread<WorkerApi, object> | null = null;
  #isDisposed = false;

  /**
   * @param budget milliseconds of CPU time per file, unit, and judgement of a folder; called when a thread starts
   * @param localFunctions functions that the thread may call
   */
  constructor(entry: URL, start: WorkerStartOptions, budget: () => number, localFunctions: object = {}) {
    this.#entry = entry;
    this.#localFunctions = localFunctions;
    this.#start = start;
    this.#budget = budget;
  }

  /** True if a question has been asked. */
  get isRunning(): boolean {
    return this.#thread !== null;
  }

  call<M extends keyof WorkerApi>(method: M, ...args: Parameters<WorkerApi[M]>): ReturnType<WorkerApi[M]> {
    return this.#running().call(method, ...(args as never)) as ReturnType<WorkerApi[M]>;
  }

  /**
   * Adds a listener for a thread that ended and will be replaced by one without state. Not called once restarts are
   * exhausted.
   */
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
        localFunctions: this.#localFunctions,
        maxMemory: MAX_HEAP_MB,
      },
      (reason) => this.#handleEnd(reason),
    );
    return this.#thread;
  }

  #handleEnd({ task, reason }: ThreadEnded): void {
    this.#thread = null;
    if (this.#isDisposed) return;
    const isNew = task !== null && !this.#givenUp.has(task);
    if (isNew) this.#givenUp.set(task, reason);
    // A task that is newly given up will be skipped, so it does not count as a repeated crash.
    if (isNew || this.#mayRecover()) for (const listener of this.#listeners) listener();
  }

  #mayRecover(): boolean {
    const now = performance.now();
    this.#crashes.push(now);
    return this.#crashes.filter((at) => now - at < RECOVERY_PERIOD_MS).length <= MAX_RECOVERIES;
  }
}
