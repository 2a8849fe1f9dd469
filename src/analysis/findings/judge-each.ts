import { CpuBudget, type Asset, type Finding } from '../../model/index.ts';
import { notJudgedFinding } from './unknown-finding.ts';

/** Milliseconds of CPU time for judging: what loading the code takes on a slow machine, and ten times what an asset takes. */
const BASE_BUDGET = 3000;
const BUDGET_OF_ASSET = 3;

/** @param milliseconds of CPU time, where not what the assets need */
export function judgingBudget(assets: readonly Asset[], milliseconds?: number): CpuBudget {
  return new CpuBudget(milliseconds ?? BASE_BUDGET + assets.length * BUDGET_OF_ASSET);
}

/**
 * Judges groups of assets one after the other, with a step after each. Once the budget is spent the rest is given up: what
 * was found stands, and a finding says how many assets were not judged.
 */
export function* judgeEach<G>(
  groups: readonly G[],
  assetsOf: (group: G) => readonly Asset[],
  budget: CpuBudget,
  judge: (group: G) => readonly Finding[],
): Generator<undefined, Finding[]> {
  const found: Finding[] = [];
  for (const [nth, group] of groups.entries()) {
    if (budget.isSpent) {
      const [first, ...others] = groups.slice(nth).flatMap(assetsOf);
      if (first !== undefined) found.push(notJudgedFinding([first, ...others]));
      break;
    }
    for (const finding of judge(group)) found.push(finding);
    yield;
  }
  return found;
}
