import type { Range } from '../syntax.ts';

/** An instruction of a Dockerfile: its keyword in capitals and the range of its arguments. */
export interface Instruction {
  keyword: string;
  arguments: Range;
  /** Ranges of the lines of each heredoc. */
  heredocs: readonly Range[];
}

const START = /[ \t]*([A-Za-z]+)[ \t]+/y;
const HEREDOC = /<<-?\s*["']?(\w+)["']?/g;

/**
 * Instructions of a Dockerfile, without comments. A comment line inside an instruction does not end it (Dockerfile
 * reference, "Format").
 */
export function instructionsIn(text: string): Instruction[] {
  const escape = /^(?:#[^\n]*\n)*#[ \t]*escape[ \t]*=[ \t]*`/i.test(text) ? '`' : '\\';
  const instructions: Instruction[] = [];
  let position = 0;
  while (position < text.length) {
    START.lastIndex = position;
    const found = START.exec(text);
    if (found === null) {
      position = lineEnd(text, position) + 1;
      continue;
    }
    const start = position + found[0].length;
    const end = instructionEnd(text, start, escape);
    const body = text.slice(start, end);
    const keyword = (found[1] ?? '').toUpperCase();
    const heredocs: Range[] = [];
    position = end + 1;
    if (keyword === 'RUN' || keyword === 'COPY') {
      for (const [, marker = ''] of body.matchAll(HEREDOC)) {
        const range = heredocAt(text, position, marker);
        if (range === null) break;
        heredocs.push(range);
        position = lineEnd(text, range.end) + 1;
      }
    }
    instructions.push({ keyword, arguments: { start, end }, heredocs });
  }
  return instructions;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** End of the last line of an instruction. */
function instructionEnd(text: string, start: number, escape: string): number {
  let lineStart = start;
  for (;;) {
    const end = lineEnd(text, lineStart);
    const line = text.slice(lineStart, end).trimEnd();
    const isComment = lineStart !== start && /^\s*(?:#|$)/.test(line);
    if (end >= text.length || (!line.endsWith(escape) && !isComment)) return end;
    lineStart = end + 1;
  }
}

/** Lines up to a marker; null if the marker is missing. */
function heredocAt(text: string, start: number, marker: string): Range | null {
  for (let at = start; at < text.length;) {
    const end = lineEnd(text, at);
    if (text.slice(at, end).trim() === marker) return { start, end: at };
    at = end + 1;
  }
  return null;
}
