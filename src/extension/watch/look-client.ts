import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { answerExchange } from '../../catalogue/index.ts';
import type { LookOrder, LookResult } from './look.ts';
import type { FromLook, ToLook } from './protocol.ts';

/** How long a thread that was told to stop may take. */
const STOP_MS = 2_000;

/**
 * Looks for news in a thread of its own. Its requests are made here: only this thread's `fetch` follows the editor's
 * proxy and certificate settings. Reading hundreds of pages, which takes seconds, is done there.
 * @throws when the look failed, or with the signal's reason
 */
export async function runLook(entry: URL, order: LookOrder, signal: AbortSignal): Promise<LookResult> {
  signal.throwIfAborted();
  const thread = new Worker(entry, { workerData: order });
  const requests = new AbortController();
  const tell = (message: ToLook): void => thread.postMessage(message);

  async function stop(): Promise<void> {
    requests.abort();
    tell({ type: 'stop' });
    const timer = setTimeout(() => void thread.terminate(), STOP_MS);
    await once(thread, 'exit').finally(() => clearTimeout(timer));
  }

  const stopping = (): void => void stop().catch(() => undefined); // it is reported below
  signal.addEventListener('abort', stopping, { once: true });
  try {
    return await new Promise<LookResult>((resolve, reject) => {
      thread.on('message', (message: FromLook) => {
        switch (message.type) {
          case 'ask':
            void answerExchange(message.request, requests.signal).then((reply) =>
              tell({ type: 'reply', id: message.id, reply }),
            );
            return;
          case 'done':
            resolve(message.result);
            return;
          case 'failed':
            reject(new Error(message.error));
        }
      });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('The thread that looks for news ended')));
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stopping);
    requests.abort();
  }
}
