/** For model/basics/interruptible.ts: a browser interrupts nothing within a thread. Who started the thread ends it. */
export const INTERRUPTED = Symbol('interrupted');

export function interruptible<T>(_milliseconds: number, work: () => T): T | typeof INTERRUPTED {
  return work();
}
