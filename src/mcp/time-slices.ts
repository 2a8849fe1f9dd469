import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work between two pauses, in which other questions are answered. */
const SLICE_MS = 30;

/** Runs work step by step and returns its result. Pauses let other questions be answered meanwhile. */
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

/** Runs several pieces of work step by step, one after the other. */
export async function runEachInSlices<W, T>(
  pieces: readonly W[],
  stepsOf: (work: W) => Generator<undefined, T>,
): Promise<T[]> {
  const results: T[] = [];
  for (const work of pieces) results.push(await runInSlices(stepsOf(work)));
  return results;
}
