import { text } from '../../../l10n/index.ts';
import { locate } from '../document/node.ts';
import { callFunction } from './functions.ts';
import { evaluateConditional, evaluateFor, evaluateOperation, evaluateTemplate } from './operations.ts';
import { choice, listOf, mapResult, missing, scalarOf, unknown } from './result.ts';
import type { How, ListResult, ObjectResult, Result, UnknownResult } from './result.ts';
import type { Scope } from './scope.ts';
import { areTooLarge, stepsFor } from './size.ts';
import type { Expression, Step } from './syntax.ts';

/** What an expression can see, and whose it is. */
export interface Context {
  scope: Scope;
  /** The resource, module call, local or variable that the expression belongs to, e.g. `aws_rds_cluster.main`. */
  owner: string;
  /** How a literal in this expression counts as written. */
  how: How;
  /** Names that only the expression sees: `each`, `count`, the variables of a `for`. */
  bindings: ReadonlyMap<string, Result>;
}

/** Stands for code that is not worth showing. */
const ELLIPSIS = '…';

/** Names that a value is passed on through: each keeps the list of those before it. */
const MOST_USES = 100;
/** Rows that are looked at where the key is not known. */
const MOST_ROWS = 5000;

/** Why nothing is said about what would take too long. */
export const TOO_MUCH = text('inventory.tooComplex');

/** Follows an expression to what it comes to. Never fails: what cannot be known is `unknown` with a reason. */
export function evaluate(expression: Expression, context: Context): Result {
  const { budget } = context.scope.surroundings;
  if (++budget.steps > budget.limit || budget.depth > budget.deepest) return unknown(TOO_MUCH, expression);
  budget.depth++;
  const result = evaluateKind(expression, context);
  budget.depth--;
  if (!MAKES_PARTS.has(expression.kind)) return result;
  budget.steps += stepsFor(result);
  return areTooLarge([result]) ? unknown(TOO_MUCH, expression) : result;
}

/** What comes to a value of its own: a name leads to one that is there already. */
const MAKES_PARTS: ReadonlySet<Expression['kind']> = new Set(['template', 'list', 'object', 'call', 'for']);

function evaluateKind(expression: Expression, context: Context): Result {
  switch (expression.kind) {
    case 'literal':
      return {
        kind: 'scalar',
        value: expression.value,
        text: expression.text,
        span: expression,
        how: context.how,
        uses: [],
        resource: null,
      };
    case 'template':
      return evaluateTemplate(expression, context);
    case 'list':
      return {
        kind: 'list',
        items: expression.items.map((item) => evaluate(item, context)),
        span: expression,
      };
    case 'object':
      return evaluateObject(expression, context);
    case 'reference':
      return evaluateReference(expression, context);
    case 'access':
      return navigate(evaluate(expression.base, context), expression.steps, context);
    case 'call':
      return callFunction(expression, context);
    case 'conditional':
      return evaluateConditional(expression, context);
    case 'operation':
      return evaluateOperation(expression, context);
    case 'for':
      return evaluateFor(expression, context);
    case 'opaque':
      return computed(expression);
  }
}

/** A value that only a deployment knows, with the code that stands for it. */
export function computed(expression: Expression, resource: string | null = null): UnknownResult {
  const code = describe(expression);
  const reason =
    code === ELLIPSIS ? text('inventory.computedHere') : text('inventory.computed', { expression: code });
  return unknown(reason, expression, resource);
}

/** Code in short, for people: `aws_x.y.id`, `lookup(…)`. */
export function describe(expression: Expression): string {
  switch (expression.kind) {
    case 'reference':
      return [
        expression.root,
        ...expression.steps.map((step) => (step.kind === 'attribute' ? step.name : '*')),
      ].join('.');
    case 'access':
      return describe(expression.base);
    case 'call':
      return `${expression.name}(…)`;
    case 'template':
      return `"${expression.parts.map((part) => (part.kind === 'literal' ? part.text : `\${${describe(part)}}`)).join('')}"`;
    case 'literal':
      return expression.text;
    case 'list':
    case 'object':
    case 'conditional':
    case 'operation':
    case 'for':
    case 'opaque':
      return ELLIPSIS;
  }
}

function evaluateObject(expression: Expression & { kind: 'object' }, context: Context): Result {
  const fields = new Map<string, Result>();
  let isComplete = true;
  for (const { key, value } of expression.entries) {
    const name = keyOf(key, context);
    if (name === null) isComplete = false;
    else fields.set(name, evaluate(value, context));
  }
  return { kind: 'object', fields, isComplete, span: expression };
}

/** A bare word is its own key; anything else is an expression. */
function keyOf(key: Expression, context: Context): string | null {
  if (key.kind === 'reference' && key.steps.length === 0) return key.root;
  const scalar = scalarOf(evaluate(key, context));
  return scalar === null || scalar.value === null ? null : scalar.text;
}

function evaluateReference(expression: Expression & { kind: 'reference' }, context: Context): Result {
  const { root, steps } = expression;
  const bound = context.bindings.get(root);
  if (bound !== undefined) return used(navigate(bound, steps, context), expression, context);
  const found = context.scope.lookUp(expression, context);
  if (found === null) return computed(expression);
  return used(navigate(found.result, found.rest, context), expression, context);
}

/** Notes that a value written elsewhere is used here. */
function used(result: Result, expression: Expression, context: Context): Result {
  return mapResult(result, (inner) => {
    if (inner.kind === 'unknown' && inner.span === null) return { ...inner, span: expression };
    if (inner.kind !== 'scalar') return inner;
    if (inner.uses.length >= MOST_USES) return inner;
    const use = { location: locate(expression), name: context.owner };
    return { ...inner, uses: [...inner.uses, use] };
  });
}

/** Takes the steps of a traversal one after the other. */
export function navigate(result: Result, steps: readonly Step[], context: Context): Result {
  let current = result;
  for (const [i, step] of steps.entries()) {
    if (step.kind === 'splat') return splat(current, steps.slice(i + 1), context);
    current =
      step.kind === 'attribute'
        ? mapResult(current, (inner) => fieldOf(inner, step.name))
        : elementOf(current, evaluate(step.key, context));
  }
  return current;
}

function splat(result: Result, rest: readonly Step[], context: Context): Result {
  return mapResult(result, (inner) => {
    if (inner.kind === 'unknown') return inner;
    const span = inner.span;
    const { items, rest: others } = inner.kind === 'list' ? inner : { items: [inner] };
    context.scope.surroundings.budget.steps += stepsFor(inner);
    return listOf(
      items.map((item) => navigate(item, rest, context)),
      others,
      span,
    );
  });
}

function fieldOf(result: Exclude<Result, { kind: 'choice' }>, name: string): Result {
  if (result.kind === 'unknown')
    return result.isMissing ? result : unknown(result.reason, result.span, result.resource);
  if (result.kind !== 'object') return missing(name, result.span);
  const field = result.fields.get(name);
  if (field !== undefined) return field;
  return result.isComplete
    ? missing(name, result.span)
    : unknown(text('inventory.computed', { expression: name }), result.span);
}

/** `collection[key]`. With a key that is not known every row is possible, and its name is kept. */
export function elementOf(collection: Result, key: Result): Result {
  return mapResult(collection, (inner) => {
    if (inner.kind === 'list') return elementOfList(inner, key);
    if (inner.kind !== 'object') return fieldOf(inner, '[]');
    const name = scalarOf(key);
    if (name !== null) return fromMap(fieldOf(inner, name.text));
    if (key.kind === 'choice') {
      return choice(
        key.options.map((option) => ({ label: option.label, result: elementOf(inner, option.result) })),
      );
    }
    const rows = rowsOfUnknownKey(inner.fields, key);
    if (rows.length === 0) return unknown(key.kind === 'unknown' ? key.reason : TOO_MUCH, inner.span);
    return choice(rows);
  });
}

/** The rows that a key can mean; of one that is known in part (`${terraform.workspace}.size`) those with this part. */
function rowsOfUnknownKey(
  fields: ObjectResult['fields'],
  key: Result,
): { label: string | null; result: Result }[] {
  const partial = key.kind === 'unknown' ? (key.partial ?? '') : '';
  const parts = partial.split(/\$\{[^}]*\}/);
  const [start = '', end = ''] = [parts[0], parts.length > 1 ? parts.at(-1) : ''];
  const rows = fields.entries().take(MOST_ROWS);
  return [...rows].flatMap(([name, result]) => {
    const isPossible =
      name.length > start.length + end.length && name.startsWith(start) && name.endsWith(end);
    const environment = name.slice(start.length, name.length - end.length);
    return isPossible ? [{ label: labelOf(environment), result: fromMap(result) }] : [];
  });
}

/** Keys that say what a row is, not where it counts: engines, versions, processors, answers. */
const NO_ENVIRONMENT =
  /^(?:(?:aurora|mysql|mariadb|postgres|oracle|sqlserver|docdb|neptune)[\w-]*|x86(?:_64)?|amd64|arm(?:_?64)?|aarch64|gpu|nvidia|cpu|true|false|v?\d.*)$/i;

function labelOf(key: string): string | null {
  return NO_ENVIRONMENT.test(key) ? null : key;
}

function elementOfList({ items, rest, span }: ListResult, key: Result): Result {
  const index = rest === undefined ? scalarOf(key) : null;
  if (index === null) {
    const known = items.slice(0, MOST_ROWS);
    const possible = rest === undefined ? known : [...known, rest];
    return choice(possible.map((result) => ({ label: null, result })));
  }
  return items[Number(index.value)] ?? missing(`[${index.text}]`, span);
}

function fromMap(result: Result): Result {
  return mapResult(result, (inner) => (inner.kind === 'scalar' ? { ...inner, how: 'mapping' } : inner));
}
