import type { Problem, Text } from './basics/text.ts';

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

/** The one place that decides: what is not named here costs something, and is told. */
export function costOf({ text: { key } }: Problem): ProblemCost {
  return SETTLED.has(key) ? 'none' : 'result';
}

/** The problems that are told to people and programs; the others are for the log. */
export function worthTelling(problems: readonly Problem[]): Problem[] {
  return problems.filter((problem) => costOf(problem) === 'result');
}
