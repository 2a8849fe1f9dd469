import type { FileLocation } from '../../model/index.ts';

/** Offsets at which the lines of a file start. */
export interface LineStarts {
  readonly file: string;
  readonly starts: readonly number[];
}

/** Lines of a text, computed on demand: most files never need a place. */
class LazyLineStarts implements LineStarts {
  readonly file: string;
  readonly #text: string;
  #starts: readonly number[] | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
  }

  get starts(): readonly number[] {
    return (this.#starts ??= findLineStarts(this.#text));
  }
}

/** Lines as an editor counts them: they end with LF, CRLF or a lone CR. */
export function linesOf({
  file,
  text,
  lines,
}: {
  file: string;
  text: string;
  lines?: LineStarts;
}): LineStarts {
  return lines ?? new LazyLineStarts(file, text);
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  } else {
    // Fast path: nearly every file has only LF.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  }
  return starts;
}

/** Place of a range of offsets; the end is exclusive. */
export function placeOf({ file, starts }: LineStarts, start: number, end: number): FileLocation {
  const line = lineAt(starts, start);
  const isOneLine = start <= end && end < (starts[line + 1] ?? Infinity);
  const endLine = isOneLine ? line : lineAt(starts, end);
  const column = start - (starts[line] ?? 0) + 1;
  const endColumn = end - (starts[endLine] ?? 0) + 1;
  return { file, line: line + 1, column, endLine: endLine + 1, endColumn };
}

/** Line of an offset, 0-based. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
