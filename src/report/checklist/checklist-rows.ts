import { text } from '../../l10n/index.ts';
import {
  CHECK_LEVELS,
  type CheckAnswer,
  type CheckNote,
  type CheckRow,
  type Text,
} from '../../model/index.ts';

/** Order of answers: failures, unknown, passes, not applicable. Within each, checks of level must come first. */
const ANSWER_ORDER: readonly CheckAnswer[] = ['fail', 'unknown', 'pass', 'not-applicable'];

export function compareRows(a: CheckRow, b: CheckRow): number {
  return (
    ANSWER_ORDER.indexOf(a.answer) - ANSWER_ORDER.indexOf(b.answer) ||
    CHECK_LEVELS.indexOf(a.level) - CHECK_LEVELS.indexOf(b.level)
  );
}

/** Rows grouped by asset, in order. */
export function rowsByAsset(rows: readonly CheckRow[]): [assetId: string, rows: CheckRow[]][] {
  return [...Map.groupBy(rows, ({ assetId }) => assetId)].map(([id, own]) => [id, own.sort(compareRows)]);
}

/** Number of rows by answer; accepted failures are counted separately. */
export function countRows(rows: readonly CheckRow[]): Record<CheckAnswer | 'accepted' | 'must', number> {
  const count = (test: (row: CheckRow) => boolean): number => rows.filter(test).length;
  const isOpen = (row: CheckRow): boolean => row.answer === 'fail' && row.accepted === null;
  return {
    pass: count(({ answer }) => answer === 'pass'),
    fail: count(isOpen),
    unknown: count(({ answer }) => answer === 'unknown'),
    'not-applicable': count(({ answer }) => answer === 'not-applicable'),
    accepted: count((row) => row.answer === 'fail' && row.accepted !== null),
    must: count((row) => isOpen(row) && row.level === 'must'),
  };
}

/** Sentences of a row's notes: each requirement, and what was observed. */
export function noteSentences({ notes }: Pick<CheckRow, 'notes'>): Text[] {
  const isOpen = ({ answer }: CheckNote): boolean => answer === 'fail' || answer === 'unknown';
  return notes.filter(isOpen).map(({ title, answer, evidence }) =>
    text(answer === 'fail' ? 'checklist.note.found.known' : 'checklist.note.found', {
      demand: title,
      evidence,
    }),
  );
}
