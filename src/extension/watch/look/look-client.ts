import { answerExchange } from '../../../catalogue/index.ts';
import { Thread } from '../../../threads/index.ts';
import type { LookOrder, LookResult } from './look.ts';
import type { LookApi, LookHost } from './protocol.ts';

/** How long a thread that was told to stop may take, in milliseconds. */
const STOP_PATIENCE_MS = 2_000;

/**
 * Looks for news in a thread of its own. Its requests are made here: only this thread's `fetch` follows the editor's
 * proxy and certificate settings. Reading hundreds of pages, which takes seconds, is done there.
 * @throws when the look failed, or with the signal's reason
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
    // It lets go of its files first; when it does not, it is ended.
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
