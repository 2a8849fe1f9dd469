/** Runs an action one at a time. Requests during a run lead to one more run at its end. */
export class OneAtATime {
  readonly #action: () => Promise<void>;
  #isRunning = false;
  #isAskedAgain = false;

  constructor(action: () => Promise<void>) {
    this.#action = action;
  }

  /**
   * Requests a run.
   * @throws the action's error, to the caller that started the run
   */
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
