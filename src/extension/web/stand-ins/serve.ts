/** Replaces threads/serve.ts: answers calls in a browser's worker, and reports tasks by message. */
import { createBirpc, type BirpcReturn } from 'birpc';
import type { BrowserStart, BrowserTask } from '../protocol.ts';

/** Global scope of a worker. */
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', listener: (event: { data: unknown }) => void): void;
  close(): void;
}
const scope = globalThis as unknown as WorkerScope;
let isServed = false;

/** Answers calls from the owner of the worker, starting with its first message. */
export function serveBrowserThread<RemoteApi extends object, LocalApi extends object>(
  answers: (start: unknown, there: BirpcReturn<RemoteApi, LocalApi>) => LocalApi,
): void {
  const listeners: ((message: unknown) => void)[] = [];
  const state: { answers: LocalApi | null } = { answers: null };
  isServed = true;
  scope.addEventListener('message', ({ data }) => {
    if (state.answers !== null) {
      for (const listener of listeners) listener(data);
      return;
    }
    const functions = {} as LocalApi;
    const there = createBirpc<RemoteApi, LocalApi>(functions, {
      post: (message) => scope.postMessage(message),
      on: (listener) => void listeners.push(listener),
      bind: 'functions',
      timeout: -1,
    });
    state.answers = Object.assign(functions, answers((data as BrowserStart).data, there));
  });
}

export function runTask<T>(task: string, work: () => T): T {
  reportTask(task);
  try {
    return work();
  } finally {
    reportTask(null);
  }
}

export async function runTaskAsync<T>(task: string, work: () => Promise<T>): Promise<T> {
  reportTask(task);
  try {
    return await work();
  } finally {
    reportTask(null);
  }
}

/** Does nothing, because the owner notices a worker that stops answering. */
export function exitThread(): void {
  if (!isServed) return;
  scope.postMessage({ hasEnded: true });
  scope.close();
}

function reportTask(task: string | null): void {
  if (isServed) scope.postMessage({ task } satisfies BrowserTask);
}
