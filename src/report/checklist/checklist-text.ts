import { inBrackets, say, text } from '../../l10n/index.ts';
import { escapeInvisible, type CheckRow, type Text } from '../../model/index.ts';
import type { ChecklistResult } from './checklist-json.ts';
import { overviewTables, type OverviewTable } from './checklist-overview.ts';
import { countRows, rowsByAsset } from './checklist-rows.ts';
import { placeText } from '../place-text.ts';
import { problemLines } from '../problem-text.ts';
import type { TextOptions } from '../scan/text-options.ts';
import { padToWidth } from '../terminal/wrap.ts';

interface ChecklistTextOptions extends TextOptions {
  /** Columns of the terminal; null for other outputs. */
  width: number | null;
  /** True to include passes, checks that do not apply, and the overviews of each resource. */
  verbose: boolean;
}

/** The checklist by resource, failures first; checks that need no action are only counted. */
export function checklistText(result: ChecklistResult, options: ChecklistTextOptions): string {
  const { language, paint, verbose } = options;
  const overviews = overviewTables(result.overview, language);
  const tables = rowsByAsset(result.rows).map(([assetId, rows]) => {
    const place = rows[0] === undefined ? '' : `  ${paint.dim(placeText(rows[0].location))}`;
    const shown = verbose ? rows : rows.filter(({ answer }) => answer === 'fail' || answer === 'unknown');
    const lines = shown.flatMap((row) => rowLines(row, options));
    const own = verbose ? overviews.filter((table) => table.assetId === assetId).flatMap(overviewLines) : [];
    const rest = rows.length - shown.length;
    const more = rest === 0 ? [] : [`  ${paint.dim(say(text('checklist.fine', { count: rest }), language))}`];
    return [`${paint.bold(assetId)}${place}`, ...lines, ...more, ...own].join('\n');
  });
  const loops = result.findings.map(
    ({ level, message }) =>
      `${paint.level(level, say(text(`level.${level}`), language))}  ${say(message, language)}`,
  );
  const problemBlocks = problemLines(result.problems, language).map((lines) => lines.join('\n'));
  const closing = result.rows.length === 0 ? text('checklist.none') : summaryOf(result);
  const verboseHint = verbose || result.rows.length === 0 ? [] : [say(text('checklist.verbose'), language)];
  const ending = [say(closing, language), ...verboseHint].join('\n');
  return `${[...loops, ...tables, ...problemBlocks, ending].join('\n\n')}\n`;
}

/** Lines of an overview: its caption, and one for each row. Unlike in other formats, the evidence is left out. */
function overviewLines({ caption, columns, rows }: OverviewTable): string[] {
  const lines = rows.map(({ mark, cells: [first, ...rest] }) => {
    const cells = rest.map(({ text: words }, index) => `${columns[index + 1] ?? ''}: ${words}`);
    return `    ${mark === null ? ' ' : '★'} ${padToWidth(first?.text ?? '', 34)} ${cells.join(' · ')}`;
  });
  return ['', `  ${caption}`, ...lines];
}

function rowLines(row: CheckRow, options: ChecklistTextOptions): string[] {
  const { language, paint, width } = options;
  const answer = padToWidth(say(text(`answer.${row.answer}`), language), 8);
  const level = padToWidth(say(text(`checkLevel.${row.level}`), language), 7);
  const mark = row.answer === 'fail' && row.level === 'must' ? paint.severity('critical', answer) : answer;
  const accepted =
    row.accepted === null
      ? ''
      : inBrackets(say(text('checklist.accepted', row.accepted), language), language);
  const evidence = `${say(row.evidence, language)}${accepted}`;
  const below = ' '.repeat(width === null ? 19 : 11);
  return [
    ...(width === null
      ? [`  ${mark} ${level} ${row.id.padEnd(38)} ${evidence}`]
      : [`  ${mark} ${level} ${row.id}`, `${below}${evidence}`]),
    ...fixLines(row, options).map((line) => `${below}${paint.dim(line)}`),
  ];
}

/** The fix in words. Adds its command only if no edit of the code has the same effect. */
function fixLines(
  { fix, answer, accepted }: CheckRow,
  { language, verbose }: ChecklistTextOptions,
): string[] {
  if (fix === null || answer !== 'fail' || accepted !== null) return [];
  const title = `${say(text('checklist.fix'), language)}: ${say(fix.title, language)}`;
  return verbose || fix.changes.length === 0 ? [title, escapeInvisible(fix.command)] : [title];
}

/** Counts of a whole run in one sentence. */
export function summaryOf({ rows, asOf }: Pick<ChecklistResult, 'rows' | 'asOf'>): Text {
  const { pass, fail, must, unknown, accepted } = countRows(rows);
  const assets = new Set(rows.map(({ assetId }) => assetId)).size;
  return text('checklist.summary', { pass, fail, must, unknown, accepted, assets, asOf });
}
