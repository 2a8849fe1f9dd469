/** Bytes before the text: how often a task began or ended, and how long the text is. */
const COUNT = 0;
const LENGTH = 1;
const MORE_TIME = 2;
const TEXT_AT = 12;
/** Bytes of a task's name: names of files are at most 4,096 bytes long on the systems that we know. */
const LONGEST_NAME = 4600;

/** What a thread is doing at this moment. */
export interface Doing {
  /** Another number stands for another task. */
  count: number;
  /** Null between tasks. */
  task: string | null;
  /** Milliseconds of CPU time beside the budget that every task has. */
  moreTime: number;
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
    this.#numbers = new Int32Array(memory, 0, 3);
    this.#text = Buffer.from(memory, TEXT_AT);
  }

  /** For the thread. @param moreTime milliseconds of CPU time beside the budget that every task has */
  begin(task: string, moreTime: number): void {
    Atomics.store(this.#numbers, MORE_TIME, moreTime);
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
    const moreTime = Atomics.load(this.#numbers, MORE_TIME);
    return { count, moreTime, task: length === 0 ? null : this.#text.toString('utf8', 0, length) };
  }
}
