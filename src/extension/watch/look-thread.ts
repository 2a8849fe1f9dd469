/** The thread of one look: it lives as long as the look, so that nothing of it stays loaded. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ExchangeReply } from '../../catalogue/index.ts';
import { lookForNews, type LookOrder } from './look.ts';
import type { FromLook, ToLook } from './protocol.ts';

const stop = new AbortController();
const waiting = new Map<number, (reply: ExchangeReply) => void>();
let lastId = 0;

parentPort?.on('message', (message: ToLook) => {
  switch (message.type) {
    case 'stop':
      stop.abort();
      return;
    case 'reply':
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
  }
});

function tell(message: FromLook): void {
  parentPort?.postMessage(message);
}

try {
  const result = await lookForNews(
    workerData as LookOrder,
    (request) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        tell({ type: 'ask', id, request });
      }),
    stop.signal,
  );
  tell({ type: 'done', result });
} catch (error) {
  tell({ type: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
parentPort?.close();
