/** The numbers below a count, of which two threads take each once: one begins at the front, the other at the back. */
export class SharedNumbers {
  readonly count: number;
  /** How many were asked for, in memory that both threads have. */
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

  /** For the other thread: what {@link memory} told. */
  static join(count: number, memory: Int32Array): SharedNumbers {
    return new SharedNumbers(count, memory, 'back');
  }

  get memory(): Int32Array {
    return this.#asked;
  }

  /** How many are taken by now. */
  get taken(): number {
    return Math.min(Atomics.load(this.#asked, 0), this.count);
  }

  /** Null when all are taken. */
  next(): number | null {
    if (Atomics.add(this.#asked, 0, 1) >= this.count) return null;
    const nth = this.#mine++;
    return this.#end === 'front' ? nth : this.count - 1 - nth;
  }
}
