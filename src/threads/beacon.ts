/** Indexes of the numbers before the text: starts and ends of tasks, length of the text, additional time. */
const COUNT = 0;
const LENGTH = 1;
const MORE_TIME = 2;
const TEXT_AT = 12;
/** Maximum bytes of a task's name: file names have at most 4,096 bytes on the known systems. */
const MAX_NAME_BYTES = 4600;

/** Current work of a thread. */
export interface CurrentTask {
  /** Grows with every start and end of a task. */
  count: number;
  /** Null between tasks. */
  task: string | null;
  /** Milliseconds of CPU time beyond the budget of every task. */
  moreTime: number;
}

/** Memory that both sides of a {@link Beacon} share. */
export function beaconMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(TEXT_AT + MAX_NAME_BYTES);
}

/** Shares the current task of a thread through memory, because a thread that hangs cannot answer. */
export class Beacon {
  readonly #numbers: Int32Array;
  readonly #text: Buffer;

  /** @param memory from {@link beaconMemory}, the same on both sides */
  constructor(memory: SharedArrayBuffer) {
    this.#numbers = new Int32Array(memory, 0, 3);
    this.#text = Buffer.from(memory, TEXT_AT);
  }

  /**
   * Called by the thread.
   * @param moreTime milliseconds of CPU time beyond the budget of every task
   */
  begin(task: string, moreTime: number): void {
    Atomics.store(this.#numbers, MORE_TIME, moreTime);
    const length = this.#text.write(task);
    Atomics.store(this.#numbers, LENGTH, length);
    Atomics.add(this.#numbers, COUNT, 1);
  }

  /** Called by the thread. */
  end(): void {
    Atomics.store(this.#numbers, LENGTH, 0);
    Atomics.add(this.#numbers, COUNT, 1);
  }

  /** Called by the watchdog. */
  now(): CurrentTask {
    const count = Atomics.load(this.#numbers, COUNT);
    const length = Atomics.load(this.#numbers, LENGTH);
    const moreTime = Atomics.load(this.#numbers, MORE_TIME);
    return { count, moreTime, task: length === 0 ? null : this.#text.toString('utf8', 0, length) };
  }
}
