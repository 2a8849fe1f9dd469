import { say, text, type Language } from '../../l10n/index.ts';
import type { CheckRow, Text } from '../../model/index.ts';
import type { ChecklistResult } from './checklist-json.ts';
import { overviewTables, type OverviewTable } from './checklist-overview.ts';
import { countRows, placeText, rowsByAsset } from './checklist-rows.ts';
import { problemText } from '../problem-text.ts';
import type { TextOptions } from '../scan/text-options.ts';

/** The checklist as a table for each resource, failures first. */
export function checklistText(result: ChecklistResult, options: TextOptions): string {
  const { language, paint } = options;
  const overviews = overviewTables(result.overview, language);
  const tables = rowsByAsset(result.rows).map(([assetId, rows]) => {
    const place = rows[0] === undefined ? '' : `  ${paint.dim(placeText(rows[0].location))}`;
    const lines = rows.flatMap((row) => rowLines(row, options));
    const own = overviews.filter((table) => table.assetId === assetId).flatMap(overviewLines);
    return [`${paint.bold(assetId)}${place}`, ...lines, ...own].join('\n');
  });
  const loops = result.findings.map(
    ({ level, message }) =>
      `${paint.level(level, say(text(`level.${level}`), language))}  ${say(message, language)}`,
  );
  const problems = result.problems.map((problem) => `  ${problemText(problem, language)}`);
  const told = problems.length > 0 ? [[say(text('scan.problems'), language), ...problems].join('\n')] : [];
  const closing = result.rows.length === 0 ? text('checklist.none') : summaryOf(result);
  return `${[...loops, ...tables, ...told, say(closing, language)].join('\n\n')}\n`;
}

/** A line for each source, trigger or way; what it rests on is in the other formats. */
function overviewLines({ caption, columns, rows }: OverviewTable): string[] {
  const lines = rows.map(({ mark, cells: [first, ...rest] }) => {
    const cells = rest.map(({ text: words }, index) => `${columns[index + 1] ?? ''}: ${words}`);
    return `    ${mark === null ? ' ' : '★'} ${padded(first?.text ?? '', 34)} ${cells.join(' · ')}`;
  });
  return ['', `  ${caption}`, ...lines];
}

function rowLines(row: CheckRow, { language, paint }: TextOptions): string[] {
  const answer = padded(say(text(`answer.${row.answer}`), language), 8);
  const level = padded(say(text(`checkLevel.${row.level}`), language), 7);
  const mark = row.answer === 'fail' && row.level === 'must' ? paint.severity('critical', answer) : answer;
  const accepted =
    row.accepted === null ? '' : ` (${say(text('checklist.accepted', row.accepted), language)})`;
  return [
    `  ${mark} ${level} ${row.id.padEnd(38)} ${say(row.evidence, language)}${accepted}`,
    ...fixLine(row, language).map((line) => `  ${' '.repeat(17)}${paint.dim(line)}`),
  ];
}

function fixLine({ fix, answer, accepted }: CheckRow, language: Language): string[] {
  if (fix === null || answer !== 'fail' || accepted !== null) return [];
  return [`${say(text('checklist.fix'), language)}: ${say(fix.title, language)}`];
}

/** Pads to a width in columns: Japanese characters take two. */
function padded(word: string, width: number): string {
  const columns = Array.from(word).reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  return word + ' '.repeat(Math.max(0, width - columns));
}

/** The counts of a whole run in one sentence. */
export function summaryOf({ rows, asOf }: Pick<ChecklistResult, 'rows' | 'asOf'>): Text {
  const { pass, fail, must, unknown, accepted } = countRows(rows);
  const assets = new Set(rows.map(({ assetId }) => assetId)).size;
  return text('checklist.summary', { pass, fail, must, unknown, accepted, assets, asOf: asOf.slice(0, 10) });
}
