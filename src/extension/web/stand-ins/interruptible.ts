/**
 * Replaces model/basics/interruptible.ts. In a browser, work within a thread cannot be interrupted; the owner ends the
 * thread instead.
 */
export const INTERRUPTED = Symbol('interrupted');

export function interruptible<T>(_milliseconds: number, work: () => T): T | typeof INTERRUPTED {
  return work();
}
