/**
 * Replaces model/basics/interruptible.ts: a browser cannot interrupt work within a thread, so its owner ends the thread.
 */
export const INTERRUPTED = Symbol('interrupted');

export function interruptible<T>(_milliseconds: number, work: () => T): T | typeof INTERRUPTED {
  return work();
}
