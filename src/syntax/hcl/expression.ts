import type { Span } from '../document/node.ts';
import type { Cursor } from './cursor.ts';
import { closeWith, type Place, readItems, readList, readObject } from './collections.ts';
import type { Expression, Step } from './syntax.ts';
import { readHeredoc, readQuoted } from './template.ts';

/** Deeper nesting is no configuration that a person or a generator writes. */
const DEEPEST = 100;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const INTEGER = /\d+/y;
const FUNCTION_NAME = /[\p{L}_][\p{L}\p{N}_-]*(?:::[\p{L}_][\p{L}\p{N}_-]*)*(?=[ \t]*\()/uy;
/** What may stand behind the name of a function. */
const MAY_CALL = '( \t:';
const OPERATOR = /\|\||&&|[=!<>]=|[<>+*/%-]/y;
/** Text of which every character may begin one; the end of a file, which is empty, is looked at once more. */
const OPERATOR_START = '|&=!<>+*/%-';
/** Operators with how tightly they bind. */
const BINDING: Readonly<Record<string, number>> = {
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

/** Reads the expression under the cursor. What cannot be read is noted and becomes `opaque`. */
export function readExpression(cursor: Cursor, place: Place = { overLines: false, depth: 0 }): Expression {
  const start = cursor.position;
  if (place.depth > DEEPEST) {
    cursor.fail();
    cursor.position = cursor.text.length;
    return { kind: 'opaque', ...cursor.span(start) };
  }
  const inner = { overLines: place.overLines, depth: place.depth + 1 };
  const condition = readOperation(cursor, inner, 0);
  cursor.skipBlanks(place.overLines);
  if (!cursor.take('?')) return condition;
  cursor.skipBlanks(true);
  const yes = readExpression(cursor, inner);
  cursor.skipBlanks(place.overLines);
  if (!cursor.take(':')) {
    cursor.fail();
    return { kind: 'opaque', ...cursor.span(start) };
  }
  cursor.skipBlanks(true);
  const no = readExpression(cursor, inner);
  return { kind: 'conditional', condition, yes, no, ...around(cursor.span(start), no) };
}

/** Reads an expression in brackets or in a template. */
export function readOverLines(cursor: Cursor, depth: number): Expression {
  return readExpression(cursor, { overLines: true, depth });
}

/** From where one begins to where another ends. */
function around({ lines, start }: Span, { end }: Span): Span {
  return { lines, start, end };
}

/** Operators that bind at least so tightly; all of them are left-associative. */
function readOperation(cursor: Cursor, place: Place, least: number): Expression {
  let left = readTerm(cursor, place);
  for (;;) {
    cursor.skipBlanks(place.overLines);
    const start = cursor.position;
    const operator = OPERATOR_START.includes(cursor.here) ? cursor.match(OPERATOR) : null;
    if (operator === null) return left;
    const binding = BINDING[operator] ?? 0;
    if (binding < least) {
      cursor.position = start;
      return left;
    }
    cursor.skipBlanks(true);
    const right = readOperation(cursor, place, binding + 1);
    left = { kind: 'operation', operator, operands: [left, right], ...around(left, right) };
  }
}

function readTerm(cursor: Cursor, place: Place): Expression {
  const start = cursor.position;
  const sign = cursor.take('-')
    ? '-'
    : cursor.isAt('!') && !cursor.isAt('!=') && cursor.take('!')
      ? '!'
      : null;
  if (sign !== null) {
    cursor.skipBlanks(place.overLines);
    if (place.depth > DEEPEST) return readExpression(cursor, place);
    const operand = readTerm(cursor, { ...place, depth: place.depth + 1 });
    return { kind: 'operation', operator: sign, operands: [operand], ...around(cursor.span(start), operand) };
  }
  return readSteps(cursor, readPrimary(cursor, place), place);
}

function readPrimary(cursor: Cursor, place: Place): Expression {
  const start = cursor.position;
  const inner = { overLines: true, depth: place.depth + 1 };
  if (cursor.isAt('"')) return readQuoted(cursor, place.depth, readOverLines);
  if (cursor.isAt('<<')) return readHeredoc(cursor, place.depth, readOverLines);
  if (cursor.take('(')) return readParenthesised(cursor, inner, start);
  if (cursor.take('[')) return readList(cursor, inner, start, readExpression);
  if (cursor.take('{')) return readObject(cursor, inner, start, readExpression);
  const number = cursor.match(NUMBER);
  if (number !== null) {
    return { kind: 'literal', value: Number(number), text: number, ...cursor.span(start) };
  }
  let name = cursor.plainName();
  if (name === null || MAY_CALL.includes(cursor.here)) {
    cursor.position = start;
    const functionName = cursor.match(FUNCTION_NAME);
    if (functionName !== null) return readCall(cursor, functionName, inner, start);
    name = cursor.identifier();
  }
  if (name === null) {
    cursor.fail();
    return { kind: 'opaque', ...cursor.span(start) };
  }
  if (name === 'true' || name === 'false') {
    return { kind: 'literal', value: name === 'true', text: name, ...cursor.span(start) };
  }
  if (name === 'null') return { kind: 'literal', value: null, text: name, ...cursor.span(start) };
  return { kind: 'reference', root: name, steps: [], ...cursor.span(start) };
}

/** `.name`, `.0`, `.*`, `[key]` and `[*]` after a term. Blanks before them mean nothing. */
function readSteps(cursor: Cursor, base: Expression, place: Place): Expression {
  const steps: Step[] = [];
  let end = cursor.position;
  for (;;) {
    cursor.skipBlanks(place.overLines);
    const step = readStep(cursor, place);
    if (step === null) break;
    steps.push(step);
    end = cursor.position;
  }
  cursor.position = end;
  if (steps.length === 0) return base;
  const span = around(base, cursor.span(end));
  if (base.kind === 'reference') return { ...base, steps, ...span };
  return { kind: 'access', base, steps, ...span };
}

function readStep(cursor: Cursor, place: Place): Step | null {
  if (cursor.isAt('...')) return null;
  const start = cursor.position;
  if (cursor.take('.')) {
    cursor.skipBlanks(place.overLines);
    if (cursor.take('*')) return { kind: 'splat' };
    const index = cursor.match(INTEGER);
    if (index !== null) {
      return {
        kind: 'index',
        key: { kind: 'literal', value: Number(index), text: index, ...cursor.span(start + 1) },
      };
    }
    const name = cursor.identifier();
    if (name !== null) return { kind: 'attribute', name };
    cursor.fail(start);
    return null;
  }
  if (!cursor.take('[')) return null;
  cursor.skipBlanks(true);
  if (cursor.take('*')) {
    closeWith(cursor, ']');
    return { kind: 'splat' };
  }
  const key = readExpression(cursor, { overLines: true, depth: place.depth + 1 });
  closeWith(cursor, ']');
  return { kind: 'index', key };
}

function readParenthesised(cursor: Cursor, inner: Place, start: number): Expression {
  cursor.skipBlanks(true);
  const expression = readExpression(cursor, inner);
  closeWith(cursor, ')');
  // The parentheses belong to the whole, so that `(a).b` is one traversal.
  return { kind: 'access', base: expression, steps: [], ...cursor.span(start) };
}

function readCall(cursor: Cursor, name: string, inner: Place, start: number): Expression {
  cursor.skipBlanks(false);
  cursor.take('(');
  const args = readItems(cursor, inner, ')', readExpression);
  return { kind: 'call', name, args, ...cursor.span(start) };
}
