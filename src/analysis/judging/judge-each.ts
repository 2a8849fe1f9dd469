import type { Asset, Finding } from '../../model/index.ts';
import { runWithinBudget, WorkBudget } from './run-within-budget.ts';
import { text } from '../../l10n/index.ts';
import { type Assets, unknownVersionFinding } from './unknown-version.ts';

/**
 * Milliseconds of CPU time for judging: the time to load the code on a slow machine, and ten times the cost of one asset.
 */
export const BASE_BUDGET = 3000;
export const BUDGET_OF_ASSET = 3;

/**
 * @param milliseconds of CPU time; depends on the assets if not given
 */
export function judgingBudget({ length }: readonly Asset[], milliseconds?: number): WorkBudget {
  return new WorkBudget(length, milliseconds ?? BASE_BUDGET + length * BUDGET_OF_ASSET);
}

/** Judges groups of assets one by one. A finding gives the number of assets that were not judged in time. */
export function* judgeEach<G>(
  groups: readonly G[],
  assetsOf: (group: G) => readonly Asset[],
  budget: WorkBudget,
  judge: (group: G) => readonly Finding[],
): Generator<undefined, Finding[]> {
  const notJudged: Asset[] = [];
  const instead = (group: G): readonly Finding[] => {
    for (const asset of assetsOf(group)) notJudged.push(asset);
    return [];
  };
  const found = yield* runWithinBudget(budget, groups, { assetsOf, work: judge, instead });
  const [first, ...others] = notJudged;
  return first === undefined ? found.flat() : [...found.flat(), notJudgedFinding([first, ...others])];
}

/** Finding about assets that were not judged because it took too long: no result, and no all-clear. */
export function notJudgedFinding([first, ...others]: Assets): Finding {
  const message = text(others.length === 0 ? 'finding.notJudged.alone' : 'finding.notJudged', {
    name: first.name,
    others: others.length,
  });
  return unknownVersionFinding('unknown-version', undefined, [first], message, 'information', '');
}
