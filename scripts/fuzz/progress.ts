/** What a thread has done of a batch, in memory that it shares with who asked: a thread that is killed tells nothing more. */
export class Progress {
  readonly memory: SharedArrayBuffer;
  readonly #numbers: Float64Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(4 * Float64Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#numbers = new Float64Array(memory);
  }

  /** For the thread: it goes on with this input. */
  begin(index: number): void {
    this.#numbers[0] = index;
  }

  /** For the thread: the input took this long. */
  end(index: number, milliseconds: number): void {
    this.#numbers[1] = (this.#numbers[1] ?? 0) + milliseconds;
    if (milliseconds <= (this.#numbers[2] ?? 0)) return;
    this.#numbers[2] = milliseconds;
    this.#numbers[3] = index;
  }

  /** Before a batch. */
  reset(): void {
    this.#numbers.fill(0);
  }

  /** The input that was under way, CPU time of those before it, and the slowest of them; milliseconds. */
  now(): { index: number; cpu: number; slowest: { index: number; milliseconds: number } } {
    const [index = 0, cpu = 0, milliseconds = 0, slowest = 0] = this.#numbers;
    return { index, cpu, slowest: { index: slowest, milliseconds } };
  }
}
