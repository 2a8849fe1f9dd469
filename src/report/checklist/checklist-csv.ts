import { say, type Language } from '../../l10n/index.ts';
import { placeText } from '../place-text.ts';
import type { ChecklistResult } from './checklist-json.ts';
import { csv } from '../csv.ts';

const COLUMNS = ['id', 'level', 'answer', 'asset', 'title', 'evidence', 'accepted', 'place', 'fix', 'help'];

/** The checklist as CSV (RFC 4180), one line per check and resource. */
export function checklistCsv({ rows }: Pick<ChecklistResult, 'rows'>, language: Language): string {
  const lines = rows.map((row) => [
    row.id,
    row.level,
    row.answer,
    row.assetId,
    say(row.title, language),
    say(row.evidence, language),
    row.accepted?.reason ?? '',
    placeText(row.location),
    row.fix?.command ?? '',
    row.helpUri,
  ]);
  return csv(COLUMNS, lines);
}
