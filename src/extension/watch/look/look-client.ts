import { answerExchange } from '../../../catalogue/index.ts';
import { Thread } from '../../../threads/index.ts';
import type { LookOrder, LookResult } from './look.ts';
import type { LookApi, LookHost } from './protocol.ts';

/** Milliseconds after which a thread that was asked to stop is terminated. */
const STOP_PATIENCE_MS = 2_000;

/**
 * Looks for news in a separate thread, because parsing hundreds of pages takes seconds. This thread makes the requests,
 * because only its `fetch` uses the editor's proxy and certificates.
 * @throws if the look failed, or the signal's reason
 */
export async function runLook(entry: URL, order: LookOrder, signal: AbortSignal): Promise<LookResult> {
  signal.throwIfAborted();
  const requests = new AbortController();
  const thread = new Thread<LookApi, LookHost>({
    entry,
    localFunctions: { ask: (request) => answerExchange(request, requests.signal) },
  });
  let patience: NodeJS.Timeout | undefined;
  const stop = (): void => {
    requests.abort();
    // Lets the thread release its files before it is terminated.
    void thread.call('stop').catch(() => undefined);
    patience = setTimeout(() => void thread.close(), STOP_PATIENCE_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await thread.call('look', order);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    clearTimeout(patience);
    requests.abort();
    await thread.close();
  }
}
