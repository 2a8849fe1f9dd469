import { answerExchange } from '../../../catalogue/index.ts';
import { Thread } from '../../../threads/index.ts';
import type { LookOrder, LookResult } from './look.ts';
import type { LookApi, LookHost } from './protocol.ts';

/** Time that a thread has to stop by itself, in milliseconds. */
const STOP_PATIENCE_MS = 2_000;

/**
 * Looks for news in a thread of its own, because parsing hundreds of pages takes seconds. Requests are made in this
 * thread: only its `fetch` follows the editor's proxy and certificate settings.
 * @throws if the look failed, or the signal's reason
 */
export async function runLook(entry: URL, order: LookOrder, signal: AbortSignal): Promise<LookResult> {
  signal.throwIfAborted();
  const requests = new AbortController();
  const thread = new Thread<LookApi, LookHost>({
    entry,
    here: { ask: (request) => answerExchange(request, requests.signal) },
  });
  let patience: NodeJS.Timeout | undefined;
  const stop = (): void => {
    requests.abort();
    // First the thread may release its files; if it does not stop in time, it is terminated.
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
