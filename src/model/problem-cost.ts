import type { Problem, Text } from './basics/text.ts';

/**
 * Cost of a problem: `none`, because another way led to the same result; `remark`, because nothing is missing but it is
 * worth mentioning; `result`, because a part of the result is missing.
 */
export type ProblemCost = 'none' | 'remark' | 'result';

/** Mistakes in vendors' pages, and failures that a retry resolves: nothing is missing. */
const SETTLED: ReadonlySet<string> = new Set([
  'catalogue.page.linkMismatch',
  'catalogue.page.versionsDiffer',
  'catalogue.store.pageDamaged',
  'catalogue.update.twin',
  'os.feed.foreignLinks',
]);

/** Messages about work stopped at a limit. */
const GIVEN_UP: ReadonlySet<string> = new Set([
  'problem.tooLarge',
  'problem.tooManyFolders',
  'problem.notFollowed',
  'problem.tookTooLong',
  'problem.tookTooMuchMemory',
  'problem.endedReader',
  'problem.madeTooMuch',
  'problem.notPutTogether',
  'finding.notJudged',
  'checklist.gaveUp',
  'checklist.tooMany',
]);

/** True for a message about work stopped at a limit: its result is unknown, so it passes no gate. */
export function isGivenUp({ key }: Text): boolean {
  return GIVEN_UP.has(key);
}

/** Content that was read and understood, but may surprise people. */
const REMARKS: ReadonlySet<string> = new Set([
  'inventory.engineNotCovered',
  'inventory.enginesNotCovered',
  'problem.utf16',
]);

/** Cost of a problem, decided only here: a message not listed above costs a part of the result and is reported. */
export function costOf({ text: { key } }: Problem): ProblemCost {
  if (SETTLED.has(key)) return 'none';
  return REMARKS.has(key) ? 'remark' : 'result';
}

/** Problems to report to people and programs; the others are for the log. */
export function problemsToReport(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => costOf(problem) !== 'none');
}
