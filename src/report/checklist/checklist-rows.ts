import { text } from '../../l10n/index.ts';
import {
  CHECK_LEVELS,
  type CheckAnswer,
  type CheckNote,
  type CheckRow,
  type Text,
} from '../../model/index.ts';

/** Failures first, then what is unknown, what passes, what does not apply; within each the musts first. */
const ANSWER_ORDER: readonly CheckAnswer[] = ['fail', 'unknown', 'pass', 'not-applicable'];

export function compareRows(a: CheckRow, b: CheckRow): number {
  return (
    ANSWER_ORDER.indexOf(a.answer) - ANSWER_ORDER.indexOf(b.answer) ||
    CHECK_LEVELS.indexOf(a.level) - CHECK_LEVELS.indexOf(b.level)
  );
}

/** Rows by the asset that they are about, in order. */
export function rowsByAsset(rows: readonly CheckRow[]): [assetId: string, rows: CheckRow[]][] {
  return [...Map.groupBy(rows, ({ assetId }) => assetId)].map(([id, own]) => [id, own.sort(compareRows)]);
}

/** How many rows have each answer; accepted failures are counted apart. */
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

/** The notes of a row that are worth reading: what each demands, and what was found. */
export function noteTexts({ notes }: Pick<CheckRow, 'notes'>): Text[] {
  const isOpen = ({ answer }: CheckNote): boolean => answer === 'fail' || answer === 'unknown';
  return notes.filter(isOpen).map(({ title, answer, evidence }) =>
    text(answer === 'fail' ? 'checklist.note.found.known' : 'checklist.note.found', {
      demand: title,
      evidence,
    }),
  );
}
