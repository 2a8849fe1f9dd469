/** Runs an action, never twice at the same time. All requests during a run lead to one more run after it. */
export class CoalescedRunner {
  readonly #action: () => Promise<void>;
  #isRunning = false;
  #isRequested = false;

  constructor(action: () => Promise<void>) {
    this.#action = action;
  }

  /**
   * Requests a run.
   * @throws the action's error, to the caller that started the run
   */
  async request(): Promise<void> {
    this.#isRequested = true;
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      while (this.#takeRequest()) await this.#action();
    } finally {
      this.#isRunning = false;
    }
  }

  #takeRequest(): boolean {
    const isRequested = this.#isRequested;
    this.#isRequested = false;
    return isRequested;
  }
}
