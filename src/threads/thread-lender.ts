import type { Thread } from './thread.ts';

/** Milliseconds for which an idle thread waits for work before it ends. */
const MAX_IDLE_MS = 5000;

interface Spare<T> {
  thread: T;
  /** True if the remaining work for its last user succeeded. */
  isRested: Promise<boolean>;
}

/**
 * Lends threads for recurring work: starting one takes longer than most of their tasks. An idle thread waits for more
 * work, and does not keep the process alive.
 */
export class ThreadLender<There extends object, Here extends object> {
  readonly #start: () => Thread<There, Here>;
  #spare: Spare<Thread<There, Here>> | null = null;

  /** @param start creates a thread if none is idle */
  constructor(start: () => Thread<There, Here>) {
    this.#start = start;
  }

  /** Starts a thread for the next user, if none is idle: starting and the user's other preparations take equally long. */
  prepare(): void {
    if (this.#spare !== null) return;
    const thread = this.#start();
    thread.release();
    this.#spare = { thread, isRested: Promise.resolve(true) };
  }

  /** A thread for one user, who gives it back or closes it. */
  async take(): Promise<Thread<There, Here>> {
    const spare = this.#spare;
    this.#spare = null;
    if (spare === null || !(await spare.isRested) || spare.thread.hasEnded) return this.#start();
    spare.thread.hold();
    return spare.thread;
  }

  /** @param rest remaining work for its last user */
  giveBack(thread: Thread<There, Here>, rest: Promise<unknown>): void {
    const isRested = rest.then(
      () => {
        thread.release();
        setTimeout(() => this.#end(spare), MAX_IDLE_MS).unref();
        return true;
      },
      () => {
        this.#end(spare);
        return false;
      },
    );
    const spare = { thread, isRested };
    // One spare is enough: most work is sequential.
    if (this.#spare !== null) void isRested.then(() => thread.close());
    else this.#spare = spare;
  }

  /** Ends a thread unless it was taken meanwhile. */
  #end(spare: Spare<Thread<There, Here>>): void {
    if (this.#spare !== spare) return;
    this.#spare = null;
    void spare.thread.close();
  }
}
