import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';

const NO_LINES = [
  ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
].map((name) => [name, ''] as const);

type Alignment = 'left' | 'right';

/** Rows of cells as lines of aligned columns, two blanks apart; characters of Chinese, Japanese and Korean are two wide. */
export function alignedLines(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
): string[] {
  const table = new Table({
    chars: { ...Object.fromEntries(NO_LINES), middle: '  ' },
    colAligns: [...alignments],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  table.push(...rows.map((row) => [...row]));
  return rows.length === 0
    ? []
    : table
        .toString()
        .split('\n')
        .map((line) => line.trimEnd());
}

/** Written without blanks: lines end anywhere. */
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** Columns: narrower terminals get longer lines. */
const MIN_WIDTH = 40;

/** What a line begins with before its words: blanks, the mark of an item. */
const BEGINNING = /^ *(?:(?:[-+★]|\d+\.) +)?/;
/** Nothing that is wider than this is a beginning: words would have no room. */
const MAX_INDENT = 24;

/** A text whose lines fit a width, the rest of each below its beginning; as it is where there is no width. */
export function fitted(whole: string, width: number | null): string {
  if (width === null) return whole;
  return whole
    .split('\n')
    .flatMap((line) => {
      const [beginning = ''] = BEGINNING.exec(line) ?? [];
      if (beginning.length > MAX_INDENT) return [line];
      return wrappedLines(line.slice(beginning.length), width, ' '.repeat(beginning.length), beginning);
    })
    .join('\n');
}

/**
 * A sentence in lines of a terminal's width; one line where there is no width.
 * @param indent of every line; of those after the first where `first` says what the first begins with
 */
export function wrappedLines(sentence: string, width: number | null, indent = '', first = indent): string[] {
  if (width === null) return [first + sentence];
  const lines = wrapAnsi(sentence, Math.max(width - indent.length, MIN_WIDTH), {
    hard: JAPANESE.test(sentence),
  }).split('\n');
  return lines.map((line, index) => (index === 0 ? first : indent) + line);
}
