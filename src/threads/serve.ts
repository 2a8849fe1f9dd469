import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc, type BirpcReturn } from 'birpc';
import { Beacon } from './beacon.ts';
import type { ThreadStart } from './thread.ts';

let beacon: Beacon | null = null;

/** Data from the thread's owner at its start. */
export function startData(): unknown {
  return (workerData as ThreadStart).data;
}

/**
 * Serves the calls of the thread's owner.
 * @returns the owner's own functions
 */
export function serveThread<There extends object, Here extends object>(
  functions: Here,
): BirpcReturn<There, Here> {
  const port = parentPort;
  if (port === null) throw new Error('this module is the entry of a thread');
  beacon = new Beacon((workerData as ThreadStart).beacon);
  return createBirpc<There, Here>(functions, {
    post: (message) => port.postMessage(message),
    on: (listener) => void port.on('message', listener),
    bind: 'functions',
    timeout: -1,
  });
}

/**
 * Runs a task under a name for the watchdog. Outside a served thread it only runs it.
 * @param moreTime milliseconds of CPU time beyond the budget of every task, for many assets
 */
export function runTask<T>(task: string, work: () => T, moreTime = 0): T {
  beacon?.begin(task, moreTime);
  try {
    return work();
  } finally {
    beacon?.end();
  }
}

/** Runs an asynchronous task in the same way. Such tasks must not overlap. */
export async function runTaskAsync<T>(task: string, work: () => Promise<T>): Promise<T> {
  beacon?.begin(task, 0);
  try {
    return await work();
  } finally {
    beacon?.end();
  }
}

/**
 * Ends this thread in the middle of its task, after an error that would also affect later tasks (an aborted WebAssembly
 * module). Its owner gives up the task. Does nothing outside a served thread.
 */
export function endSpoiledThread(): void {
  if (beacon !== null) process.exit(1);
}
