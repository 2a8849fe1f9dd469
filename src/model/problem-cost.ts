import type { Problem } from './basics/text.ts';

/** What a problem costs: nothing, because another way led to the same answer, or a part of the result. */
export type ProblemCost = 'none' | 'result';

/** Slips in what vendors publish, and in what can be read again: each is settled, and nothing is missing. */
const SETTLED: ReadonlySet<string> = new Set([
  'catalogue.page.linkMismatch',
  'catalogue.page.versionsDiffer',
  'catalogue.store.pageDamaged',
  'catalogue.update.twin',
  'os.feed.foreignLinks',
]);

/** The one place that decides: what is not named here costs something, and is told. */
export function costOf({ text: { key } }: Problem): ProblemCost {
  return SETTLED.has(key) ? 'none' : 'result';
}

/** The problems that are told to people and programs; the others are for the log. */
export function worthTelling(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => costOf(problem) === 'result');
}
