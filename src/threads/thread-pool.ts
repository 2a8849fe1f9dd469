import type { Thread } from './thread.ts';

/** Milliseconds after which an idle thread ends. */
const MAX_IDLE_MS = 5000;

interface IdleThread<T> {
  thread: T;
  /** Resolves after the last user's remaining work; false if that work failed. */
  isReady: Promise<boolean>;
}

/**
 * Reuses a thread for recurring short work, because starting one takes longer. An idle thread ends after some seconds,
 * and does not keep the process alive.
 */
export class ThreadPool<RemoteApi extends object, LocalApi extends object> {
  readonly #start: () => Thread<RemoteApi, LocalApi>;
  #idle: IdleThread<Thread<RemoteApi, LocalApi>> | null = null;

  /** @param start starts a thread */
  constructor(start: () => Thread<RemoteApi, LocalApi>) {
    this.#start = start;
  }

  /** Starts a thread for the next user while that user prepares its task. */
  prepare(): void {
    if (this.#idle !== null) return;
    const thread = this.#start();
    thread.unref();
    this.#idle = { thread, isReady: Promise.resolve(true) };
  }

  /** Takes a thread for one user, who releases or closes it. */
  async take(): Promise<Thread<RemoteApi, LocalApi>> {
    const idle = this.#idle;
    this.#idle = null;
    if (idle === null || !(await idle.isReady) || idle.thread.hasEnded) return this.#start();
    idle.thread.ref();
    return idle.thread;
  }

  /**
   * Returns a thread after use.
   * @param remainingWork remaining work of the user
   */
  release(thread: Thread<RemoteApi, LocalApi>, remainingWork: Promise<unknown>): void {
    const isReady = remainingWork.then(
      () => {
        thread.unref();
        setTimeout(() => this.#endIdle(idle), MAX_IDLE_MS).unref();
        return true;
      },
      () => {
        this.#endIdle(idle);
        return false;
      },
    );
    const idle = { thread, isReady };
    // One idle thread is enough, because most work is sequential.
    if (this.#idle !== null) void isReady.then(() => thread.close());
    else this.#idle = idle;
  }

  /** Ends an idle thread unless it has been taken. */
  #endIdle(idle: IdleThread<Thread<RemoteApi, LocalApi>>): void {
    if (this.#idle !== idle) return;
    this.#idle = null;
    void idle.thread.close();
  }
}
