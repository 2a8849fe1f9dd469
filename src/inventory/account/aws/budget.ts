/** What may be read of one service in one Region of one account, over all calls. */
export class Budget {
  readonly #time: number;
  #bytes: number;
  /** Milliseconds in which at least one call waited for its answer, those under way left out. */
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

  /** Notes what came in. @returns whether more may come */
  take(bytes: number): boolean {
    this.#bytes -= bytes;
    return this.#bytes >= 0;
  }

  /** Counts the time of a call: calls side by side take it once. */
  async timed<T>(call: () => Promise<T>): Promise<T> {
    if (this.#waiting++ === 0) this.#since = performance.now();
    try {
      return await call();
    } finally {
      if (--this.#waiting === 0) this.#spent += performance.now() - this.#since;
    }
  }
}
