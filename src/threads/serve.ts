import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc, type BirpcReturn } from 'birpc';
import { Beacon } from './beacon.ts';
import type { ThreadStart } from './thread.ts';

let beacon: Beacon | null = null;

/** What this thread was told at its start. */
export function startData(): unknown {
  return (workerData as ThreadStart).data;
}

/**
 * Answers the questions of whoever started this thread.
 * @returns what can be asked of the other side
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
 * Does a task that the thread's watchdog knows by name. Outside a served thread it is just done.
 * @param moreTime milliseconds of CPU time beside the budget that every task has: what many assets need
 */
export function doing<T>(task: string, work: () => T, moreTime = 0): T {
  beacon?.begin(task, moreTime);
  try {
    return work();
  } finally {
    beacon?.end();
  }
}

/** As `doing`, of a task that waits in between. Such tasks do not overlap. */
export async function doingAsync<T>(task: string, work: () => Promise<T>): Promise<T> {
  beacon?.begin(task, 0);
  try {
    return await work();
  } finally {
    beacon?.end();
  }
}

/**
 * Ends this thread in the middle of its task, for a reason that would spoil the next tasks too (a WebAssembly module
 * that aborted). Who started it sees the task as given up. Does nothing outside a served thread.
 */
export function endSpoiledThread(): void {
  if (beacon !== null) process.exit(1);
}
