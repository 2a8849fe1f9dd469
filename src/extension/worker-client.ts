import { Worker } from 'node:worker_threads';
import type { WorkerApi, WorkerReply, WorkerRequest, WorkerStart } from './worker/protocol.ts';

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * The analysis thread: started on the first question, so that an editor which pins nothing pays nothing, and started
 * again after a crash. Questions under way then fail and are reported by those who asked.
 */
export class WorkerClient {
  readonly #entry: URL;
  readonly #start: WorkerStart;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;

  constructor(entry: URL, start: WorkerStart) {
    this.#entry = entry;
    this.#start = start;
  }

  call<M extends keyof WorkerApi>(method: M, ...args: Parameters<WorkerApi[M]>): ReturnType<WorkerApi[M]> {
    const request: WorkerRequest = { id: this.#nextId++, method, args };
    const answer = new Promise<unknown>((resolve, reject) =>
      this.#waiting.set(request.id, { resolve, reject }),
    );
    this.#running().postMessage(request);
    return answer as ReturnType<WorkerApi[M]>;
  }

  async dispose(): Promise<void> {
    await this.#worker?.terminate();
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#entry, { workerData: this.#start });
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    worker.on('error', (error) => this.#failAll(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#failAll(new Error('The analysis thread ended.')));
    this.#worker = worker;
    return worker;
  }

  #settle(reply: WorkerReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting?.reject(new Error(reply.error));
    else waiting?.resolve(reply.result);
  }

  #failAll(error: Error): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
