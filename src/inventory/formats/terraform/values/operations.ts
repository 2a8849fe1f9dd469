import { text } from '../../../../l10n/index.ts';
import type { Expression, ForExpression, Span } from '../../../../syntax/index.ts';
import { joinTexts, textOfPieces, versionPiece, type Piece } from '../../../resources/pieces.ts';
import { computed, describe, TOO_MUCH } from './computed.ts';
import type { Context } from './context.ts';
import { choice, isMadeUp, joinLabels, listOf, optionsOf, resourcesIn, scalarOf, unknown } from './result.ts';
import type { Result, ScalarResult, UnknownResult } from './result.ts';

const MOST_ITEMS = 500;
/** Of a text that is put together: of as many, nobody asks where one is written. */
const MOST_PIECES = 1000;

/** Text with values in it. Where one value at the end comes from elsewhere, that place is where the whole is decided. */
export function evaluateTemplate(expression: Expression & { kind: 'template' }, context: Context): Result {
  const results = expression.parts.map((part) => context.evaluate(part, context));
  const [resource = null] = resourcesIn({ kind: 'list', items: results, span: expression });
  let options: { label: string | null; parts: ScalarResult[] }[] = [{ label: null, parts: [] }];
  for (const [i, result] of results.entries()) {
    const scalars: { label: string | null; part: ScalarResult }[] = [];
    for (const { label, result: part } of optionsOf(result)) {
      if (part.kind === 'unknown') {
        const partial = partialText(expression, results);
        return {
          ...unknown(part.reason, expression, part.resource ?? resource),
          ...(partial === null ? {} : { partial }),
        };
      }
      if (part.kind !== 'scalar') return computed(expression, resource);
      const text = isMadeUp(part) ? codeOf(expression.parts[i] ?? expression) : part.text;
      scalars.push({ label, part: { ...part, text } });
    }
    const [only, ...others] = scalars;
    if (only !== undefined && others.length === 0) {
      for (const option of options) {
        option.label = joinLabels(option.label, only.label);
        option.parts.push(only.part);
      }
      continue;
    }
    options = options.flatMap((before) =>
      scalars.map(({ label, part }) => ({
        label: joinLabels(before.label, label),
        parts: [...before.parts, part],
      })),
    );
    if (options.length > MOST_ITEMS) return unknown(TOO_MUCH, expression, resource);
  }
  return choice(
    options.map(({ label, parts }) => ({ label, result: joined(parts, expression, context, resource) })),
  );
}

/** The known parts of a template, the others as the code that stands for them. */
function partialText(
  expression: Expression & { kind: 'template' },
  results: readonly Result[],
): string | null {
  const texts = expression.parts.map((part, i) => {
    const result = results[i];
    const scalar = result === undefined ? null : scalarOf(result);
    if (scalar !== null && !isMadeUp(scalar)) return scalar.text;
    return result?.kind === 'unknown' && result.partial !== undefined ? result.partial : codeOf(part);
  });
  return joinTexts(texts);
}

/** A part of a template as code, which is not taken for text. */
function codeOf(part: Expression): string {
  return `\${${describe(part)}}`;
}

function joined(
  parts: readonly ScalarResult[],
  expression: Expression & { kind: 'template' },
  context: Context,
  resource: string | null,
): Result {
  const result = textOfParts(parts.flatMap(piecesOf), expression, context.how);
  if (result.kind === 'unknown') return { ...result, resource };
  if (isOwnText(result.span, expression)) return { ...result, resource, span: expression };
  const foreign = parts.filter((part) => part.uses.length > 0);
  const last = parts.at(-1);
  if (result.span === expression && foreign.length === 1 && last !== undefined && foreign[0] === last) {
    return { ...result, resource, span: last.span, how: last.how, uses: last.uses };
  }
  return { ...result, resource };
}

/** Whether a place is in the text of a template itself, which is edited as a whole. */
function isOwnText(span: Span, { parts }: Expression & { kind: 'template' }): boolean {
  return parts.some(
    (part) =>
      part.kind === 'literal' &&
      part.lines === span.lines &&
      part.start <= span.start &&
      span.end <= part.end,
  );
}

/** What a text is put together of; all of it, where it is written as a whole. */
export function piecesOf({ text, span, how, uses, pieces }: ScalarResult): readonly Piece[] {
  return pieces !== undefined && textOfPieces(pieces) === text ? pieces : [{ text, span, how, uses }];
}

/** A text that is put together: it stands where the part is written that tells a version, else where it is put together. */
export function textOfParts(
  pieces: readonly Piece[],
  whole: Span,
  how: ScalarResult['how'],
): ScalarResult | UnknownResult {
  const written = pieces.filter((piece) => piece.text !== '');
  const text = written.length > MOST_PIECES ? null : joinTexts(written.map((piece) => piece.text));
  if (text === null) return unknown(TOO_MUCH, whole);
  const place = versionPiece(written) ?? { span: whole, how, uses: [] };
  const { span, uses } = place;
  return {
    kind: 'scalar',
    value: text,
    text,
    span,
    how: place.how,
    uses,
    resource: null,
    pieces: written,
    template: whole,
  };
}

/** The branch that the condition decides for; both when it cannot be known. */
export function evaluateConditional(
  expression: Expression & { kind: 'conditional' },
  context: Context,
): Result {
  const condition = truthOf(context.evaluate(expression.condition, context));
  if (condition !== null) return context.evaluate(condition ? expression.yes : expression.no, context);
  return choice([
    { label: null, result: context.evaluate(expression.yes, context) },
    { label: null, result: context.evaluate(expression.no, context) },
  ]);
}

/** True, false, or null when it is not known. */
export function truthOf(result: Result): boolean | null {
  const value = scalarOf(result)?.value;
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

export function evaluateOperation(expression: Expression & { kind: 'operation' }, context: Context): Result {
  const operands = expression.operands.map((operand) => context.evaluate(operand, context));
  const value = operate(expression.operator, operands);
  if (value === null) return computed(expression);
  return {
    kind: 'scalar',
    value,
    text: String(value),
    span: expression,
    how: context.how,
    uses: [],
    resource: null,
  };
}

function operate(operator: string, operands: readonly Result[]): boolean | number | null {
  const [left, right] = operands;
  if (left === undefined) return null;
  if (operator === '!') return not(truthOf(left));
  if (right === undefined) {
    const value = scalarOf(left)?.value;
    return operator === '-' && typeof value === 'number' ? -value : null;
  }
  switch (operator) {
    case '&&':
      return and(truthOf(left), truthOf(right));
    case '||':
      return not(and(not(truthOf(left)), not(truthOf(right))));
    case '==':
      return areEqual(left, right);
    case '!=':
      return not(areEqual(left, right));
    default:
      return calculate(operator, scalarOf(left)?.value, scalarOf(right)?.value);
  }
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : null;
}

/** Lists and objects are only compared with null, which they never are. */
function areEqual(left: Result, right: Result): boolean | null {
  const a = scalarOf(left);
  const b = scalarOf(right);
  if (a !== null && b !== null) return a.value === b.value;
  const other = a === null ? left : right;
  const isNull = (a ?? b)?.value === null;
  return isNull && (other.kind === 'list' || other.kind === 'object') ? false : null;
}

function calculate(operator: string, a: unknown, b: unknown): boolean | number | null {
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    default:
      return null;
  }
}

/** A list or an object made from another one. */
export function evaluateFor(expression: Expression & ForExpression, context: Context): Result {
  const collection = context.evaluate(expression.collection, context);
  const { rows, rest } = knownRowsOf(collection);
  if (rows.length === 0 && rest !== null) {
    return collection.kind === 'unknown' ? { ...collection, isMissing: false } : computed(expression);
  }
  const items: Result[] = [];
  const fields = new Map<string, Result>();
  let isComplete = rest === null;
  for (const [key, value] of rows) {
    const bindings = new Map(context.bindings).set(expression.valueName, value);
    if (expression.keyName !== null) bindings.set(expression.keyName, key);
    const inner = { ...context, bindings };
    if (expression.condition !== null) {
      const kept = truthOf(inner.evaluate(expression.condition, inner));
      if (kept === false) continue;
      if (kept === null) isComplete = false;
    }
    const result = inner.evaluate(expression.result, inner);
    if (expression.resultKey === null) {
      items.push(result);
      continue;
    }
    const name = scalarOf(inner.evaluate(expression.resultKey, inner));
    if (name === null) isComplete = false;
    else fields.set(name.text, result);
  }
  if (expression.resultKey !== null) return { kind: 'object', fields, isComplete, span: expression };
  return listOf(items, isComplete ? null : (rest ?? someRows(expression)), expression);
}

type Row = [key: Result, value: Result];

/** Key and value of every row of a map or list; null when they are not known. */
export function rowsOf(result: Result): Row[] | null {
  const { rows, rest } = knownRowsOf(result);
  return rest === null ? rows : null;
}

/** The rows of a map or list that are known, and what stands for others that there may be. */
export function knownRowsOf(result: Result): { rows: Row[]; rest: UnknownResult | null } {
  if (result.kind === 'unknown') return { rows: [], rest: result };
  if (result.kind === 'list' && result.items.length <= MOST_ITEMS) {
    const rows = result.items.map((item, i): Row => [
      result.isSet === true ? item : keyResult(i, result.span),
      item,
    ]);
    return { rows, rest: result.rest ?? null };
  }
  if (result.kind === 'object' && result.fields.size <= MOST_ITEMS) {
    const rows = [...result.fields].map(([name, value]): Row => [keyResult(name, result.span), value]);
    return { rows, rest: result.isComplete ? null : someRows(result.span) };
  }
  return { rows: [], rest: someRows(null) };
}

function someRows(span: UnknownResult['span']): UnknownResult {
  return unknown(text('inventory.severalValues'), span);
}

export function keyResult(value: string | number, span: ScalarResult['span']): ScalarResult {
  return {
    kind: 'scalar',
    value,
    text: String(value),
    span,
    how: 'literal',
    uses: [],
    resource: null,
  };
}
