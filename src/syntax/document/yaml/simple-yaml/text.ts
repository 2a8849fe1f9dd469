import type { LineStarts } from '../../lines.ts';
import type { ScalarNode } from '../../node.ts';
import { scalarValue } from '../scalar-value.ts';

/** Thrown for a text outside the simple part of YAML. Not an `Error`, because it needs no stack trace. */
export const NOT_SIMPLE = { isSimple: false } as const;

/** Stops the reader of simple YAML; the complete parser takes over. */
export function stopAsNotSimple(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- a way out, taken often
  throw NOT_SIMPLE;
}

const TAG = /!\w[\w.:-]*(?=[ \r\n]|$)/y;
const DOUBLE_QUOTED = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const SINGLE_QUOTED = /'[^']*(?:''[^']*)*'/y;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', '0': '\0', '"': '"', '/': '/', '\\': '\\', ' ': ' ' },
};
const [LINE_FEED, RETURN, SPACE] = [10, 13, 32];

/** A YAML text, and functions that read it at an offset. */
export class YamlText {
  readonly text: string;
  readonly lines: LineStarts;

  constructor(text: string, lines: LineStarts) {
    this.text = text;
    this.lines = lines;
  }

  is(at: number, char: string): boolean {
    return this.text.charCodeAt(at) === char.charCodeAt(0);
  }

  /** True at a line feed, with or without a carriage return before it, and at the end of the text. */
  isLineEnd(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === LINE_FEED || code === RETURN || at >= this.text.length;
  }

  /** True at a space, the end of a line or the end of the text. */
  isGap(at: number): boolean {
    return this.text.charCodeAt(at) === SPACE || this.isLineEnd(at);
  }

  isQuote(at: number): boolean {
    return this.is(at, '"') || this.is(at, "'");
  }

  skipSpaces(at: number): number {
    let next = at;
    while (this.text.charCodeAt(next) === SPACE) next++;
    return next;
  }

  /** Beginning of the next line; the end of the text if there is none. */
  nextLine(at: number): number {
    return this.text.indexOf('\n', at) + 1 || this.text.length;
  }

  /** Match of a sticky pattern. */
  match(pattern: RegExp, at: number): string | null {
    pattern.lastIndex = at;
    return pattern.test(this.text) ? this.text.slice(at, pattern.lastIndex) : null;
  }

  /** Reads a custom tag (`!Ref`), and the beginning of its value on the line; YAML's own tags are not simple. */
  tag(at: number): { tag: string; next: number } {
    const tag = this.match(TAG, at) ?? stopAsNotSimple();
    return { tag, next: this.skipSpaces(at + tag.length) };
  }

  /** Reads a quoted text with all lines to the right of `column`. Its span ends before the closing quote. */
  quoted(at: number, column: number, tag: string | null): ScalarNode {
    const isDouble = this.is(at, '"');
    const token = this.match(isDouble ? DOUBLE_QUOTED : SINGLE_QUOTED, at) ?? stopAsNotSimple();
    const inner = token.includes('\n') ? foldedOnOneLine(token, column).slice(1, -1) : token.slice(1, -1);
    const text = isDouble
      ? inner.replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? stopAsNotSimple())
      : inner.replaceAll("''", "'");
    return this.scalar(at + 1, at + token.length - 1, text, tag, true);
  }

  /** Reads an unquoted text that matches a pattern; null if there is none. */
  plain(pattern: RegExp, at: number, tag: string | null): ScalarNode | null {
    const found = this.match(pattern, at);
    if (found === null) return null;
    const text = withoutSpaces(found);
    return this.scalar(at, at + text.length, text, tag, false);
  }

  scalar(start: number, end: number, text: string, tag: string | null, isQuoted: boolean): ScalarNode {
    const value = isQuoted || tag !== null ? text : scalarValue(text);
    return { kind: 'scalar', value, text, isQuoted, isTemplated: false, tag, lines: this.lines, start, end };
  }
}

/** Folds the lines of a quoted text, which have to be to the right of `column`. */
function foldedOnOneLine(token: string, column: number): string {
  const [, ...others] = token.split('\n');
  const isInside = (line: string): boolean => line.search(/[^ ]|$/) > column || line.trim() === '';
  // A text with escaped blanks is not simple.
  if (!others.every(isInside) || /\\ *\r?\n/.test(token)) stopAsNotSimple();
  return token.replace(/(?<! ) *\r?\n[ \r\n]*/g, foldedEnds);
}

/** Result of folding line ends: the first becomes a space, each blank line a line end. */
export function foldedEnds(ends: string): string {
  return '\n'.repeat(ends.split('\n').length - 2) || ' ';
}

/** Text without trailing spaces; other white space belongs to it. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  return text.slice(0, end);
}
