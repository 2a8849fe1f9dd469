import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work, after which other questions have their turn. */
const SLICE_MS = 30;

/** The result of work in steps. Between them questions are answered that need no folder. */
export async function runInSlices<T>(steps: Generator<undefined, T>): Promise<T> {
  let due = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < due) continue;
    await setImmediate();
    due = performance.now() + SLICE_MS;
  }
}

/** The same of several works, one after the other. */
export async function runEachInSlices<W, T>(
  works: readonly W[],
  stepsOf: (work: W) => Generator<undefined, T>,
): Promise<T[]> {
  const results: T[] = [];
  for (const work of works) results.push(await runInSlices(stepsOf(work)));
  return results;
}
