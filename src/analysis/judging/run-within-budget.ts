import { CpuBudget, cpuTime, INTERRUPTED, interruptible, type Asset } from '../../model/index.ts';

/** Milliseconds of work before other work can run. */
const TURN_MS = 20;
/** Milliseconds of CPU time for one piece of work: the cost of an asset, and of results that all assets share. */
export const BASE_TIME = 1000;
const PART_OF_BUDGET = 1 / 3;
const TIME_OF_OWN = 3;
const TIME_OF_ALL = 0.1;
/** Number of interrupted pieces of work whose time is given back to the others. */
const MAX_REFUNDS = 20;

/** CPU time for work on the assets of an inventory, shared by all pieces. */
export class WorkBudget {
  readonly #all: CpuBudget;
  readonly #base: number;
  #refunds = 0;

  /**
   * @param count assets of the inventory
   * @param milliseconds of CPU time
   */
  constructor(count: number, milliseconds: number) {
    this.#all = new CpuBudget(milliseconds);
    this.#base = Math.min(BASE_TIME, milliseconds * PART_OF_BUDGET) + TIME_OF_ALL * count;
  }

  get isSpent(): boolean {
    return this.#all.isSpent;
  }

  /** Milliseconds for a piece about some of the assets. */
  timeFor(count: number): number {
    return this.#base + TIME_OF_OWN * count;
  }

  /** Gives the time of an interrupted piece back to the others; at most {@link MAX_REFUNDS} times. */
  refund(milliseconds: number): void {
    this.#refunds += 1;
    if (this.#refunds <= MAX_REFUNDS) this.#all.extend(milliseconds);
  }
}

interface Pieces<W, R> {
  assetsOf: (piece: W) => readonly Asset[];
  /** Result of a piece. May be computed twice, and must not depend on the other pieces. */
  work: (piece: W) => R;
  /** Result of a piece that is given up. */
  instead: (piece: W) => R;
}

/**
 * Does pieces of work one by one, in steps between which other work can run. A piece that takes too long is interrupted
 * and given up; so are all remaining pieces once the budget is spent. The other results are kept.
 * @returns a result for each piece
 */
export function* runWithinBudget<W, R>(
  budget: WorkBudget,
  pieces: readonly W[],
  { assetsOf, work, instead }: Pieces<W, R>,
): Generator<undefined, R[]> {
  const results: R[] = [];
  for (let piece = pieces[0]; piece !== undefined; piece = pieces[results.length]) {
    if (budget.isSpent) return [...results, ...pieces.slice(results.length).map(instead)];
    const [begun, before] = [results.length, cpuTime()];
    const time = budget.timeFor(assetsOf(piece).length);
    const end = interruptible(time, () => {
      const due = performance.now() + TURN_MS;
      for (let next = pieces[results.length]; next !== undefined; next = pieces[results.length]) {
        results.push(work(next));
        if (performance.now() >= due) break;
      }
    });
    if (end === INTERRUPTED) {
      // A piece that began late in its turn gets the whole next turn.
      if (results.length === begun) results.push(instead(piece));
      budget.refund(cpuTime() - before);
    }
    yield;
  }
  return results;
}
