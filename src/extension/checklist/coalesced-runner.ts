/** Runs an action, at most once at a time. Requests during a run cause a single further run. */
export class CoalescedRunner {
  readonly #action: () => Promise<void>;
  #isRunning = false;
  #isRequested = false;

  constructor(action: () => Promise<void>) {
    this.#action = action;
  }

  /**
   * Requests a run.
   * @throws the action's error, if this request started the run
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
