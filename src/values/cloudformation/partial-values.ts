import { text } from '../../l10n/index.ts';
import type { Node } from '../../syntax/index.ts';
import { choice, mapAt, unknown, type Value } from '../value/value.ts';
import { branchesOf } from './conditions.ts';
import { intrinsicOf } from './functions/intrinsic.ts';
import { resolve, type Scope } from './template/scope.ts';

/** Function that inserts the content of another file into the template. */
export const INCLUDED = 'Fn::Transform';

/** List or map whose parts are known or unknown individually, including choices by a condition. */
export function partialValue(node: Node, scope: Scope): Value | null {
  if (!scope.budget.enter()) return unknown(text('inventory.cfn.tooComplex'), node);
  const parts = partsOfNode(node, scope);
  scope.budget.leave();
  return parts;
}

function partsOfNode(node: Node, scope: Scope): Value | null {
  const call = intrinsicOf(node);
  if (call?.name === 'Fn::If') {
    const branches = branchesOf(call.argument, scope).map((branch) => {
      return { label: null, result: partialValue(branch, scope) ?? mapAt(new Map(), branch) };
    });
    return choice(branches);
  }
  if (call !== null || node.kind === 'scalar') return resolve(node, scope);
  const known = (inner: Node): Value[] => [partialValue(inner, scope)].filter((part) => part !== null);
  if (node.kind === 'list') return { kind: 'list', items: node.items.flatMap(known), span: node };
  const written = node.entries.filter(({ key }) => key !== INCLUDED);
  const fields = written.flatMap(({ key, value }) => known(value).map((part) => [key, part] as const));
  return mapAt(new Map(fields), node, written.length === node.entries.length);
}
