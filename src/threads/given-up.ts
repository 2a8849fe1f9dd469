/** Reason for giving up a task: it took too long, ran out of memory, or ended the thread in another way. */
export type GivenUpWhy = 'time' | 'memory' | 'crash';

/** Error of all pending questions to a thread that ended. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  /** Task of the thread at its end; null between tasks. */
  readonly task: string | null;
  readonly why: GivenUpWhy;

  constructor(why: GivenUpWhy, task: string | null, message: string, cause?: unknown) {
    super(message, { cause });
    this.why = why;
    this.task = task;
  }
}
