import type { Condition } from '../../model/index.ts';
import type { Expression } from '../../syntax/index.ts';
import { scalarOf, type Value } from '../value/value.ts';
import { shortCode } from './computed.ts';
import type { Context } from './context.ts';

// Decisions at deployment about `count` and `for_each`.

/** Maximum number of references to follow; circular code does not run. */
const MAX_STEPS = 20;

/** Functions whose result is empty if their collection argument is empty. */
const SAME_SIZE: ReadonlySet<string> = new Set([
  'toset',
  'tolist',
  'tomap',
  'tonumber',
  'nonsensitive',
  'try',
]);

/**
 * Conditions under which `count` or `for_each` creates anything: empty if it always does, or if the code decides.
 * @param expression value of the argument
 */
export function creationConditions(
  expression: Expression,
  context: Context,
  steps = 0,
): readonly Condition[] {
  const followed = expressionBehind(expression, context, steps);
  if (followed !== null) return creationConditions(followed.expression, followed.context, steps + 1);
  if (expression.kind === 'call' && SAME_SIZE.has(expression.name) && expression.args[0] !== undefined)
    return creationConditions(expression.args[0], context, steps + 1);
  if (expression.kind === 'conditional') {
    const { condition, yes, no } = expression;
    const truth = knownTruth(condition, context);
    if (truth !== null) return creationConditions(truth ? yes : no, context, steps + 1);
    const [ifTrue, ifFalse] = [yes, no].map((branch) => createsNothing(context.evaluate(branch, context)));
    if (ifTrue === false && ifFalse === false) return [];
    if (ifTrue === false && ifFalse === true) return conditionsOf(condition, true, context);
    if (ifTrue === true && ifFalse === false) return conditionsOf(condition, false, context);
  } else if (createsNothing(context.evaluate(expression, context)) !== null) return [];
  return [creationCondition(expression, context)];
}

/** Condition under which an expression creates anything. */
export function creationCondition(expression: Expression, context: Context): Condition {
  return conditionFrom(expression, true, context);
}

/** Conditions for an expression to have a given truth value. */
export function conditionsOf(
  expression: Expression,
  holds: boolean,
  context: Context,
  steps = 0,
): readonly Condition[] {
  const followed = expressionBehind(expression, context, steps);
  if (followed !== null) return conditionsOf(followed.expression, holds, followed.context, steps + 1);
  if (expression.kind !== 'operation') return [conditionFrom(expression, holds, context)];
  const { operator, operands } = expression;
  const [left, right] = operands;
  if (operator === '!' && left !== undefined) return conditionsOf(left, !holds, context, steps + 1);
  if (operator === (holds ? '&&' : '||')) {
    return operands
      .filter((operand) => knownTruth(operand, context) === null)
      .flatMap((operand) => conditionsOf(operand, holds, context, steps + 1));
  }
  const truth = right === undefined ? null : knownTruth(right, context);
  if (left !== undefined && truth !== null && (operator === '==' || operator === '!='))
    return conditionsOf(left, holds === (truth === (operator === '==')), context, steps + 1);
  return operator === '!='
    ? [conditionFrom({ ...expression, operator: '==' }, !holds, context)]
    : [conditionFrom(expression, holds, context)];
}

/** Expression behind a name or parentheses; null for any other. */
function expressionBehind(
  expression: Expression,
  context: Context,
  steps: number,
): { expression: Expression; context: Context } | null {
  if (steps > MAX_STEPS) return null;
  if (expression.kind === 'access' && expression.steps.length === 0)
    return { expression: expression.base, context };
  if (expression.kind !== 'reference' || expression.steps.length !== 1) return null;
  const [step] = expression.steps;
  if (step?.kind !== 'attribute') return null;
  const { scope } = context;
  if (expression.root === 'var') return scope.inputs(step.name);
  const local = expression.root === 'local' ? scope.locals.get(step.name) : undefined;
  return local === undefined
    ? null
    : { expression: local.value, context: scope.context(`local.${step.name}`, 'constant') };
}

function conditionFrom(expression: Expression, holds: boolean, { scope }: Context): Condition {
  const name = codeOf(expression);
  return { key: `${scope.surroundings.root}#${scope.prefix}${name}`, name, holds };
}

function knownTruth(expression: Expression, context: Context): boolean | null {
  const value = scalarOf(context.evaluate(expression, context))?.value;
  return typeof value === 'boolean' ? value : null;
}

/** True if only literals and locals decide a number or a collection: no deployment changes it. */
export function isFixed(expression: Expression, context: Context, steps = 0): boolean {
  const followed = expressionBehind(expression, context, steps);
  if (followed !== null) return isFixed(followed.expression, followed.context, steps + 1);
  const areFixed = (parts: readonly Expression[]): boolean =>
    parts.every((part) => isFixed(part, context, steps + 1));
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'list':
      return areFixed(expression.items);
    case 'object':
      return areFixed(expression.entries.flatMap(({ key, value }) => [key, value]));
    case 'operation':
      return areFixed(expression.operands);
    case 'conditional': {
      const { condition, yes, no } = expression;
      return areFixed([condition, knownTruth(condition, context) === true ? yes : no]);
    }
    case 'call':
      return SAME_SIZE.has(expression.name) && areFixed(expression.args);
    default:
      return false;
  }
}

/** The only option of a choice that may create anything; any other value unchanged. */
export function valueIfCreated(value: Value): Value {
  if (value.kind !== 'choice') return value;
  const [only, ...others] = value.options.filter(({ result }) => createsNothing(result) !== true);
  return only !== undefined && others.length === 0 ? only.result : value;
}

/** True if a value creates nothing, false if it creates something, null if unknown. */
function createsNothing(value: Value): boolean | null {
  switch (value.kind) {
    case 'scalar':
      return value.value === 0 || value.value === '0' || value.value === null || value.value === false;
    case 'list':
      if (value.items.length > 0) return false;
      return value.rest === undefined ? true : null;
    case 'map':
      if (value.fields.size > 0) return false;
      return value.isComplete ? true : null;
    case 'choice': {
      const [first, ...others] = value.options.map(({ result }) => createsNothing(result));
      return first !== undefined && others.every((each) => each === first) ? first : null;
    }
    case 'unknown':
      return null;
  }
}

/** Expression as people write it. */
function codeOf(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string' ? `"${expression.text}"` : expression.text;
    case 'operation': {
      const [left, right] = expression.operands.map(codeOf);
      return right === undefined
        ? `${expression.operator}${left ?? ''}`
        : `${left ?? ''} ${expression.operator} ${right}`;
    }
    case 'call':
      return `${expression.name}(${expression.args.map(codeOf).join(', ')})`;
    case 'list':
      return `[${expression.items.map(codeOf).join(', ')}]`;
    case 'conditional':
      return [expression.condition, expression.yes, expression.no].map(codeOf).join(' ');
    case 'access':
      return expression.steps.length === 0 ? codeOf(expression.base) : shortCode(expression);
    default:
      return shortCode(expression);
  }
}
