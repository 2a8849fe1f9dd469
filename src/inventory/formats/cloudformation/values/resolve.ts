import type { SettingValue } from '../../../../model/index.ts';
import { text } from '../../../../l10n/index.ts';
import { locate, type ListNode, type MapNode, type Node, type ScalarNode } from '../../../../syntax/index.ts';
import { resolveIf } from './conditions.ts';
import { resolveDynamicReference } from './dynamic-reference.ts';
import { intrinsicOf, type Intrinsic } from './intrinsic.ts';
import { resolveFindInMap } from './mappings.ts';
import { resolveGetAtt, resolveRef } from './references.ts';
import type { Resolve, ResolveFunction } from './resolve-function.ts';
import { literalAt, targetsOf, unknownAt, type Resolved } from './resolved.ts';
import { spend, type Scope } from './scope.ts';
import { resolveServiceVariables } from './service-variables.ts';
import { resolveBase64, resolveJoin, resolveSelect, resolveSplit, resolveSub } from './strings.ts';

const FUNCTIONS: ReadonlyMap<string, ResolveFunction> = new Map([
  ['Ref', resolveRef],
  ['Fn::GetAtt', resolveGetAtt],
  ['Fn::FindInMap', resolveFindInMap],
  ['Fn::If', resolveIf],
  ['Fn::Sub', resolveSub],
  ['Fn::Join', resolveJoin],
  ['Fn::Select', resolveSelect],
  ['Fn::Split', resolveSplit],
  ['Fn::Base64', resolveBase64],
]);

export const resolve: Resolve = (node, scope) => {
  if (!spend(scope)) return unknownAt(node, text('inventory.cfn.tooComplex'));
  scope.effort.depth += 1;
  const call = intrinsicOf(node);
  const resolved = call === null ? resolveData(node, scope) : resolveCall(call, scope);
  scope.effort.depth -= 1;
  return resolved;
};

function resolveCall(call: Intrinsic, scope: Scope): Resolved {
  const evaluate = FUNCTIONS.get(call.name);
  if (evaluate !== undefined) return evaluate(call.argument, scope, resolve);
  if (call.name === 'Fn::ImportValue') return unknownAt(call.argument, text('inventory.cfn.import'));
  return unknownAt(call.argument, text('inventory.cfn.function', { name: call.name }));
}

function resolveData(node: Node, scope: Scope): Resolved {
  switch (node.kind) {
    case 'scalar':
      return resolveScalar(node, scope);
    case 'list':
      return resolveList(node, scope);
    case 'map':
      return resolveMap(node, scope);
  }
}

function resolveScalar(scalar: ScalarNode, scope: Scope): Resolved {
  if (scalar.isTemplated) return unknownAt(scalar, text('inventory.templated'));
  return (
    resolveServiceVariables(scalar, scope, resolve) ??
    resolveDynamicReference(scalar, scalar.text) ??
    literalAt(scalar, scalar.text, scalar.value)
  );
}

/** An unknown item makes a list unknown, except a resource of the template: its logical id stands for it. */
function resolveList(list: ListNode, scope: Scope): Resolved {
  const items = list.items.map((item) => resolve(item, scope)).filter((item) => item.state !== 'absent');
  const targets = items.flatMap(targetsOf);
  const missing = items.find((item) => item.state === 'unknown' && item.targets.length !== 1);
  if (missing?.state === 'unknown') return { ...missing, targets, partial: null };
  const value = items.map((item) => (item.state === 'known' ? item.value : (item.targets[0] ?? null)));
  return { state: 'known', value, text: null, at: locate(list), how: 'literal', uses: [], targets };
}

/** A map is known by its keys: a value that is unknown is null in it, or the logical id of a resource. */
function resolveMap(map: MapNode, scope: Scope): Resolved {
  const value: Record<string, SettingValue> = {};
  const targets: string[] = [];
  for (const entry of map.entries) {
    const resolved = resolve(entry.value, scope);
    if (resolved.state === 'absent') continue;
    value[entry.key] = resolved.state === 'known' ? resolved.value : (resolved.targets[0] ?? null);
    targets.push(...resolved.targets);
  }
  return { state: 'known', value, text: null, at: locate(map), how: 'literal', uses: [], targets };
}
