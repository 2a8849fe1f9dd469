/** The analysis thread: answers the questions of protocol.ts, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyser } from './analyser.ts';
import type { WorkerApi, WorkerReply, WorkerRequest, WorkerStart } from './protocol.ts';

const analyser: WorkerApi = createAnalyser((workerData as WorkerStart).cacheFolder);

parentPort?.on('message', (request: WorkerRequest) => void answer(request));

async function answer({ id, method, args }: WorkerRequest): Promise<void> {
  let reply: WorkerReply;
  try {
    const methods = analyser as unknown as Record<
      typeof method,
      (...args: readonly unknown[]) => Promise<unknown>
    >;
    reply = { id, result: await methods[method](...args) };
  } catch (error) {
    reply = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(reply);
}
