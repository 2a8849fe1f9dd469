/** Indices of the integers before the task's name: number of starts and ends, byte length of the name, extra time. */
const TASK_NUMBER = 0;
const NAME_LENGTH = 1;
const EXTRA_TIME = 2;
const NAME_OFFSET = 12;
/** Maximum bytes of a task's name, which can contain a file path of up to 4,096 bytes. */
const MAX_NAME_BYTES = 4600;

/** Current task of a thread. */
export interface CurrentTask {
  /** Number of starts and ends of tasks so far; identifies the task. */
  taskNumber: number;
  /** Name of the task; null between tasks. */
  task: string | null;
  /** Milliseconds of CPU time that the task may use in addition to the budget. */
  extraTime: number;
}

/** Shared memory for both sides of a {@link Beacon}. */
export function beaconMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(NAME_OFFSET + MAX_NAME_BYTES);
}

/** Publishes a thread's current task in shared memory, because a thread that hangs cannot answer messages. */
export class Beacon {
  readonly #numbers: Int32Array;
  readonly #name: Buffer;

  /** @param memory from {@link beaconMemory} */
  constructor(memory: SharedArrayBuffer) {
    this.#numbers = new Int32Array(memory, 0, 3);
    this.#name = Buffer.from(memory, NAME_OFFSET);
  }

  /**
   * Records the start of a task. Called by the thread.
   * @param extraTime milliseconds of CPU time in addition to the budget
   */
  begin(task: string, extraTime: number): void {
    Atomics.store(this.#numbers, EXTRA_TIME, extraTime);
    const length = this.#name.write(task);
    Atomics.store(this.#numbers, NAME_LENGTH, length);
    Atomics.add(this.#numbers, TASK_NUMBER, 1);
  }

  /** Records the end of the task. Called by the thread. */
  end(): void {
    Atomics.store(this.#numbers, NAME_LENGTH, 0);
    Atomics.add(this.#numbers, TASK_NUMBER, 1);
  }

  /** Current task. Called by the watchdog. */
  now(): CurrentTask {
    const taskNumber = Atomics.load(this.#numbers, TASK_NUMBER);
    const length = Atomics.load(this.#numbers, NAME_LENGTH);
    const extraTime = Atomics.load(this.#numbers, EXTRA_TIME);
    return { taskNumber, extraTime, task: length === 0 ? null : this.#name.toString('utf8', 0, length) };
  }
}
