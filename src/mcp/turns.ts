import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work, after which other questions have their turn. */
const TURN = 30;

/** The result of work in steps. Between them questions are answered that need no folder. */
export async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  let due = performance.now() + TURN;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < due) continue;
    await setImmediate();
    due = performance.now() + TURN;
  }
}

/** The same of several works, one after the other. */
export async function eachInTurns<W, T>(
  works: readonly W[],
  stepsOf: (work: W) => Generator<undefined, T>,
): Promise<T[]> {
  const results: T[] = [];
  for (const work of works) results.push(await inTurns(stepsOf(work)));
  return results;
}
