import { trimCapacity } from '../../../model/index.ts';
import type { Cursor } from './cursor.ts';
import type { Expression, ObjectEntry } from '../syntax.ts';

const FOR = /for(?=\s)/y;

/** Context of an expression: in brackets, line ends are blanks; elsewhere they end the expression. */
export interface ExpressionContext {
  ignoresLineEnds: boolean;
  depth: number;
}

/** Reads an expression in brackets, passed in because expressions and collections contain each other. */
type ReadExpression = (cursor: Cursor, place: ExpressionContext) => Expression;

export function expectClosing(cursor: Cursor, token: string): void {
  cursor.skipBlanks(true);
  if (!cursor.consume(token)) cursor.recordError();
}

export function readList(
  cursor: Cursor,
  inner: ExpressionContext,
  start: number,
  read: ReadExpression,
): Expression {
  cursor.skipBlanks(true);
  if (cursor.match(FOR) !== null) return readFor(cursor, inner, ']', start, read);
  return { kind: 'list', items: readItems(cursor, inner, ']', read), ...cursor.span(start) };
}

/** Reads comma-separated expressions, including the closing token. */
export function readItems(
  cursor: Cursor,
  inner: ExpressionContext,
  close: string,
  read: ReadExpression,
): readonly Expression[] {
  const items: Expression[] = [];
  for (;;) {
    cursor.skipBlanks(true);
    if (cursor.consume(close)) return trimCapacity(items);
    const before = cursor.position;
    items.push(read(cursor, inner));
    cursor.skipBlanks(true);
    cursor.consume('...');
    cursor.skipBlanks(true);
    if (cursor.consume(',')) continue;
    if (cursor.consume(close)) return trimCapacity(items);
    cursor.recordError();
    if (cursor.atEnd || cursor.position === before) return trimCapacity(items);
    if (cursor.isAt('}') || cursor.isAt('=')) return trimCapacity(items);
  }
}

export function readObject(
  cursor: Cursor,
  inner: ExpressionContext,
  start: number,
  read: ReadExpression,
): Expression {
  cursor.skipBlanks(true);
  if (cursor.match(FOR) !== null) return readFor(cursor, inner, '}', start, read);
  const entries: ObjectEntry[] = [];
  const value = { ignoresLineEnds: false, depth: inner.depth };
  for (;;) {
    cursor.skipBlanks(true);
    if (cursor.consume('}')) break;
    const before = cursor.position;
    const key = read(cursor, value);
    cursor.skipBlanks(false);
    if (!cursor.consume('=') && !cursor.consume(':')) {
      cursor.recordError();
      if (cursor.atEnd || cursor.position === before) break;
      continue;
    }
    cursor.skipBlanks(true);
    entries.push({ key, value: read(cursor, value) });
    cursor.skipBlanks(true);
    cursor.consume(',');
    if (cursor.atEnd) {
      cursor.recordError();
      break;
    }
  }
  return { kind: 'object', entries: trimCapacity(entries), ...cursor.span(start) };
}

/** Reads `for k, v in collection : [key =>] result [...] [if condition]` after the word `for`. */
function readFor(
  cursor: Cursor,
  inner: ExpressionContext,
  close: string,
  start: number,
  read: ReadExpression,
): Expression {
  const names = readForNames(cursor);
  const collection = read(cursor, inner);
  expectClosing(cursor, ':');
  cursor.skipBlanks(true);
  const first = read(cursor, inner);
  const second = readAfter('=>', cursor, inner, read);
  cursor.skipBlanks(true);
  cursor.consume('...');
  const condition = readAfter('if', cursor, inner, read);
  expectClosing(cursor, close);
  return {
    kind: 'for',
    ...names,
    collection,
    resultKey: second === null ? null : first,
    result: second ?? first,
    condition,
    ...cursor.span(start),
  };
}

/** Reads `k, v in`. */
function readForNames(cursor: Cursor): { keyName: string | null; valueName: string } {
  cursor.skipBlanks(true);
  const first = cursor.identifier() ?? '';
  cursor.skipBlanks(true);
  let second: string | null = null;
  if (cursor.consume(',')) {
    cursor.skipBlanks(true);
    second = cursor.identifier();
    cursor.skipBlanks(true);
  }
  if (!cursor.consume('in')) cursor.recordError();
  cursor.skipBlanks(true);
  return { keyName: second === null ? null : first, valueName: second ?? first };
}

/** Reads the expression after a mark; null without the mark. */
function readAfter(
  mark: '=>' | 'if',
  cursor: Cursor,
  inner: ExpressionContext,
  read: ReadExpression,
): Expression | null {
  cursor.skipBlanks(true);
  if (!cursor.consume(mark)) return null;
  cursor.skipBlanks(true);
  return read(cursor, inner);
}
