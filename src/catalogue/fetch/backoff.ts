/** Attempts for one page in one update, including the first. */
export const MAX_ATTEMPTS = 5;
/** Lower limit after a time-out, because a hanging server costs a whole time limit each time. */
export const MAX_ATTEMPTS_AFTER_TIMEOUT = 2;
/** Longest wait that a server may request; beyond it, the page is skipped in this update. */
export const MAX_RETRY_AFTER_MS = 120_000;

/** Time for reaching a host that has not answered in this update: without a network it never will. */
export const UNREACHED_MS = 4_000;
/** Time for a first answer if no host has answered and one was given up: the network is down. */
export const DOWN_ANSWER_MS = 1_500;

const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;

/**
 * Milliseconds to wait before the next attempt: doubled each time, half of it random, so that requests which failed
 * together do not return together. `attempt` counts from 1; `random` returns a number from 0 up to 1.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

/**
 * Milliseconds to wait according to a Retry-After header; null if it is missing or unreadable. The header is a number
 * of seconds or a date (RFC 9110, 10.2.3).
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const written = header?.trim() ?? '';
  if (/^\d+$/.test(written)) return Number(written) * 1_000;
  // Date.parse also accepts forms such as `-5` and `1.5`: an HTTP date begins with the name of a day.
  const date = /^[A-Za-z]{3,9}, /.test(written) ? Date.parse(written) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
