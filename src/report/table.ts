import Table from 'cli-table3';

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
