import { text } from '../../l10n/index.ts';
import { type ListNode, type MapNode, type Node, type ScalarNode } from '../../syntax/index.ts';
import { resolveIf } from './conditions.ts';
import { resolveDynamicReference } from './functions/dynamic-reference.ts';
import { intrinsicOf, type Intrinsic } from './functions/intrinsic.ts';
import { resolveFindInMap } from './functions/mappings.ts';
import { resolveGetAtt, resolveRef } from './template/references.ts';
import { listOf, mapAt, resourcesIn, scalarAt, unknown, type Value } from '../value/value.ts';
import type { Resolve, Resolved, Scope } from './template/scope.ts';
import { resolveServiceVariables } from './service-variables.ts';
import { resolveBase64, resolveJoin, resolveSelect, resolveSplit, resolveSub } from './functions/strings.ts';

/** Intrinsic functions by name. */
const FUNCTIONS: ReadonlyMap<string, (argument: Node, scope: Scope) => Resolved> = new Map([
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

export const resolveNode: Resolve = (node, scope) => {
  if (!scope.budget.enter()) return unknown(text('inventory.cfn.tooComplex'), node);
  const call = intrinsicOf(node);
  const resolved = call === null ? resolveData(node, scope) : resolveCall(call, scope);
  scope.budget.leave();
  return resolved;
};

function resolveCall(call: Intrinsic, scope: Scope): Value | null {
  const resolved = FUNCTIONS.get(call.name)?.(call.argument, scope);
  if (resolved !== undefined) return resolved;
  if (call.name === 'Fn::ImportValue') return unknown(text('inventory.cfn.import'), call.argument);
  return unknown(text('inventory.cfn.function', { name: call.name }), call.argument);
}

function resolveData(node: Node, scope: Scope): Value | null {
  switch (node.kind) {
    case 'scalar':
      return resolveScalar(node, scope);
    case 'list':
      return resolveList(node, scope);
    case 'map':
      return resolveMap(node, scope);
  }
}

function resolveScalar(scalar: ScalarNode, scope: Scope): Value | null {
  if (scalar.isTemplated) return unknown(text('inventory.templated'), scalar);
  return (
    resolveServiceVariables(scalar, scope) ??
    resolveDynamicReference(scalar, scalar.text) ??
    scalarAt(scalar.value, scalar, { text: scalar.text })
  );
}

/**
 * Resolves a list. An unknown item makes it unknown, except a resource of the template, represented by its logical id.
 */
function resolveList(list: ListNode, scope: Scope): Value {
  const items = list.items
    .map((item) => resolveNode(item, scope))
    .filter((item) => item !== null)
    .map(inUsualPartition);
  const unknownItem = items.find((item) => item.kind === 'unknown' && item.resources.length !== 1);
  if (unknownItem?.kind === 'unknown')
    return unknown(unknownItem.reason, unknownItem.span, resourcesIn(...items));
  return listOf(items.map(placeholderForUnknown), null, list);
}

/** Inserts the partition `aws` into a text, if nothing else is unknown: the ARN of an AWS managed policy. */
function inUsualPartition(value: Value): Value {
  if (value.kind !== 'unknown' || value.partial === undefined || value.span === null) return value;
  const known = value.partial.replaceAll('${AWS::Partition}', 'aws');
  return known.includes('${') ? value : scalarAt(known, value.span, { resources: value.resources });
}

/** Resolves a map by its keys: an unknown value is null, or the logical id of a resource. */
function resolveMap(map: MapNode, scope: Scope): Value {
  const fields = map.entries.flatMap(({ key, value }) => {
    const resolved = resolveNode(value, scope);
    return resolved === null ? [] : [[key, placeholderForUnknown(resolved)] as const];
  });
  return mapAt(new Map(fields), map);
}

function placeholderForUnknown(value: Value): Value {
  if (value.kind !== 'unknown' || value.span === null) return value;
  const { span, resources, branches, attribute, partial } = value;
  // The deployment decides which resource it is, if any.
  if (branches !== undefined && resources.length > 0) return { kind: 'choice', options: branches };
  // A text around a reference says more than the name of the resource.
  const isText = resources.length > 0 && partial !== undefined && !/^\$\{[^{}]*\}$/.test(partial);
  const scalar = scalarAt(isText ? partial : (resources[0] ?? null), span, { resources });
  return attribute === undefined ? scalar : { ...scalar, attribute };
}
