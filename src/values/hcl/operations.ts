import { compareText } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { Expression, ForExpression, Span } from '../../syntax/index.ts';
import { maxRows } from '../limits.ts';
import { textOfParts, type TextPart } from '../value/texts.ts';
import {
  choice,
  listOf,
  mapAt,
  mapOptions,
  partsOf,
  resourcesIn,
  scalarAt,
  scalarOf,
  unknown,
  type Scalar,
  type Unknown,
  type Value,
} from '../value/value.ts';
import { computedAtDeployment, shortCode } from './computed.ts';
import { conditionsOf } from './existence.ts';
import type { Context } from './context.ts';

/** Code inside a text. Its written form is computed on demand, because most values are known. */
class CodePart implements TextPart {
  readonly value: Value;
  readonly #code: Expression;

  constructor(code: Expression, context: Context) {
    const value = context.evaluate(code, context);
    // Terraform refuses a null inside a text, so the deployment must pass another value.
    this.value = scalarOf(value)?.value === null ? computedAtDeployment(code) : value;
    this.#code = code;
  }

  get written(): string {
    return `\${${shortCode(this.#code)}}`;
  }
}

/** Evaluates text with interpolations. If only the last part has a value from elsewhere, the text has its place. */
export function evaluateTemplate(expression: Expression & { kind: 'template' }, context: Context): Value {
  const parts = expression.parts.map((part) => new CodePart(part, context));
  const text = textOfParts(parts, expression, context.origin);
  if (text === null) return computedAtDeployment(expression, resourcesIn(...parts.map(({ value }) => value)));
  return mapOptions(text, (inner) => (inner.kind === 'scalar' ? placedInTemplate(inner, expression) : inner));
}

function placedInTemplate(text: Scalar, expression: Expression & { kind: 'template' }): Scalar {
  if (isInTemplateText(text.span, expression)) return { ...text, span: expression };
  const used = (text.pieces ?? []).filter(({ uses }) => uses.length > 0);
  const foreign = used[0];
  const isLast = used.length === 1 && foreign === text.pieces?.at(-1);
  return text.span === expression && foreign !== undefined && isLast
    ? { ...text, span: foreign.span, origin: foreign.origin, uses: foreign.uses }
    : text;
}

/** True for a place in the text of a template itself, which is edited as a whole. */
function isInTemplateText(span: Span, { parts }: Expression & { kind: 'template' }): boolean {
  return parts.some(
    (part) =>
      part.kind === 'literal' &&
      part.lines === span.lines &&
      part.start <= span.start &&
      span.end <= part.end,
  );
}

/**
 * Branch that the condition selects; both branches if the condition is unknown. Also both if a default of the root module
 * selects an empty branch, because another value of that variable selects the other one.
 */
export function evaluateConditional(
  expression: Expression & { kind: 'conditional' },
  context: Context,
): Value {
  const { calledFrom, surroundings } = context.scope;
  const condition = context.evaluate(expression.condition, context);
  const truth = truthOf(condition);
  const { yes, no } = expression;
  const [first, second] = truth === false ? ([no, yes] as const) : ([yes, no] as const);
  const taken = context.evaluate(first, context);
  const isOpen = scalarOf(condition)?.origin === 'default' && calledFrom === null;
  const isDecided = truth !== null && !(isOpen && isWithoutParts(taken));
  // A module without callers can be deployed with other values.
  const isOther = !isDecided || calledFrom === null;
  surroundings.branches.set(first, true);
  surroundings.branches.set(second, isOther || surroundings.branches.get(second) === true);
  if (isDecided) return taken;
  const other = context.evaluate(second, context);
  return choice([
    { label: null, result: taken, conditions: conditionsOf(expression.condition, first === yes, context) },
    { label: null, result: other, conditions: conditionsOf(expression.condition, first !== yes, context) },
  ]);
}

function isWithoutParts(value: Value): boolean {
  return [...(value.kind === 'map' || value.kind === 'list' ? partsOf(value) : [null])].length === 0;
}

/** True or false; null if unknown. */
export function truthOf(result: Value): boolean | null {
  const value = scalarOf(result)?.value;
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

export function evaluateOperation(expression: Expression & { kind: 'operation' }, context: Context): Value {
  const operands = expression.operands.map((operand) => context.evaluate(operand, context));
  const value = operate(expression.operator, operands);
  if (value === null) return computedAtDeployment(expression);
  const isOfDefault = operands.some((operand) => scalarOf(operand)?.origin === 'default');
  return scalarAt(value, expression, { origin: isOfDefault ? 'default' : context.origin });
}

function operate(operator: string, operands: readonly Value[]): boolean | number | null {
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

/** Equality of two values. Lists and objects are only compared with null, which they never equal. */
function areEqual(left: Value, right: Value): boolean | null {
  const a = scalarOf(left);
  const b = scalarOf(right);
  if (a !== null && b !== null) return a.value === b.value;
  const other = a === null ? left : right;
  const isNull = (a ?? b)?.value === null;
  return isNull && (other.kind === 'list' || other.kind === 'map') ? false : null;
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
      return b === 0 ? null : a / b;
    case '%':
      return b === 0 ? null : a % b;
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

/** Evaluates a `for` expression to a list or an object. */
export function evaluateFor(expression: Expression & ForExpression, context: Context): Value {
  const collection = context.evaluate(expression.collection, context);
  const { rows, rest } = knownRowsOf(collection);
  const items: Value[] = [];
  const fields = new Map<string, Value>();
  const others: Value[] = [];
  let isComplete = rest === null;
  // The literals of a loop are known even if its rows are not.
  const open = unknownRows(null);
  for (const [key, value] of rows.length === 0 && rest !== null ? [[open, open] as const] : rows) {
    const bindings = new Map(context.bindings).set(expression.valueName, value);
    if (expression.keyName !== null) bindings.set(expression.keyName, key);
    const inner = { ...context, bindings };
    if (expression.condition !== null) {
      const kept = truthOf(inner.evaluate(expression.condition, inner));
      if (kept === false) continue;
      if (kept === null) isComplete = false;
    }
    const result = inner.evaluate(expression.result, inner);
    if (value === open && result.kind === 'unknown')
      return collection.kind === 'unknown'
        ? { ...collection, isMissing: false }
        : computedAtDeployment(expression);
    if (expression.resultKey === null) {
      items.push(result);
      continue;
    }
    const name = scalarOf(inner.evaluate(expression.resultKey, inner));
    if (name !== null) fields.set(name.text, result);
    else {
      isComplete = false;
      others.push(result);
    }
  }
  if (expression.resultKey !== null) return mapAt(fields, expression, isComplete, others);
  return listOf(items, isComplete ? null : (rest ?? unknownRows(expression)), expression);
}

type Row = [key: Value, value: Value];

/** Known rows of a map, in the order of its keys, or of a list, and a representation of further ones. */
export function knownRowsOf(result: Value): { rows: Row[]; rest: Unknown | null } {
  if (result.kind === 'unknown') return { rows: [], rest: result };
  if (result.kind === 'list' && result.items.length <= maxRows) {
    const rows = result.items.map((item, i): Row => [
      result.isSet === true ? item : scalarAt(i, result.span),
      item,
    ]);
    return { rows, rest: result.rest ?? null };
  }
  if (result.kind === 'map' && result.fields.size <= maxRows) {
    const rows = [...result.fields]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, value]): Row => [scalarAt(name, result.span), value]);
    const others = (result.others ?? []).map((value): Row => [unknownRows(result.span), value]);
    return { rows: [...rows, ...others], rest: result.isComplete ? null : unknownRows(result.span) };
  }
  return { rows: [], rest: unknownRows(null) };
}

function unknownRows(span: Unknown['span']): Unknown {
  return unknown(text('inventory.severalValues'), span);
}
