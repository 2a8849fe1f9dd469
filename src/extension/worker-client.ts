import { Worker } from 'node:worker_threads';
import type { WorkerApi, WorkerReply, WorkerRequest, WorkerStart } from './worker/protocol.ts';

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** What crashes the thread again whenever it is told of it is told this often in this time (milliseconds). */
const RECOVERIES = 3;
const PERIOD = 5 * 60_000;

/**
 * The analysis thread: started on the first question, so that an editor which pins nothing pays nothing, and started
 * again after a crash. Questions under way then fail and are reported by those who asked; what the thread was told before
 * is told again by those who listen.
 */
export class WorkerClient {
  readonly #entry: URL;
  readonly #start: WorkerStart;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners: (() => void)[] = [];
  readonly #crashes: number[] = [];
  #worker: Worker | null = null;
  #isDisposed = false;
  #nextId = 1;

  constructor(entry: URL, start: WorkerStart) {
    this.#entry = entry;
    this.#start = start;
  }

  /** Whether anything was asked so far. */
  get isRunning(): boolean {
    return this.#worker !== null;
  }

  call<M extends keyof WorkerApi>(method: M, ...args: Parameters<WorkerApi[M]>): ReturnType<WorkerApi[M]> {
    const request: WorkerRequest = { id: this.#nextId++, method, args };
    const answer = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(request.id, { resolve, reject }),
    );
    this.#running().postMessage(request);
    return answer as ReturnType<WorkerApi[M]>;
  }

  /** The thread has ended, and the next one knows nothing. Not told when it crashes again and again. */
  onCrash(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    await this.#worker?.terminate();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#entry, { workerData: this.#start });
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    let reason = new Error('The analysis thread ended.');
    worker.on('error', (error) => (reason = error instanceof Error ? error : new Error(String(error))));
    // It follows an error, too.
    worker.on('exit', () => this.#lose(reason));
    this.#worker = worker;
    return worker;
  }

  #settle(reply: WorkerReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting?.reject(new Error(reply.error));
    else waiting?.resolve(reply.result);
  }

  #lose(reason: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    if (this.#isDisposed) return;
    const now = performance.now();
    this.#crashes.push(now);
    const recent = this.#crashes.filter((at) => now - at < PERIOD);
    if (recent.length <= RECOVERIES) for (const listener of this.#listeners) listener();
  }
}
