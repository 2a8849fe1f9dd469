import type { Problem, Text } from './basics/text.ts';

/**
 * What a problem costs: nothing, because another way led to the same answer; nothing that was asked for, but it is worth a
 * remark; or a part of the result.
 */
export type ProblemCost = 'none' | 'remark' | 'result';

/** Slips in what vendors publish, and in what can be read again: each is settled, and nothing is missing. */
const SETTLED: ReadonlySet<string> = new Set([
  'catalogue.page.linkMismatch',
  'catalogue.page.versionsDiffer',
  'catalogue.store.pageDamaged',
  'catalogue.update.twin',
  'os.feed.foreignLinks',
]);

/** Sentences about what a limit left unread or unjudged. */
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

/** True for a sentence about what a limit left out: nobody knows what it would have told, so it passes no gate. */
export function isGivenUp({ key }: Text): boolean {
  return GIVEN_UP.has(key);
}

/** What was read and understood, and is not what people may expect of it. */
const REMARKS: ReadonlySet<string> = new Set([
  'inventory.engineNotCovered',
  'inventory.enginesNotCovered',
  'problem.utf16',
]);

/** The one place that decides: what is not named here costs something, and is told. */
export function costOf({ text: { key } }: Problem): ProblemCost {
  if (SETTLED.has(key)) return 'none';
  return REMARKS.has(key) ? 'remark' : 'result';
}

/** The problems that are told to people and programs; the others are for the log. */
export function worthTelling(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => costOf(problem) !== 'none');
}
