/**
 * Replaces threads/thread.ts by a browser's worker. Tasks are limited by elapsed time, because CPU time and memory are
 * unknown.
 */
import { createBirpc, type BirpcReturn } from 'birpc';
import { ThreadEnded, type GiveUpReason, type ThreadOptions } from '../../../threads/index.ts';

import type { BrowserStart } from '../protocol.ts';

interface BrowserWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}
declare const Worker: new (address: string) => BrowserWorker;

/** Elapsed time of a task, as a multiple of its budget: on a busy machine a worker gets only part of the time. */
const CLOCK_ALLOWANCE = 4;
/** Milliseconds to wait for messages already sent when the limit is reached. */
const GRACE_MS = 250;

export class Thread<RemoteApi extends object, LocalApi extends object = Record<string, never>> {
  readonly #worker: BrowserWorker;
  readonly #rpc: BirpcReturn<RemoteApi, LocalApi, false>;
  readonly #onEnd: (reason: ThreadEnded) => void;
  readonly #allowed: number | null;
  #task: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended: ThreadEnded | null = null;
  #isClosed = false;

  constructor(options: ThreadOptions<LocalApi>, onEnd: (reason: ThreadEnded) => void = () => undefined) {
    const { entry, data, localFunctions: localFunctions, budget } = options;
    this.#onEnd = onEnd;
    this.#allowed = budget === undefined ? null : budget * CLOCK_ALLOWANCE;
    const listeners: ((message: unknown) => void)[] = [];
    this.#worker = new Worker(entry.href);
    this.#worker.onmessage = ({ data: message }) => {
      if (typeof message !== 'object' || message === null) return;
      if ('task' in message) this.#begin(message.task as string | null);
      else if ('hasEnded' in message) this.#giveUp('crash', 'The thread ended.');
      else for (const listener of listeners) listener(message);
    };
    this.#worker.onerror = ({ message = 'The thread ended.' }) => this.#giveUp('crash', message);
    this.#rpc = createBirpc<RemoteApi, LocalApi, false>(localFunctions ?? ({} as LocalApi), {
      post: (message) => this.#worker.postMessage(message),
      on: (listener) => void listeners.push(listener),
      bind: 'functions',
      timeout: -1,
      proxify: false,
    });
    this.#worker.postMessage({ data } satisfies BrowserStart);
  }

  async call<M extends keyof RemoteApi & string>(
    method: M,
    ...args: RemoteApi[M] extends (...args: infer A) => unknown ? A : never
  ): Promise<RemoteApi[M] extends (...args: never) => infer R ? Awaited<R> : never> {
    if (this.#ended !== null) throw this.#ended;
    const ask = this.#rpc.$callRaw as (question: { method: string; args: unknown[] }) => Promise<unknown>;
    return (await ask({ method, args })) as never;
  }

  close(): Promise<void> {
    this.#isClosed = true;
    this.#giveUp('crash', 'The thread was closed.');
    return Promise.resolve();
  }

  #begin(task: string | null): void {
    clearTimeout(this.#timer);
    this.#task = task;
    if (task === null || this.#allowed === null) return;
    const giveUp = (): void => this.#giveUp('time', `Given up (time): ${task}`);
    this.#timer = setTimeout(() => (this.#timer = setTimeout(giveUp, GRACE_MS)), this.#allowed);
  }

  #giveUp(why: GiveUpReason, message: string): void {
    if (this.#ended !== null) return;
    clearTimeout(this.#timer);
    this.#ended = new ThreadEnded(why, this.#task, message);
    this.#rpc.$close(this.#ended);
    this.#worker.terminate();
    if (!this.#isClosed) this.#onEnd(this.#ended);
  }
}
