import type { Fact } from '../../../../values/index.ts';
import type { DeclaredResource } from '../../../resources/declared.ts';
import { hooksIn } from '../../../resources/passes/hooks.ts';
import type { DraftsAndAttachments } from '../../../resources/links.ts';
import { text } from '../../../../l10n/index.ts';
import { locate, valueOf, type Node } from '../../../../syntax/index.ts';
import {
  branchesOf,
  intrinsicOf,
  resolve,
  type Scope,
  scopeFor,
  type Stack,
} from '../../../../values/cloudformation/index.ts';
import { resolvedPropertiesOf } from './properties.ts';

const HOOKS_PROPERTY = 'LifecycleHookSpecificationList';

/** Hooks that an Auto Scaling group declares inline. */
export function hooksOfGroup(
  group: DeclaredResource,
  properties: Node | null,
  stack: Stack,
): DraftsAndAttachments {
  const { known, unknown } = nodesIn(valueOf(properties, HOOKS_PROPERTY), scopeFor(stack, group.name));
  return hooksIn(group, {
    path: HOOKS_PROPERTY,
    known: known.map((hook, i) => {
      const properties = resolvedPropertiesOf(hook, stack, `${group.name}.${HOOKS_PROPERTY}[${i}]`);
      return { at: locate(hook), properties };
    }),
    rest: unknown,
  });
}

/** Inline hooks, and the reason why there may be others. */
function nodesIn(node: Node | null, scope: Scope): { known: Node[]; unknown: Fact | null } {
  if (node === null) return { known: [], unknown: null };
  const call = intrinsicOf(node);
  const branches = call?.name === 'Fn::If' ? branchesOf(call.argument, scope) : [];
  if (branches.length === 1) return nodesIn(branches[0] ?? null, scope);
  if (call !== null) {
    const resolved = resolve(node, scope);
    if (resolved === null) return { known: [], unknown: null };
    const reason = text('inventory.cfn.function', { name: call.name });
    return { known: [], unknown: { state: 'unknown', reason, at: locate(node) } };
  }
  if (node.kind !== 'list') return { known: [node], unknown: null };
  const items = node.items.map((item) => nodesIn(item, scope));
  return {
    known: items.flatMap(({ known }) => known),
    unknown: items.find(({ unknown }) => unknown !== null)?.unknown ?? null,
  };
}
