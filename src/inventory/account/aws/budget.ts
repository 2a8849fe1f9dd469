/** Budget of bytes and time for one service in one Region of one account, over all calls. */
export class Budget {
  readonly #time: number;
  #bytes: number;
  /** Milliseconds in which at least one call waited for its answer. Calls that are still open are added when they end. */
  #spent = 0;
  #waiting = 0;
  #since = 0;

  /** @param time milliseconds */
  constructor(bytes: number, time: number) {
    this.#bytes = bytes;
    this.#time = time;
  }

  isSpent(): boolean {
    return this.#bytes < 0 || this.timeLeft() <= 0;
  }

  /** Milliseconds. */
  timeLeft(): number {
    return this.#time - this.#spent - (this.#waiting > 0 ? performance.now() - this.#since : 0);
  }

  /** Counts received bytes; returns false if the budget is used up. */
  take(bytes: number): boolean {
    this.#bytes -= bytes;
    return this.#bytes >= 0;
  }

  /** Counts the time of a call. Parallel calls count once. */
  async timed<T>(call: () => Promise<T>): Promise<T> {
    if (this.#waiting++ === 0) this.#since = performance.now();
    try {
      return await call();
    } finally {
      if (--this.#waiting === 0) this.#spent += performance.now() - this.#since;
    }
  }
}
