/** Limit or event that ended a task: its time, its thread's memory, or a crash. */
export type GiveUpReason = 'time' | 'memory' | 'crash';

/** Error of all pending calls to a thread that ended. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  /** Task that was running at the end; null if there was none. */
  readonly task: string | null;
  readonly reason: GiveUpReason;

  constructor(why: GiveUpReason, task: string | null, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = why;
    this.task = task;
  }
}
