import type { Text } from '../../model/index.ts';
import { exchange, type HttpAnswer, type Exchange, type ExchangeOptions } from './exchange.ts';
import { FetchFailure, type FailureReason } from '../../products/index.ts';

/**
 * One request as sent between threads: in VS Code only the main thread of the extension host has a `fetch` that follows
 * the editor's proxy and certificate settings, while pages are read and parsed in a separate thread.
 */
export interface ExchangeRequest extends Pick<
  ExchangeOptions,
  'headers' | 'validators' | 'timeoutMs' | 'answerMs' | 'maxBytes'
> {
  url: string;
}

/** Its result as plain data. */
export type ExchangeReply =
  | { kind: 'answer'; answer: HttpAnswer }
  | {
      kind: 'failure';
      reason: FailureReason;
      text: Text;
      status: number | null;
      retryAfterMs: number | null;
    }
  | { kind: 'stopped' };

/** Performs a request for the other thread. Never rejects. */
export async function answerExchange(request: ExchangeRequest, signal: AbortSignal): Promise<ExchangeReply> {
  const { url, headers, validators, timeoutMs, answerMs, maxBytes } = request;
  const limits = { headers, validators, timeoutMs, answerMs, maxBytes };
  try {
    const answer = await exchange(new URL(url), { ...limits, signal, nowMs: () => Date.now() });
    return { kind: 'answer', answer };
  } catch (error) {
    if (!(error instanceof FetchFailure)) return { kind: 'stopped' };
    const { reason, text, status, retryAfterMs } = error;
    return { kind: 'failure', reason, text, status, retryAfterMs };
  }
}

/** Exchange that delegates to the other thread, with the same failures as a local one. */
export function remoteExchange(ask: (request: ExchangeRequest) => Promise<ExchangeReply>): Exchange {
  return async (url, { headers, validators, timeoutMs, answerMs, maxBytes, signal }) => {
    signal?.throwIfAborted();
    const kept =
      validators === null ? null : { etag: validators.etag, lastModified: validators.lastModified };
    const reply = await ask({ url: url.href, headers, validators: kept, timeoutMs, answerMs, maxBytes });
    signal?.throwIfAborted();
    switch (reply.kind) {
      case 'answer':
        return reply.answer;
      case 'failure': {
        const { reason, text, status, retryAfterMs } = reply;
        throw new FetchFailure(reason, text, { retryAfterMs, ...(status !== null && { status }) });
      }
      case 'stopped':
        throw new Error('The requests were stopped');
    }
  };
}
