/** An analysis thread that ends with the question `reloadCatalogue`, and says to every other one how many it was asked. */
import { parentPort } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest } from '../../src/extension/worker/protocol.ts';

let asked = 0;
parentPort?.on('message', ({ id, method }: WorkerRequest) => {
  if (method === 'reloadCatalogue') throw new Error('crashed');
  asked += 1;
  parentPort?.postMessage({ id, result: asked } satisfies WorkerReply);
});
