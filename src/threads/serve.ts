import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc, type BirpcReturn } from 'birpc';
import { Beacon } from './beacon.ts';
import type { ThreadStart } from './thread.ts';

let beacon: Beacon | null = null;

/** Data that the owner passed at the start of this thread. */
export function startData(): unknown {
  return (workerData as ThreadStart).data;
}

/**
 * Answers calls from the owner of this thread.
 * @returns the functions that the owner provides
 */
export function serveThread<RemoteApi extends object, LocalApi extends object>(
  functions: LocalApi,
): BirpcReturn<RemoteApi, LocalApi> {
  const port = parentPort;
  if (port === null) throw new Error('this module is the entry of a thread');
  beacon = new Beacon((workerData as ThreadStart).beacon);
  return createBirpc<RemoteApi, LocalApi>(functions, {
    post: (message) => port.postMessage(message),
    on: (listener) => void port.on('message', listener),
    bind: 'functions',
    timeout: -1,
  });
}

/**
 * Runs a task that the watchdog can give up; without a watchdog, just runs it.
 * @param task name of the task
 * @param extraTime milliseconds of CPU time in addition to the budget
 */
export function runTask<T>(task: string, work: () => T, extraTime = 0): T {
  beacon?.begin(task, extraTime);
  try {
    return work();
  } finally {
    beacon?.end();
  }
}

/** Runs an asynchronous task that the watchdog can give up. Tasks must not overlap. */
export async function runTaskAsync<T>(task: string, work: () => Promise<T>): Promise<T> {
  beacon?.begin(task, 0);
  try {
    return await work();
  } finally {
    beacon?.end();
  }
}

/**
 * Ends this thread during a task, after an error that would break later tasks as well (an aborted WebAssembly module).
 * Its owner gives up the task. Does nothing on the main thread.
 */
export function exitThread(): void {
  if (beacon !== null) process.exit(1);
}
