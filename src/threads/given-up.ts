/** Reason for giving up a task: it took too long, its thread ran out of memory, or the thread ended in another way. */
export type GiveUpReason = 'time' | 'memory' | 'crash';

/** Error of all pending questions to a thread that ended. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  /** Task of the thread at its end; null between tasks. */
  readonly task: string | null;
  readonly reason: GiveUpReason;

  constructor(why: GiveUpReason, task: string | null, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = why;
    this.task = task;
  }
}
