/** Does something one at a time. What is asked for meanwhile is done once more at the end, however often it was asked. */
export class OneAtATime {
  readonly #action: () => Promise<void>;
  #isRunning = false;
  #isAskedAgain = false;

  constructor(action: () => Promise<void>) {
    this.#action = action;
  }

  /** @throws what the action throws, to who started it */
  async ask(): Promise<void> {
    this.#isAskedAgain = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.#takeAsked()) await this.#action();
    } finally {
      this.#isRunning = false;
    }
  }

  #takeAsked(): boolean {
    const isAsked = this.#isAskedAgain;
    this.#isAskedAgain = false;
    return isAsked;
  }
}
