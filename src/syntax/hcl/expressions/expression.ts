import { trimCapacity } from '../../../model/index.ts';
import type { Span } from '../../document/node.ts';
import type { Cursor } from './cursor.ts';
import { expectClosing, type ExpressionContext, readItems, readList, readObject } from './collections.ts';
import type { Expression, TraversalStep } from '../syntax.ts';
import { literalAt, readHeredoc, readQuoted } from './template.ts';

/** Maximum depth. No person or generator nests deeper. */
const MAX_DEPTH = 100;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const INTEGER = /\d+/y;
const FUNCTION_NAME = /[\p{L}_][\p{L}\p{N}_-]*(?:::[\p{L}_][\p{L}\p{N}_-]*)*(?=[ \t]*\()/uy;
const BLANKS = /[ \t]*/y;
const OPERATOR = /\|\||&&|[=!<>]=|[<>+*/%-]/y;
/** Character codes that may begin an operator. */
const OPERATOR_STARTS = codesOf('|&=!<>+*/%-');
const DIGITS = codesOf('0123456789');
/** Operators with their precedence. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<=': 4,
  '>=': 4,
  '<': 4,
  '>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

const TOP_LEVEL: ExpressionContext = { ignoresLineEnds: false, depth: 0 };

/** Reads the expression at the cursor. Records unreadable code as an error and returns it as `opaque`. */
export function readExpression(cursor: Cursor, place = TOP_LEVEL): Expression {
  const start = cursor.position;
  if (place.depth > MAX_DEPTH) {
    cursor.recordError();
    cursor.position = cursor.text.length;
    return { kind: 'opaque', ...cursor.span(start) };
  }
  const inner = { ignoresLineEnds: place.ignoresLineEnds, depth: place.depth + 1 };
  const text = cursor.isAt('"') ? readQuoted(cursor, inner.depth, readMultiLineExpression) : null;
  // Fast path for most values.
  if (text !== null && cursor.endsExpression(place.ignoresLineEnds)) return text;
  const first = text === null ? readTerm(cursor, inner) : readSteps(cursor, text, inner);
  const condition = readOperation(cursor, inner, 0, first);
  if (cursor.endsExpression(place.ignoresLineEnds)) return condition;
  cursor.skipBlanks(place.ignoresLineEnds);
  if (!cursor.consume('?')) return condition;
  cursor.skipBlanks(true);
  const yes = readExpression(cursor, inner);
  cursor.skipBlanks(place.ignoresLineEnds);
  if (!cursor.consume(':')) {
    cursor.recordError();
    return { kind: 'opaque', ...cursor.span(start) };
  }
  cursor.skipBlanks(true);
  const no = readExpression(cursor, inner);
  return { kind: 'conditional', condition, yes, no, ...spanFromTo(cursor.span(start), no) };
}

/** Reads an expression in brackets or in a template. */
export function readMultiLineExpression(cursor: Cursor, depth: number): Expression {
  return readExpression(cursor, { ignoresLineEnds: true, depth });
}

/** Span from the start of one to the end of another. */
function spanFromTo({ lines, start }: Span, { end }: Span): Span {
  return { lines, start, end };
}

/** Reads operators with at least a given precedence. All of them are left-associative. */
function readOperation(
  cursor: Cursor,
  place: ExpressionContext,
  minPrecedence: number,
  first: Expression,
): Expression {
  let left = first;
  for (;;) {
    if (cursor.endsExpression(place.ignoresLineEnds)) return left;
    cursor.skipBlanks(place.ignoresLineEnds);
    const start = cursor.position;
    const operator = OPERATOR_STARTS.has(cursor.code) ? cursor.match(OPERATOR) : null;
    if (operator === null) return left;
    const binding = PRECEDENCE[operator] ?? 0;
    if (binding < minPrecedence) {
      cursor.position = start;
      return left;
    }
    cursor.skipBlanks(true);
    const right = readOperation(cursor, place, binding + 1, readTerm(cursor, place));
    left = { kind: 'operation', operator, operands: [left, right], ...spanFromTo(left, right) };
  }
}

function readTerm(cursor: Cursor, place: ExpressionContext): Expression {
  const start = cursor.position;
  const { character } = cursor;
  const sign = character === '-' || (character === '!' && !cursor.isAt('!=')) ? character : null;
  if (sign !== null) {
    cursor.position++;
    cursor.skipBlanks(place.ignoresLineEnds);
    if (place.depth > MAX_DEPTH) return readExpression(cursor, place);
    const operand = readTerm(cursor, { ...place, depth: place.depth + 1 });
    return {
      kind: 'operation',
      operator: sign,
      operands: [operand],
      ...spanFromTo(cursor.span(start), operand),
    };
  }
  return readSteps(cursor, readPrimary(cursor, place), place);
}

function readPrimary(cursor: Cursor, place: ExpressionContext): Expression {
  const start = cursor.position;
  switch (cursor.character) {
    case '"':
      return readQuoted(cursor, place.depth, readMultiLineExpression);
    case '<':
      if (cursor.isAt('<<')) return readHeredoc(cursor, place.depth, readMultiLineExpression);
      break;
    case '(':
      cursor.position++;
      return readParenthesised(cursor, contextInBrackets(place), start);
    case '[':
      cursor.position++;
      return readList(cursor, contextInBrackets(place), start, readExpression);
    case '{':
      cursor.position++;
      return readObject(cursor, contextInBrackets(place), start, readExpression);
    default:
      break;
  }
  const number = DIGITS.has(cursor.code) ? cursor.match(NUMBER) : null;
  if (number !== null) return literalAt(Number(number), number, cursor.span(start));
  let name = cursor.plainName();
  if (name !== null && isCalled(cursor)) return readCall(cursor, name, contextInBrackets(place), start);
  if (name === null || cursor.isAt('::')) {
    cursor.position = start;
    const functionName = cursor.match(FUNCTION_NAME);
    if (functionName !== null) return readCall(cursor, functionName, contextInBrackets(place), start);
    name = cursor.identifier();
  }
  const span = cursor.span(start);
  if (name === null) {
    cursor.recordError();
    return { kind: 'opaque', ...span };
  }
  if (name === 'true' || name === 'false') return literalAt(name === 'true', name, span);
  if (name === 'null') return literalAt(null, name, span);
  const { lines, end } = span;
  return { kind: 'reference', root: name, steps: [], lines, start: span.start, end };
}

function contextInBrackets({ depth }: ExpressionContext): ExpressionContext {
  return { ignoresLineEnds: true, depth: depth + 1 };
}

/** True if the name before the cursor is called as a function. */
function isCalled(cursor: Cursor): boolean {
  const { character, position } = cursor;
  if (character === '(') return true;
  if (character !== ' ' && character !== '\t') return false;
  cursor.skip(BLANKS);
  const found = cursor.isAt('(');
  cursor.position = position;
  return found;
}

/** Reads `.name`, `.0`, `.*`, `[key]` and `[*]` after a term. Blanks before them are insignificant. */
function readSteps(cursor: Cursor, base: Expression, place: ExpressionContext): Expression {
  if (cursor.endsExpression(place.ignoresLineEnds)) return base;
  let steps: TraversalStep[] | null = null;
  let end = cursor.position;
  for (;;) {
    cursor.skipBlanks(place.ignoresLineEnds);
    const step = readStep(cursor, place);
    if (step === null) break;
    steps ??= [];
    steps.push(step);
    end = cursor.position;
  }
  cursor.position = end;
  if (steps === null) return base;
  const { lines, start } = base;
  const last = cursor.span(end).end;
  if (base.kind === 'reference')
    return { kind: 'reference', root: base.root, steps: trimCapacity(steps), lines, start, end: last };
  return { kind: 'access', base, steps: trimCapacity(steps), lines, start, end: last };
}

function readStep(cursor: Cursor, place: ExpressionContext): TraversalStep | null {
  const start = cursor.position;
  if (cursor.isAt('.')) {
    if (cursor.isAt('...')) return null;
    cursor.position++;
    cursor.skipBlanks(place.ignoresLineEnds);
    if (cursor.consume('*')) return { kind: 'splat' };
    const index = DIGITS.has(cursor.code) ? cursor.match(INTEGER) : null;
    if (index !== null)
      return { kind: 'index', key: literalAt(Number(index), index, cursor.span(start + 1)) };
    const name = cursor.identifier();
    if (name !== null) return { kind: 'attribute', name };
    cursor.recordError(start);
    return null;
  }
  if (!cursor.consume('[')) return null;
  cursor.skipBlanks(true);
  if (cursor.consume('*')) {
    expectClosing(cursor, ']');
    return { kind: 'splat' };
  }
  const key = readExpression(cursor, { ignoresLineEnds: true, depth: place.depth + 1 });
  expectClosing(cursor, ']');
  return { kind: 'index', key };
}

function readParenthesised(cursor: Cursor, inner: ExpressionContext, start: number): Expression {
  cursor.skipBlanks(true);
  const expression = readExpression(cursor, inner);
  expectClosing(cursor, ')');
  // Keeps the parentheses in the whole expression, so that `(a).b` is one traversal.
  return { kind: 'access', base: expression, steps: [], ...cursor.span(start) };
}

function readCall(cursor: Cursor, name: string, inner: ExpressionContext, start: number): Expression {
  cursor.skipBlanks(false);
  cursor.consume('(');
  const args = readItems(cursor, inner, ')', readExpression);
  return { kind: 'call', name, args, ...cursor.span(start) };
}

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
