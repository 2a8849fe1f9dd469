/** Indices of the integers before the task's name: number of starts and ends, byte length of the name, extra time. */
const COUNT = 0;
const LENGTH = 1;
const MORE_TIME = 2;
const TEXT_AT = 12;
/** Maximum bytes of a task's name, which can contain a file path of up to 4,096 bytes. */
const MAX_NAME_BYTES = 4600;

/** Current task of a thread. */
export interface CurrentTask {
  /** Number of starts and ends of tasks so far; identifies the task. */
  count: number;
  /** Name of the task; null between tasks. */
  task: string | null;
  /** Milliseconds of CPU time that the task may use in addition to the budget. */
  moreTime: number;
}

/** Shared memory for both sides of a {@link Beacon}. */
export function beaconMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(TEXT_AT + MAX_NAME_BYTES);
}

/** Publishes a thread's current task in shared memory, because a thread that hangs cannot answer messages. */
export class Beacon {
  readonly #numbers: Int32Array;
  readonly #text: Buffer;

  /** @param memory from {@link beaconMemory} */
  constructor(memory: SharedArrayBuffer) {
    this.#numbers = new Int32Array(memory, 0, 3);
    this.#text = Buffer.from(memory, TEXT_AT);
  }

  /**
   * Records the start of a task. Called by the thread.
   * @param moreTime milliseconds of CPU time in addition to the budget
   */
  begin(task: string, moreTime: number): void {
    Atomics.store(this.#numbers, MORE_TIME, moreTime);
    const length = this.#text.write(task);
    Atomics.store(this.#numbers, LENGTH, length);
    Atomics.add(this.#numbers, COUNT, 1);
  }

  /** Records the end of the task. Called by the thread. */
  end(): void {
    Atomics.store(this.#numbers, LENGTH, 0);
    Atomics.add(this.#numbers, COUNT, 1);
  }

  /** Current task. Called by the watchdog. */
  now(): CurrentTask {
    const count = Atomics.load(this.#numbers, COUNT);
    const length = Atomics.load(this.#numbers, LENGTH);
    const moreTime = Atomics.load(this.#numbers, MORE_TIME);
    return { count, moreTime, task: length === 0 ? null : this.#text.toString('utf8', 0, length) };
  }
}
