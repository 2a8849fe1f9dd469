import { locate, type Expression, type TraversalStep } from '../../syntax/index.ts';
import { callFunction } from './functions/functions.ts';
import type { Context } from './context.ts';
import { maxUses } from '../limits.ts';
import { elementOf, fieldOf } from '../value/members.ts';
import { areTooLarge, stepsToCreate } from '../value/size.ts';
import {
  listOf,
  mapAt,
  mapOptions,
  scalarAt,
  scalarOf,
  TOO_COMPLEX,
  unknown,
  withUse,
  type Value,
} from '../value/value.ts';
import { computedAtDeployment } from './computed.ts';
import { evaluateConditional, evaluateFor, evaluateOperation, evaluateTemplate } from './operations.ts';

/** Evaluates an expression. Never fails: anything that cannot be known is `unknown` with a reason. */
export function evaluate(expression: Expression, context: Context): Value {
  const { budget } = context.scope.surroundings;
  if (!budget.enter()) return unknown(TOO_COMPLEX, expression);
  const result = evaluateKind(expression, context);
  budget.leave();
  if (result.kind === 'unknown' || !MAKES_PARTS.has(expression.kind)) return result;
  budget.spend(stepsToCreate(result));
  return result.kind !== 'scalar' && areTooLarge([result]) ? unknown(TOO_COMPLEX, expression) : result;
}

/** Kinds of expressions that create a value; a name refers to an existing one. */
const MAKES_PARTS: ReadonlySet<Expression['kind']> = new Set(['template', 'list', 'object', 'call', 'for']);

function evaluateKind(expression: Expression, context: Context): Value {
  switch (expression.kind) {
    case 'literal':
      return scalarAt(expression.value, expression, { text: expression.text, origin: context.origin });
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
      return computedAtDeployment(expression);
  }
}

function evaluateObject(expression: Expression & { kind: 'object' }, context: Context): Value {
  const fields = new Map<string, Value>();
  const others: Value[] = [];
  for (const { key, value } of expression.entries) {
    const name = keyOf(key, context);
    if (name === null) others.push(evaluate(value, context));
    else fields.set(name, evaluate(value, context));
  }
  return mapAt(fields, expression, others.length === 0, others);
}

/** Key of an object: a bare word is its own key; anything else is an expression. */
function keyOf(key: Expression, context: Context): string | null {
  if (key.kind === 'reference' && key.steps.length === 0) return key.root;
  const scalar = scalarOf(evaluate(key, context));
  return scalar === null || scalar.value === null ? null : scalar.text;
}

function evaluateReference(expression: Expression & { kind: 'reference' }, context: Context): Value {
  const { root, steps } = expression;
  const bound = context.bindings.get(root);
  if (bound !== undefined) return recordUse(navigate(bound, steps, context), expression, context);
  const found = context.scope.lookUp(expression, context);
  if (found === null) return computedAtDeployment(expression);
  return recordUse(navigate(found.result, found.rest, context), expression, context);
}

/** Records that a value defined elsewhere is used here. */
function recordUse(result: Value, expression: Expression, context: Context): Value {
  if (result.kind === 'choice') return mapOptions(result, (inner) => recordUse(inner, expression, context));
  if (result.kind === 'unknown' && result.span === null) return { ...result, span: expression };
  if (result.kind !== 'scalar' || result.uses.length >= maxUses) return result;
  return withUse(result, { location: locate(expression), name: context.owner });
}

/** Applies the steps of a traversal in order. */
export function navigate(result: Value, steps: readonly TraversalStep[], context: Context): Value {
  let current = result;
  let taken = 0;
  for (const step of steps) {
    taken++;
    if (step.kind === 'splat') return splat(current, steps.slice(taken), context);
    if (step.kind === 'index') current = elementOf(current, evaluate(step.key, context));
    else if (current.kind !== 'choice') current = fieldOf(current, step.name);
    else current = mapOptions(current, (inner) => fieldOf(inner, step.name));
  }
  return current;
}

function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** Applies steps to each item of a list; any other value is a list of one, and null an empty list. */
function splat(result: Value, rest: readonly TraversalStep[], context: Context): Value {
  return mapOptions(result, (inner) => {
    if (inner.kind === 'unknown') return inner;
    const span = inner.span;
    const { items, rest: others } = inner.kind === 'list' ? inner : { items: isNull(inner) ? [] : [inner] };
    context.scope.surroundings.budget.spend(stepsToCreate(inner));
    return listOf(
      items.map((item) => navigate(item, rest, context)),
      others,
      span,
    );
  });
}
