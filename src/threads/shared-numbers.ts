/** Divides the numbers from 0 to `count` - 1 between two threads: one takes from the front, the other from the back. */
export class SharedNumbers {
  readonly count: number;
  /** Number of requests so far, in memory that both threads share. */
  readonly #requests: Int32Array;
  readonly #end: 'front' | 'back';
  #ownCount = 0;

  private constructor(count: number, requests: Int32Array, end: 'front' | 'back') {
    this.count = count;
    this.#requests = requests;
    this.#end = end;
  }

  static create(count: number): SharedNumbers {
    return new SharedNumbers(
      count,
      new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
      'front',
    );
  }

  /**
   * Side of the second thread.
   * @param memory of the first side
   */
  static join(count: number, memory: Int32Array): SharedNumbers {
    return new SharedNumbers(count, memory, 'back');
  }

  get memory(): Int32Array {
    return this.#requests;
  }

  /** Count of the numbers that both sides have taken. */
  get taken(): number {
    return Math.min(Atomics.load(this.#requests, 0), this.count);
  }

  /** Takes this side's next number; null if none is left. */
  next(): number | null {
    if (Atomics.add(this.#requests, 0, 1) >= this.count) return null;
    const nth = this.#ownCount++;
    return this.#end === 'front' ? nth : this.count - 1 - nth;
  }
}
