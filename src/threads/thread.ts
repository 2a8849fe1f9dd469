import { Worker } from 'node:worker_threads';
import { createBirpc, type BirpcReturn } from 'birpc';
import { Beacon, beaconMemory } from './beacon.ts';
import { ThreadEnded } from './given-up.ts';
import { Watchdog } from './watchdog.ts';

/** What a thread starts from; `serveThread` unpacks it. */
export interface ThreadStart {
  beacon: SharedArrayBuffer;
  data: unknown;
}

export interface ThreadOptions<Here extends object> {
  /** The module that calls `serveThread`. */
  entry: URL;
  /** What it is told at its start. */
  data?: unknown;
  /** Its environment; this thread's when not given. */
  env?: NodeJS.ProcessEnv;
  /** What it may ask of this side. */
  here?: Here;
  /** Milliseconds of CPU time for one task; without it nothing is watched. */
  budget?: number;
  /** Of its heap, in megabytes; what needs more ends the thread, not the process. */
  mostMemory?: number;
}

/** A scan of a large tree holds 310 MB with this limit, 410 without one, in the same time. */
const YOUNG_GENERATION_MB = 16;

/** A thread that answers questions and can be thrown away. */
export class Thread<There extends object, Here extends object = Record<string, never>> {
  readonly #worker: Worker;
  readonly #here: Partial<Here>;
  readonly #rpc: BirpcReturn<There, Here, false>;
  readonly #beacon: Beacon;
  readonly #watchdog: Watchdog | null;
  readonly #onEnd: (reason: ThreadEnded) => void;
  #asked = 0;
  #ended: ThreadEnded | null = null;
  #isClosed = false;
  #isOnline = false;

  /** @param onEnd told once when it ends by itself or is given up, not when it is closed */
  constructor(options: ThreadOptions<Here>, onEnd: (reason: ThreadEnded) => void = () => undefined) {
    const { entry, data, env = process.env, here, budget, mostMemory } = options;
    this.#onEnd = onEnd;
    const limits =
      mostMemory === undefined
        ? {}
        : {
            resourceLimits: {
              maxOldGenerationSizeMb: mostMemory,
              maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
            },
          };
    const start: ThreadStart = { beacon: beaconMemory(), data };
    this.#worker = new Worker(entry, { env, ...limits, workerData: start });
    this.#beacon = new Beacon(start.beacon);
    this.#here = { ...here };
    this.#rpc = createBirpc<There, Here, false>(this.#here as Here, {
      post: (message) => this.#worker.postMessage(message),
      on: (listener) => void this.#worker.on('message', listener),
      // Questions take what they take: tasks have budgets, questions have none.
      timeout: -1,
      proxify: false,
    });
    this.#worker.once('online', () => (this.#isOnline = true));
    // `exit` follows an error, too.
    this.#worker.on('error', (error) => this.#end(endedBy(error, this.#beacon.now().task)));
    this.#worker.on('exit', () => this.#end(this.#crash('The thread ended.')));
    this.#watchdog =
      budget === undefined
        ? null
        : new Watchdog(this.#worker, this.#beacon, budget, (task, why) => {
            this.#end(new ThreadEnded(why, task, `Given up (${why}): ${task}`));
            void this.#worker.terminate();
          });
  }

  /** Whether it has started and has nothing to do. */
  get isIdle(): boolean {
    return this.#isOnline && this.#ended === null && this.#asked === 0;
  }

  /** What it may ask of this side from now on. */
  listen(here: Here): void {
    Object.assign(this.#here, here);
  }

  /** From now on it keeps nobody from ending. */
  release(): void {
    this.#worker.unref();
  }

  /** Takes `release` back. */
  hold(): void {
    this.#worker.ref();
  }

  /** @throws {ThreadEnded} when the thread ends before it has answered */
  async call<M extends keyof There & string>(
    method: M,
    ...args: There[M] extends (...args: infer A) => unknown ? A : never
  ): Promise<There[M] extends (...args: never) => infer R ? Awaited<R> : never> {
    if (this.#ended !== null) throw this.#ended;
    this.#asked++;
    this.#watchdog?.watch();
    try {
      const ask = this.#rpc.$callRaw as (question: { method: string; args: unknown[] }) => Promise<unknown>;
      return (await ask({ method, args })) as never;
    } finally {
      this.#asked--;
      if (this.#asked === 0) this.#watchdog?.rest();
    }
  }

  /** Ends it; questions under way fail. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#end(this.#crash('The thread was closed.'));
    await this.#worker.terminate();
  }

  #crash(message: string): ThreadEnded {
    return new ThreadEnded('crash', this.#beacon.now().task, message);
  }

  #end(reason: ThreadEnded): void {
    if (this.#ended !== null) return;
    this.#ended = reason;
    this.#watchdog?.rest();
    this.#rpc.$close(reason);
    if (!this.#isClosed) this.#onEnd(reason);
  }
}

function endedBy(error: unknown, task: string | null): ThreadEnded {
  const cause = error instanceof Error ? error : new Error(String(error));
  const isMemory = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new ThreadEnded(isMemory ? 'memory' : 'crash', task, cause.message, cause);
}
