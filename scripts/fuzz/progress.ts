/** Progress of a thread within a batch, in shared memory, because a killed thread cannot report it. */
export class Progress {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: Float64Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(4 * Float64Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#numbers = new Float64Array(memory);
  }

  /** Called by the thread when it starts an input. */
  begin(index: number): void {
    this.#numbers[0] = index;
  }

  /** Called by the thread with the time of a finished input, in milliseconds. */
  end(index: number, milliseconds: number): void {
    this.#numbers[1] = (this.#numbers[1] ?? 0) + milliseconds;
    if (milliseconds <= (this.#numbers[2] ?? 0)) return;
    this.#numbers[2] = milliseconds;
    this.#numbers[3] = index;
  }

  /** Called before a batch. */
  reset(): void {
    this.#numbers.fill(0);
  }

  /** Current input, CPU time of the inputs before it, and the slowest of those; milliseconds. */
  now(): { index: number; cpu: number; slowest: { index: number; milliseconds: number } } {
    const [index = 0, cpu = 0, milliseconds = 0, slowest = 0] = this.#numbers;
    return { index, cpu, slowest: { index: slowest, milliseconds } };
  }
}
