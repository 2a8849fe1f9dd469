/** Bytes before the text: how often a task began or ended, and how long the text is. */
const COUNT = 0;
const LENGTH = 1;
const TEXT_AT = 8;
/** Bytes of a task's name: names of files are at most 4,096 bytes long on the systems that we know. */
const LONGEST_NAME = 4600;

/** What a thread is doing at this moment. */
export interface Doing {
  /** Another number stands for another task. */
  count: number;
  /** Null between tasks. */
  task: string | null;
}

/** Room for what both sides of a {@link Beacon} share. */
export function beaconMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(TEXT_AT + LONGEST_NAME);
}

/** Shares in memory what a thread is doing: a thread that hangs answers no question. */
export class Beacon {
  readonly #numbers: Int32Array;
  readonly #text: Buffer;

  /** @param memory of {@link beaconMemory}, that of the other side */
  constructor(memory: SharedArrayBuffer) {
    this.#numbers = new Int32Array(memory, 0, 2);
    this.#text = Buffer.from(memory, TEXT_AT);
  }

  /** For the thread. */
  begin(task: string): void {
    const length = this.#text.write(task);
    Atomics.store(this.#numbers, LENGTH, length);
    Atomics.add(this.#numbers, COUNT, 1);
  }

  /** For the thread. */
  end(): void {
    Atomics.store(this.#numbers, LENGTH, 0);
    Atomics.add(this.#numbers, COUNT, 1);
  }

  /** For the watcher. */
  now(): Doing {
    const count = Atomics.load(this.#numbers, COUNT);
    const length = Atomics.load(this.#numbers, LENGTH);
    return { count, task: length === 0 ? null : this.#text.toString('utf8', 0, length) };
  }
}
