import type { Span } from '../../document/node.ts';
import type { Cursor } from './cursor.ts';
import type { Expression } from '../syntax.ts';

/** A string without escapes and interpolations. */
const PLAIN = /"[^"\\$%\r\n]*"/y;
const QUOTED_TEXT = /[^"\\$%\r\n]+/y;
const HEREDOC_START = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy;
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])/y;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** Reads an expression across lines; passed in because expressions and templates contain each other. */
export type ReadInner = (cursor: Cursor, depth: number) => Expression;

/** Reads a quoted string; its span is between the quotes. */
export function readQuoted(cursor: Cursor, depth: number, readInner: ReadInner): Expression {
  const start = cursor.position + 1;
  if (cursor.skip(PLAIN)) {
    const last = cursor.position - 1;
    const text = cursor.text.slice(start, last);
    return literalAt(text, text, cursor.span(start, last));
  }
  cursor.consume('"');
  const parts = new TemplateParts(cursor, readInner);
  for (;;) {
    if (cursor.atLineEnd) {
      cursor.recordError(start - 1);
      return parts.finish(start, cursor.position);
    }
    if (cursor.isAt('"')) break;
    const escape = cursor.match(ESCAPE);
    if (escape !== null) parts.add(unescape(escape));
    else if (!readInterpolation(cursor, depth, parts))
      parts.add(cursor.match(QUOTED_TEXT) ?? readCharacter(cursor));
  }
  const end = cursor.position;
  cursor.consume('"');
  return parts.finish(start, end);
}

/** Literal at a given place. */
export function literalAt(
  value: string | number | boolean | null,
  text: string,
  { lines, start, end }: Span,
): Expression & { kind: 'literal' } {
  return { kind: 'literal', value, text, lines, start, end };
}

/** Reads a whole text as one template, without quotes. */
export function readTemplateText(cursor: Cursor, readInner: ReadInner): Expression {
  const parts = new TemplateParts(cursor, readInner);
  while (!cursor.atEnd) {
    if (!readInterpolation(cursor, 0, parts)) parts.add(cursor.match(/[^$%]+/y) ?? readCharacter(cursor));
  }
  return parts.finish(0, cursor.position);
}

/** Reads a heredoc. Its span is its lines without the markers; for plain text, also without margins. */
export function readHeredoc(cursor: Cursor, depth: number, readInner: ReadInner): Expression {
  const opening = cursor.position;
  const marker = cursor.match(HEREDOC_START)?.replace(/^<<-?/, '').trim();
  if (marker === undefined) {
    cursor.recordError();
    cursor.skipLine();
    return { kind: 'opaque', ...cursor.span(opening) };
  }
  const start = cursor.position;
  const parts = new TemplateParts(cursor, readInner);
  for (;;) {
    if (isAtMarker(cursor, marker)) break;
    if (cursor.atEnd) {
      cursor.recordError(opening);
      return parts.finish(start, cursor.position);
    }
    readHeredocLine(cursor, depth, parts);
  }
  const end = cursor.position;
  cursor.skipBlanks(false);
  cursor.consume(marker);
  const read = parts.finish(start, end);
  return read.kind === 'literal' ? { ...read, ...withoutMargins(read.start, read.end, cursor) } : read;
}

/** Span from the first to the last character of a text, without its indentation. */
function withoutMargins(start: number, end: number, cursor: Cursor): Span {
  const text = cursor.text.slice(start, end);
  const first = start + (text.length - text.trimStart().length);
  return cursor.span(first, Math.max(first, start + text.trimEnd().length));
}

function isAtMarker(cursor: Cursor, marker: string): boolean {
  const lineEnd = cursor.text.indexOf('\n', cursor.position);
  const line = cursor.text.slice(cursor.position, lineEnd < 0 ? undefined : lineEnd).trim();
  // In old code a closing bracket may follow the marker: `jsonencode(<<EOT … EOT)`.
  return line === marker || (line.startsWith(marker) && /^[),\]}]/.test(line.slice(marker.length)));
}

function readHeredocLine(cursor: Cursor, depth: number, parts: TemplateParts): void {
  while (!cursor.atEnd) {
    if (cursor.consume('\n')) {
      parts.add('\n');
      return;
    }
    if (!readInterpolation(cursor, depth, parts))
      parts.add(cursor.match(/[^$%\n]+/y) ?? readCharacter(cursor));
  }
}

/** Reads `${…}` and `%{…}`; false if there is none here. `$${` and `%%{` are text. */
function readInterpolation(cursor: Cursor, depth: number, parts: TemplateParts): boolean {
  if (cursor.consume('$${') || cursor.consume('%%{')) {
    parts.addSeparate(cursor.text.slice(cursor.position - 2, cursor.position), 3);
    return true;
  }
  const start = cursor.position;
  const isDirective = cursor.isAt('%{');
  if (!isDirective && !cursor.isAt('${')) return false;
  cursor.position += 2;
  cursor.consume('~');
  cursor.skipBlanks(true);
  if (isDirective) skipDirective(cursor, parts.readInner);
  else parts.addExpression(parts.readInner(cursor, depth + 1));
  cursor.skipBlanks(true);
  cursor.consume('~');
  if (!cursor.consume('}')) cursor.recordError(start);
  if (isDirective) parts.addExpression({ kind: 'opaque', ...cursor.span(start) });
  return true;
}

/** Skips a directive. Directives are not evaluated, so the template has no known value. */
function skipDirective(cursor: Cursor, readInner: ReadInner): void {
  while (!cursor.atLineEnd && !cursor.isAt('}') && !cursor.isAt('~}')) {
    if (cursor.isAt('"')) readQuoted(cursor, 0, readInner);
    else cursor.position++;
  }
}

function readCharacter(cursor: Cursor): string {
  cursor.position++;
  return cursor.text.charAt(cursor.position - 1);
}

function unescape(escape: string): string {
  const letter = escape.charAt(1);
  if (letter === 'u' || letter === 'U') {
    const code = Number.parseInt(escape.slice(2), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return ESCAPES[letter] ?? letter;
}

/** Collects the text and the expressions of a template. */
class TemplateParts {
  readonly readInner: ReadInner;
  private readonly cursor: Cursor;
  private readonly parts: Expression[] = [];
  private text = '';
  private textStart: number | null = null;
  /** End of the text, needed because the next expression is read before the text is stored. */
  private textEnd = 0;

  constructor(cursor: Cursor, readInner: ReadInner) {
    this.cursor = cursor;
    this.readInner = readInner;
  }

  add(text: string): void {
    this.textStart ??= this.cursor.position - text.length;
    this.text += text;
    this.textEnd = this.cursor.position;
  }

  /** Adds text that is shorter than its notation as a part of its own, so that the places of other parts stay correct. */
  addSeparate(text: string, written: number): void {
    this.flush();
    const span = this.cursor.span(this.cursor.position - written, this.cursor.position);
    this.parts.push(literalAt(text, text, span));
  }

  addExpression(expression: Expression): void {
    this.flush();
    this.parts.push(expression);
  }

  /**
   * Result: a literal for a string without expressions, the expression itself if there is nothing else, otherwise a
   * template.
   */
  finish(start: number, end: number): Expression {
    this.flush();
    const span = this.cursor.span(start, end);
    const [first] = this.parts;
    if (first === undefined) return literalAt('', '', span);
    if (this.parts.length > 1) return { kind: 'template', parts: this.parts, ...span };
    return first.kind === 'literal' && typeof first.value === 'string' ? { ...first, ...span } : first;
  }

  private flush(): void {
    if (this.textStart === null) return;
    const span = this.cursor.span(this.textStart, Math.max(this.textStart, this.textEnd));
    this.parts.push(literalAt(this.text, this.text, span));
    this.text = '';
    this.textStart = null;
  }
}
