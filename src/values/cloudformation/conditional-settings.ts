import type { Fact } from '../fact.ts';
import { inCommon } from '../in-common.ts';
import { scalarOf } from '../value.ts';
import { locate, type Node } from '../../syntax/index.ts';
import { branchesOf } from './conditions.ts';
import { intrinsicOf } from './intrinsic.ts';
import { resolve, type Scope } from './scope.ts';
import { text } from '../../l10n/index.ts';

/**
 * The settings that `read` finds in a list or a map, also in one that a condition chooses. Where a function makes it, what
 * it holds is not known: `other` is the setting that says so.
 */
export function decidedSettings(
  node: Node,
  scope: Scope,
  other: string,
  read: (plain: Node) => Record<string, Fact>,
): Record<string, Fact> {
  const call = intrinsicOf(node);
  if (call === null && node.kind !== 'scalar') return read(node);
  if (call?.name === 'Fn::If') {
    const branches = branchesOf(call.argument, scope);
    return inCommon(branches.map((branch) => decidedSettings(branch, scope, other, read)));
  }
  const resolved = resolve(node, scope);
  if (resolved === null || scalarOf(resolved)?.value === null) return {};
  const reason = resolved.kind === 'unknown' ? resolved.reason : text('inventory.severalValues');
  return { [other]: { state: 'unknown', reason, at: locate(node) } };
}
