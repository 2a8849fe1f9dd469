/** Numbers below a count, shared out between two threads: one takes them from the front, the other from the back. */
export class SharedNumbers {
  readonly count: number;
  /** Count of taken numbers, in memory that both threads share. */
  readonly #asked: Int32Array;
  readonly #end: 'front' | 'back';
  #mine = 0;

  private constructor(count: number, asked: Int32Array, end: 'front' | 'back') {
    this.count = count;
    this.#asked = asked;
    this.#end = end;
  }

  static create(count: number): SharedNumbers {
    return new SharedNumbers(
      count,
      new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
      'front',
    );
  }

  /** The other thread's side, with the {@link memory} of the first. */
  static join(count: number, memory: Int32Array): SharedNumbers {
    return new SharedNumbers(count, memory, 'back');
  }

  get memory(): Int32Array {
    return this.#asked;
  }

  /** Count of taken numbers. */
  get taken(): number {
    return Math.min(Atomics.load(this.#asked, 0), this.count);
  }

  /** Takes the next number; null if none is left. */
  next(): number | null {
    if (Atomics.add(this.#asked, 0, 1) >= this.count) return null;
    const nth = this.#mine++;
    return this.#end === 'front' ? nth : this.count - 1 - nth;
  }
}
