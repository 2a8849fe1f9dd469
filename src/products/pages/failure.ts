import type { Text } from '../../model/index.ts';
import { say, text } from '../../l10n/index.ts';

/** Why a page could not be had. */
export type FailureReason =
  | 'refused' // a host or a redirect that the source does not allow
  | 'gone' // the page does not exist (404, 410)
  | 'status' // any other refusal (4xx)
  | 'overloaded' // the server is busy or broken (408, 429, 5xx)
  | 'timeout'
  | 'out-of-time' // the time for the whole update was over
  | 'connection'
  | 'truncated'
  | 'too-large'
  | 'content-type';

/** Reasons that may be over a moment later. */
const TRANSIENT: readonly FailureReason[] = ['overloaded', 'timeout', 'connection', 'truncated'];

/** A page that could not be had, with the reason for programs and the sentence for people. */
export class FetchFailure extends Error {
  readonly reason: FailureReason;
  readonly text: Text;
  /** Milliseconds that the server asked to wait, or null. */
  readonly retryAfterMs: number | null;
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null;

  constructor(
    reason: FailureReason,
    message: Text,
    details: { status?: number; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(say(message, 'en'), { cause: details.cause });
    this.name = 'FetchFailure';
    this.reason = reason;
    this.text = message;
    this.retryAfterMs = details.retryAfterMs ?? null;
    this.status = details.status ?? null;
  }

  get isTransient(): boolean {
    return TRANSIENT.includes(this.reason);
  }
}

/** What to tell a person about anything that a `ReadPage` may reject with. */
export function failureText(error: unknown): Text {
  if (error instanceof FetchFailure) return error.text;
  return text('catalogue.fetch.failed', { error: error instanceof Error ? error.message : String(error) });
}
