/** Cost limit of one reading, whatever its files contain: recursive functions, aliases of aliases. */
export class Budget {
  readonly #maxDepth: number;
  readonly #whole: Budget | null;
  #steps: number;
  #depth = 0;

  /** @param whole budget that this is a part of: a step is taken from both */
  constructor(limits: { steps: number; depth: number }, whole: Budget | null = null) {
    this.#steps = limits.steps;
    this.#maxDepth = limits.depth;
    this.#whole = whole;
  }

  /** Takes steps; false if none are left. */
  spend(steps = 1): boolean {
    this.#steps -= steps;
    return (this.#whole?.spend(steps) ?? true) && this.#steps >= 0;
  }

  /** Takes a step for a nested computation; if it returns true, the caller must call {@link leave}. */
  enter(): boolean {
    if (!this.spend() || this.#depth > this.#maxDepth) return false;
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }
}
