import Table from 'cli-table3';
import { breakLines, displayWidth } from './wrap.ts';

const BORDERLESS = [
  ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
].map((name) => [name, ''] as const);

type Alignment = 'left' | 'right';

const GAP = '  ';

/**
 * Aligns rows of cells in columns, two spaces apart; Chinese, Japanese and Korean characters are two columns wide. If the
 * width is too small, names of columns are broken between words first, then the cells of the widest columns.
 * @param rows the first one has the column names
 * @param width columns of the terminal; null for other outputs
 * @returns the lines of each row
 */
export function alignedRows(
  rows: readonly (readonly string[])[],
  width: number | null,
  alignments: readonly Alignment[] = [],
): string[][] {
  const table = new Table({
    chars: { ...Object.fromEntries(BORDERLESS), middle: GAP },
    colAligns: [...alignments],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  });
  if (rows.length === 0) return [];
  const broken = width === null ? rows.map((row) => row.map((cell) => [cell])) : breakCells(rows, width);
  table.push(...broken.map((row) => row.map((cell) => cell.join('\n'))));
  const lines = table.toString().split('\n');
  return broken.map((row) =>
    lines.splice(0, Math.max(1, ...row.map((cell) => cell.length))).map((line) => line.trimEnd()),
  );
}

/** Breaks cells into lines of their columns' widths: narrows columns until all fit, or none can shrink. */
function breakCells(rows: readonly (readonly string[])[], width: number): string[][][] {
  const columns = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    const widthOf = (those: readonly string[]): number => Math.max(0, ...those.map(displayWidth));
    // A Japanese column name has no spaces, and would read as two names if it were broken.
    const [name = '', ...values] = cells;
    const least = widthOf([...name.split(' '), ...values.flatMap((cell) => breakLines(cell, 1))]);
    return { least, values: widthOf(values), width: widthOf(cells) };
  });
  const total = (): number =>
    columns.reduce((sum, column) => sum + column.width, GAP.length * (columns.length - 1));
  while (total() > width) {
    const open = columns.filter((column) => column.width > column.least);
    const byName = open.filter((column) => column.width > column.values);
    const [widest] = (byName.length > 0 ? byName : open).sort((a, b) => b.width - a.width);
    if (widest === undefined) break;
    widest.width -= 1;
  }
  return rows.map((row) => row.map((cell, index) => breakLines(cell, columns[index]?.width ?? width)));
}
