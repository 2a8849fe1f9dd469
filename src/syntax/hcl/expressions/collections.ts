import { trimCapacity } from '../../../model/index.ts';
import type { Cursor } from './cursor.ts';
import type { Expression, ObjectEntry } from '../syntax.ts';

const FOR = /for(?=\s)/y;

/** Context of an expression: in brackets a line end is a blank, elsewhere it ends the expression. */
export interface Place {
  overLines: boolean;
  depth: number;
}

/** Reads an expression in brackets, passed in because expressions and collections contain each other. */
type ReadExpression = (cursor: Cursor, place: Place) => Expression;

export function closeWith(cursor: Cursor, token: string): void {
  cursor.skipBlanks(true);
  if (!cursor.take(token)) cursor.fail();
}

export function readList(cursor: Cursor, inner: Place, start: number, read: ReadExpression): Expression {
  cursor.skipBlanks(true);
  if (cursor.match(FOR) !== null) return readFor(cursor, inner, ']', start, read);
  return { kind: 'list', items: readItems(cursor, inner, ']', read), ...cursor.span(start) };
}

/** Reads comma-separated expressions, including the closing token. */
export function readItems(
  cursor: Cursor,
  inner: Place,
  close: string,
  read: ReadExpression,
): readonly Expression[] {
  const items: Expression[] = [];
  for (;;) {
    cursor.skipBlanks(true);
    if (cursor.take(close)) return trimCapacity(items);
    const before = cursor.position;
    items.push(read(cursor, inner));
    cursor.skipBlanks(true);
    cursor.take('...');
    cursor.skipBlanks(true);
    if (cursor.take(',')) continue;
    if (cursor.take(close)) return trimCapacity(items);
    cursor.fail();
    if (cursor.atEnd || cursor.position === before) return trimCapacity(items);
    if (cursor.isAt('}') || cursor.isAt('=')) return trimCapacity(items);
  }
}

export function readObject(cursor: Cursor, inner: Place, start: number, read: ReadExpression): Expression {
  cursor.skipBlanks(true);
  if (cursor.match(FOR) !== null) return readFor(cursor, inner, '}', start, read);
  const entries: ObjectEntry[] = [];
  const value = { overLines: false, depth: inner.depth };
  for (;;) {
    cursor.skipBlanks(true);
    if (cursor.take('}')) break;
    const before = cursor.position;
    const key = read(cursor, value);
    cursor.skipBlanks(false);
    if (!cursor.take('=') && !cursor.take(':')) {
      cursor.fail();
      if (cursor.atEnd || cursor.position === before) break;
      continue;
    }
    cursor.skipBlanks(true);
    entries.push({ key, value: read(cursor, value) });
    cursor.skipBlanks(true);
    cursor.take(',');
    if (cursor.atEnd) {
      cursor.fail();
      break;
    }
  }
  return { kind: 'object', entries: trimCapacity(entries), ...cursor.span(start) };
}

/** Reads `for k, v in collection : [key =>] result [...] [if condition]` after the word `for`. */
function readFor(
  cursor: Cursor,
  inner: Place,
  close: string,
  start: number,
  read: ReadExpression,
): Expression {
  cursor.skipBlanks(true);
  const first = cursor.identifier() ?? '';
  cursor.skipBlanks(true);
  let second: string | null = null;
  if (cursor.take(',')) {
    cursor.skipBlanks(true);
    second = cursor.identifier();
    cursor.skipBlanks(true);
  }
  if (!cursor.take('in')) cursor.fail();
  cursor.skipBlanks(true);
  const collection = read(cursor, inner);
  closeWith(cursor, ':');
  cursor.skipBlanks(true);
  let result = read(cursor, inner);
  let resultKey: Expression | null = null;
  cursor.skipBlanks(true);
  if (cursor.take('=>')) {
    cursor.skipBlanks(true);
    resultKey = result;
    result = read(cursor, inner);
  }
  cursor.skipBlanks(true);
  cursor.take('...');
  cursor.skipBlanks(true);
  let condition: Expression | null = null;
  if (cursor.take('if')) {
    cursor.skipBlanks(true);
    condition = read(cursor, inner);
  }
  closeWith(cursor, close);
  return {
    kind: 'for',
    keyName: second === null ? null : first,
    valueName: second ?? first,
    collection,
    resultKey,
    result,
    condition,
    ...cursor.span(start),
  };
}
