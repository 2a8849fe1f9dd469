import { setTimeout as delay } from 'node:timers/promises';

/** Timeouts and retries of a delivery. */
export interface RetryPolicy {
  attempts: number;
  /** Pause before the second attempt; doubled before each further one. */
  firstWaitMs: number;
  /** Limit of one attempt. */
  timeoutMs: number;
}

export const RETRY_POLICY: RetryPolicy = { attempts: 5, firstWaitMs: 1_000, timeoutMs: 15_000 };
const MAX_WAIT_MS = 60_000;

/** Error without the address, because a webhook's address is a secret. */
class PostFailure extends Error {
  readonly isTransient: boolean;
  readonly waitMs: number | null;

  constructor(message: string, isTransient: boolean, waitMs: number | null = null) {
    super(message);
    this.name = 'PostFailure';
    this.isTransient = isTransient;
    this.waitMs = waitMs;
  }
}

/** Posts a JSON body. Tries again after a broken connection, 408, 429 and 5xx, with growing pauses. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  retryPolicy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await postOnce(url, body, headers, retryPolicy.timeoutMs, signal);
      return;
    } catch (error) {
      signal?.throwIfAborted();
      const isOver = !(error instanceof PostFailure) || !error.isTransient || attempt >= retryPolicy.attempts;
      if (isOver) throw error;
      const backOff = retryPolicy.firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
      const waitMs = Math.min(error.waitMs ?? backOff, MAX_WAIT_MS);
      await delay(waitMs, undefined, signal ? { signal } : {});
    }
  }
}

async function postOnce(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const timeout = AbortSignal.timeout(timeoutMs);
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
      // A redirect could send the signed message to another server.
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    await response.body?.cancel();
  } catch (error) {
    throw new PostFailure(timeout.aborted ? 'no answer in time' : causeOf(error), true);
  }
  if (response.ok) return;
  const isTransient = response.status === 408 || response.status === 429 || response.status >= 500;
  throw new PostFailure(`HTTP ${response.status}`, isTransient, retryAfter(response));
}

/** Code of a broken connection (`ECONNREFUSED`); the message of the error would contain the address. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : 'no connection';
}

function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}
