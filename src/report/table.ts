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
