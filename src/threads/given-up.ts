/** Why a task was given up: it took too long, ran out of memory, or ended the thread in another way. */
export type GivenUpWhy = 'time' | 'memory' | 'crash';

/** Fails every question of a thread that ended. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  /** What the thread was doing; null between tasks. */
  readonly task: string | null;
  readonly why: GivenUpWhy;

  constructor(why: GivenUpWhy, task: string | null, message: string, cause?: unknown) {
    super(message, { cause });
    this.why = why;
    this.task = task;
  }
}
