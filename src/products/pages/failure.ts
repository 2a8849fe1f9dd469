import type { Text } from '../../model/index.ts';
import { say, text } from '../../l10n/index.ts';

/** Reason why a page could not be read. */
export type FailureReason =
  | 'refused' // a host or a redirect that the source does not allow
  | 'gone' // the page does not exist (404, 410)
  | 'status' // any other refusal (4xx)
  | 'overloaded' // the server is busy or broken (408, 429, 5xx)
  | 'timeout'
  | 'out-of-time' // the time for the whole update has run out
  | 'connection'
  | 'truncated'
  | 'too-large'
  | 'content-type';

/** Reasons for which a retry may succeed. */
const TRANSIENT: readonly FailureReason[] = ['overloaded', 'timeout', 'connection', 'truncated'];

/** A page that could not be read, with the reason for programs and a sentence for people. */
export class FetchFailure extends Error {
  readonly reason: FailureReason;
  readonly text: Text;
  /** Milliseconds to wait as the server requests, or null. */
  readonly retryAfterMs: number | null;
  /** HTTP status; null without an answer. */
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

/** Sentence for people about any error that a `ReadPage` rejects with. */
export function failureText(error: unknown): Text {
  if (error instanceof FetchFailure) return error.text;
  return text('catalogue.fetch.failed', { error: error instanceof Error ? error.message : String(error) });
}
