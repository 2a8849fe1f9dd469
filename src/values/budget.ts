/** What one reading may cost, whatever its files say: functions that need themselves, aliases of aliases. */
export class Budget {
  readonly #maxDepth: number;
  readonly #whole: Budget | null;
  #steps: number;
  #depth = 0;

  /** @param whole what this is a part of: a step is taken from both */
  constructor(limits: { steps: number; depth: number }, whole: Budget | null = null) {
    this.#steps = limits.steps;
    this.#maxDepth = limits.depth;
    this.#whole = whole;
  }

  /** Takes steps; false where there are none left. */
  spend(steps = 1): boolean {
    this.#steps -= steps;
    return (this.#whole?.spend(steps) ?? true) && this.#steps >= 0;
  }

  /** Takes a step to compute something inside of what is being computed; where it is true, {@link leave} follows. */
  enter(): boolean {
    if (!this.spend() || this.#depth > this.#maxDepth) return false;
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }
}
