import { text } from '../../l10n/index.ts';
import type { Condition } from '../../model/index.ts';
import { itemsOf, locate, textOf, valueOf, type Node } from '../../syntax/index.ts';
import { intrinsicOf } from './functions/intrinsic.ts';
import { assumedOf, resolve, type Resolved, type Scope, scopeFor, type Stack } from './template/scope.ts';
import { type Resource, sectionEntry } from './template/template.ts';
import {
  optionsOf,
  resourcesIn,
  scalarOf,
  writtenTextOf,
  unknown,
  withUse,
  type Value,
} from '../value/value.ts';

/**
 * Resolves `Fn::If` to the branch that the parameters' defaults choose. If they do not decide, the value that both
 * branches share.
 */
export function resolveIf(argument: Node, scope: Scope): Resolved {
  const [condition, whenTrue, whenFalse] = itemsOf(argument);
  if (!condition || !whenTrue || !whenFalse) return undefined;
  const truth = evaluateNamed(condition, scope);
  if (truth !== null) return resolve(truth ? whenTrue : whenFalse, scope);
  const one = resolve(whenTrue, scope);
  const other = resolve(whenFalse, scope);
  const isSame = writtenTextOf(one) !== null && writtenTextOf(one) === writtenTextOf(other);
  if (isSame && one !== null && other?.kind === 'scalar')
    return withUse(one, { location: locate(other.span), name: scope.user });
  if (one === null && other === null) return null;
  const branches = [one, other].filter((branch) => branch !== null);
  const name = textOf(condition) ?? '';
  return {
    ...unknown(text('inventory.cfn.condition', { condition: name }), argument, resourcesIn(...branches)),
    decidedBy: { kind: 'condition', name, choices: ['true', 'false'] },
    branches: [one, other].flatMap((branch, nth) => {
      const conditions = conditionsFor(name, nth === 0, scope) ?? [];
      return branch === null ? [] : optionsOf(branch).map((option) => ({ ...option, conditions }));
    }),
  };
}

/**
 * Conditions for a resource to exist, including those of the stacks around it. Empty if it always exists or the
 * parameters' defaults decide so; null if they decide that it does not.
 */
export function existenceConditions(
  { condition }: Pick<Resource, 'condition'>,
  stack: Stack,
): readonly Condition[] | null {
  const { parent } = stack;
  const around = parent?.stack.template.resources.get(parent.logicalId);
  const outer = parent === null || around === undefined ? [] : existenceConditions(around, parent.stack);
  const own = condition === null ? [] : conditionsFor(condition, true, scopeFor(stack, condition));
  return outer === null || own === null ? null : [...outer, ...own];
}

/** True if a template itself decides that a resource, or the nested stack around it, never exists: no parameter does. */
export function neverExists({ condition }: Pick<Resource, 'condition'>, stack: Stack): boolean {
  const { parent } = stack;
  const around = parent?.stack.template.resources.get(parent.logicalId);
  if (parent !== null && around !== undefined && neverExists(around, parent.stack)) return true;
  if (condition === null) return false;
  return evaluateCondition(condition, { ...scopeFor(stack, condition), trustsDefaults: false }) === false;
}

/** Conditions under which a named condition has the value `holds`; null if it is known to have the opposite value. */
function conditionsFor(name: string, holds: boolean, scope: Scope): readonly Condition[] | null {
  const truth = evaluateCondition(name, scope);
  if (truth !== null) return truth === holds ? [] : null;
  if (!scope.budget.enter()) return [undecidedCondition(name, holds, scope)];
  const call = definitionOf(name, scope);
  const joins = holds ? 'Fn::And' : 'Fn::Or';
  const isOpen = call?.name === 'Fn::Not' || call?.name === joins;
  const parts = isOpen ? itemsOf(call.argument) : [];
  const wanted = call?.name === 'Fn::Not' ? !holds : holds;
  const found = parts.map((part, nth) => conditionsOfPart(part, `${name}[${nth}]`, wanted, scope));
  scope.budget.leave();
  if (found.length === 0) return [undecidedCondition(name, holds, scope)];
  const known = found.filter((each) => each !== null);
  return known.length < found.length ? null : known.flat();
}

function definitionOf(name: string, { stack }: Scope): ReturnType<typeof intrinsicOf> {
  const entry = sectionEntry(stack.template, 'Conditions', name);
  return entry === null ? null : intrinsicOf(entry.value);
}

/** Conditions under which a part of the condition `name` has the value `holds`. A part can reference another condition. */
function conditionsOfPart(
  part: Node,
  name: string,
  holds: boolean,
  scope: Scope,
): readonly Condition[] | null {
  const other = referencedCondition(part);
  if (other !== null) return conditionsFor(other, holds, scope);
  const truth = outcomeOf(part, scope);
  if (truth !== null) return truth === holds ? [] : null;
  return [undecidedCondition(name, holds, scope)];
}

/** Name of the condition that a node references; null for any other node. */
function referencedCondition(node: Node): string | null {
  const call = intrinsicOf(node);
  return textOf(valueOf(node, 'Condition')) ?? (call?.name === 'Condition' ? textOf(call.argument) : null);
}

function undecidedCondition(name: string, holds: boolean, { stack }: Scope): Condition {
  const file = stack.template.parts[0]?.lines.file ?? '';
  return { key: `${file}#${stack.prefix}${name}`, name, holds };
}

/** Possible branches of `Fn::If`: one if the parameters' defaults decide. */
export function branchesOf(argument: Node, scope: Scope): Node[] {
  const [condition, ...branches] = itemsOf(argument);
  const truth = condition === undefined ? null : evaluateNamed(condition, scope);
  return truth === null ? branches.slice(0, 2) : branches.slice(truth ? 0 : 1, truth ? 1 : 2);
}

/** Truth of a named condition; null if only the deployment decides. */
function evaluateNamed(name: Node, scope: Scope): boolean | null {
  return evaluateCondition(textOf(name) ?? '', scope);
}

function evaluateCondition(condition: string, scope: Scope): boolean | null {
  const assumed = assumedOf(scope, 'condition', condition);
  if (assumed !== undefined) return assumed === 'true';
  const isCertain = scope.assumed.size === 0 && scope.trustsDefaults;
  const known = isCertain ? scope.stack.knownTruths : null;
  const before = known?.get(condition);
  if (before !== undefined) return before;
  const entry = sectionEntry(scope.stack.template, 'Conditions', condition);
  const truth = entry === null ? null : outcomeOf(entry.value, scope);
  if (truth !== null) known?.set(condition, truth);
  return truth;
}

function outcomeOf(node: Node, scope: Scope): boolean | null {
  if (!scope.budget.enter()) return null;
  const truth = evaluateFunction(node, scope);
  scope.budget.leave();
  return truth;
}

function evaluateFunction(node: Node, scope: Scope): boolean | null {
  const reference = valueOf(node, 'Condition');
  if (reference !== null) return evaluateNamed(reference, scope);
  const call = intrinsicOf(node);
  if (call === null) return null;
  const operands = itemsOf(call.argument);
  switch (call.name) {
    case 'Condition':
      return evaluateNamed(call.argument, scope);
    case 'Fn::Equals':
      return equals(operands, scope);
    case 'Fn::Not':
      return negate(evaluateAll(operands, scope)[0] ?? null);
    case 'Fn::And':
      return every(evaluateAll(operands, scope));
    case 'Fn::Or':
      return negate(every(evaluateAll(operands, scope).map(negate)));
    default:
      return null;
  }
}

function evaluateAll(operands: readonly Node[], scope: Scope): (boolean | null)[] {
  return operands.map((operand) => outcomeOf(operand, scope));
}

function equals([left, right]: readonly Node[], scope: Scope): boolean | null {
  if (!left || !right) return null;
  const [one, other] = [resolve(left, scope), resolve(right, scope)];
  if (!scope.trustsDefaults && [one, other].some(isDefault)) return null;
  const [oneText, otherText] = [comparedText(one), comparedText(other)];
  return oneText === null || otherText === null ? null : oneText === otherText;
}

/** Text of a value as CloudFormation compares it: YAML's `True` is `true`. */
function comparedText(value: Value | null): string | null {
  const scalar = scalarOf(value);
  return typeof scalar?.value === 'boolean' ? String(scalar.value) : (scalar?.text ?? null);
}

function isDefault(value: Value | null): boolean {
  return value?.kind === 'scalar' && value.origin === 'default';
}

function negate(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}

function every(truths: readonly (boolean | null)[]): boolean | null {
  if (truths.includes(false)) return false;
  return truths.includes(null) || truths.length === 0 ? null : true;
}
