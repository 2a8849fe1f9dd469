import type { Thread } from './thread.ts';

/** Milliseconds after which an idle thread ends. */
const MAX_IDLE_MS = 5000;

interface Spare<T> {
  thread: T;
  /** Resolves after the last user's remaining work; false if that work failed. */
  isRested: Promise<boolean>;
}

/**
 * Reuses a thread for recurring short work, because starting one takes longer. An idle thread ends after some seconds,
 * and does not keep the process alive.
 */
export class ThreadLender<There extends object, Here extends object> {
  readonly #start: () => Thread<There, Here>;
  #spare: Spare<Thread<There, Here>> | null = null;

  /** @param start starts a thread */
  constructor(start: () => Thread<There, Here>) {
    this.#start = start;
  }

  /** Starts a thread for the next user while that user prepares its task. */
  prepare(): void {
    if (this.#spare !== null) return;
    const thread = this.#start();
    thread.release();
    this.#spare = { thread, isRested: Promise.resolve(true) };
  }

  /** Takes a thread for one user, who gives it back or closes it. */
  async take(): Promise<Thread<There, Here>> {
    const spare = this.#spare;
    this.#spare = null;
    if (spare === null || !(await spare.isRested) || spare.thread.hasEnded) return this.#start();
    spare.thread.hold();
    return spare.thread;
  }

  /**
   * Returns a thread after use.
   * @param rest remaining work of the user
   */
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
    // One idle thread is enough, because most work is sequential.
    if (this.#spare !== null) void isRested.then(() => thread.close());
    else this.#spare = spare;
  }

  /** Ends an idle thread unless it has been taken. */
  #end(spare: Spare<Thread<There, Here>>): void {
    if (this.#spare !== spare) return;
    this.#spare = null;
    void spare.thread.close();
  }
}
