import { text } from '../../l10n/index.ts';
import { madeOnce } from '../../model/index.ts';
import { itemsOf, locate, textOf, valueOf, type Node } from '../../syntax/index.ts';
import { intrinsicOf } from './intrinsic.ts';
import { assumedOf, resolve, type Resolved, type Scope, type Stack } from './scope.ts';
import { sectionEntry } from './template.ts';
import { resourcesIn, textIn, unknown, usedAt, type Value } from '../value.ts';

/**
 * `Fn::If`: the branch that the parameters' defaults choose. When they do not decide, the value that both branches
 * share.
 */
export function resolveIf(argument: Node, scope: Scope): Resolved {
  const [condition, whenTrue, whenFalse] = itemsOf(argument);
  if (!condition || !whenTrue || !whenFalse) return undefined;
  const truth = evaluateNamed(condition, scope);
  if (truth !== null) return resolve(truth ? whenTrue : whenFalse, scope);
  const one = resolve(whenTrue, scope);
  const other = resolve(whenFalse, scope);
  const isSame = textIn(one) !== null && textIn(one) === textIn(other);
  if (isSame && one !== null && other?.kind === 'scalar')
    return usedAt(one, { location: locate(other.span), name: scope.user });
  if (one === null && other === null) return null;
  const branches = [one, other].filter((branch) => branch !== null);
  const name = textOf(condition) ?? '';
  return {
    ...unknown(text('inventory.cfn.condition', { condition: name }), argument, resourcesIn(...branches)),
    decidedBy: { kind: 'condition', name, choices: ['true', 'false'] },
  };
}

/** The branches of `Fn::If` that are possible: one where the parameters' defaults decide. */
export function branchesOf(argument: Node, scope: Scope): Node[] {
  const [condition, ...branches] = itemsOf(argument);
  const truth = condition === undefined ? null : evaluateNamed(condition, scope);
  return truth === null ? branches.slice(0, 2) : branches.slice(truth ? 0 : 1, truth ? 1 : 2);
}

/** True, false, or null when only the deployment decides. */
function evaluateNamed(name: Node, scope: Scope): boolean | null {
  const condition = textOf(name) ?? '';
  const assumed = assumedOf(scope, 'condition', condition);
  if (assumed !== undefined) return assumed === 'true';
  const isCertain = scope.assumed.size === 0 && scope.trustsDefaults;
  const known = isCertain ? madeOnce(truths, scope.stack, () => new Map<string, boolean>()) : null;
  const before = known?.get(condition);
  if (before !== undefined) return before;
  const entry = sectionEntry(scope.stack.template, 'Conditions', condition);
  const truth = entry === null ? null : outcomeOf(entry.value, scope);
  if (truth !== null) known?.set(condition, truth);
  return truth;
}

/** What conditions come to where nothing is assumed: every property asks for the same few. */
const truths = new WeakMap<Stack, Map<string, boolean>>();

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
  const [oneText, otherText] = [textIn(one), textIn(other)];
  return oneText === null || otherText === null ? null : oneText === otherText;
}

function isDefault(value: Value | null): boolean {
  return value?.kind === 'scalar' && value.how === 'default';
}

function negate(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}

function every(truths: readonly (boolean | null)[]): boolean | null {
  if (truths.includes(false)) return false;
  return truths.includes(null) || truths.length === 0 ? null : true;
}
