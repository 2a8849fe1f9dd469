/** Code on one line, or broken at its items, as formatters do. */
export type Code = string | Group;

/** Items between brackets. With `isMultiline`, each item has its own line. */
export interface Group {
  open: string;
  items: readonly { key: string; value: Code }[];
  close: string;
  isMultiline?: boolean;
  /** True for a space inside the brackets when all items are on one line. */
  hasInnerSpaces?: boolean;
}

const MAX_LINE_WIDTH = 100;

/** Code as text. Its first line starts at `column` of a line with this indentation. */
export function formattedCode(
  code: Code,
  indent: string,
  unit: string,
  eol: string,
  column = indent.length,
): string {
  if (typeof code === 'string') return code;
  const flat = codeOnOneLine(code);
  if (!containsMultiline(code) && column + flat.length <= MAX_LINE_WIDTH) return flat;
  const inner = indent + unit;
  const lines = code.items.map(
    ({ key, value }) =>
      `${eol}${inner}${key}${formattedCode(value, inner, unit, eol, inner.length + key.length + 1)},`,
  );
  return `${code.open}${lines.join('')}${eol}${indent}${code.close}`;
}

function codeOnOneLine(code: Code): string {
  if (typeof code === 'string') return code;
  const items = code.items.map(({ key, value }) => key + codeOnOneLine(value)).join(', ');
  const gap = code.hasInnerSpaces === true && items !== '' ? ' ' : '';
  return `${code.open}${gap}${items}${gap}${code.close}`;
}

function containsMultiline(code: Code): boolean {
  return (
    typeof code !== 'string' &&
    (code.isMultiline === true || code.items.some(({ value }) => containsMultiline(value)))
  );
}
