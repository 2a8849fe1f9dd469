/** How often one page is asked in one update, the first time included. */
export const MAX_ATTEMPTS = 5;
/** A server that hangs costs a whole time limit each time. */
export const MAX_ATTEMPTS_AFTER_TIMEOUT = 2;
/** A longer wait than this is not waited for: the page is left for another day. */
export const MAX_RETRY_AFTER_MS = 120_000;

/** A host that has not answered once in this update is asked for so long: without a network it never will. */
export const UNREACHED_MS = 4_000;
/** So long a first answer is waited for where no host has answered, and one was given up: the network is down. */
export const LEAST_ANSWER_MS = 1_500;

const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;

/**
 * Milliseconds to wait before the next attempt: twice as long each time, and half of it by chance, so that requests
 * which failed together do not come back together. `attempt` counts from 1; `random` gives a number from 0 up to 1.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

/**
 * Milliseconds that a Retry-After header asks to wait, or null when there is none or it cannot be read. The header is
 * a number of seconds or a date (RFC 9110, 10.2.3).
 */
export function parseRetryAfter(header: string | null, nowMs: number): number | null {
  const written = header?.trim() ?? '';
  if (/^\d+$/.test(written)) return Number(written) * 1_000;
  // Date.parse also reads other forms, such as `-5` and `1.5`: only a date with a day name is one of HTTP's.
  const date = /^[A-Za-z]{3,9}, /.test(written) ? Date.parse(written) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
