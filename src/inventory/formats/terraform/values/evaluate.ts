import { locate, type Expression, type Step } from '../../../../syntax/index.ts';
import { callFunction } from './functions.ts';
import type { Context } from './context.ts';
import { fieldOf, elementOf } from './elements.ts';
import { computed, TOO_MUCH } from './computed.ts';
import { evaluateConditional, evaluateFor, evaluateOperation, evaluateTemplate } from './operations.ts';
import { listOf, mapResult, scalarOf, unknown } from './result.ts';
import type { Result } from './result.ts';
import { areTooLarge, stepsFor } from './size.ts';

/** Names that a value is passed on through: each keeps the list of those before it. */
const MOST_USES = 100;

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
