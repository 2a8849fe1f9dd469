import { ancestorsOf, parentOf, type Node } from './nodes.ts';
import { argumentsOf, calleeOf, CALLS, isSameNode, lastName, MEMBERS } from './program.ts';
import { namedArgumentsOf } from './properties.ts';
import { isFunction, ownerOf } from './names/scopes.ts';

/** Methods of a class that create something; others look up an existing one. */
const FACTORY_METHOD = /^(?:Builder|builder|create)$/;
const LOOP =
  /^(?:for_|enhanced_for|foreach_|while_|do_statement|generator_expression|\w*comprehension$)(?!.*clause)/;
/** Methods that call their function argument once for each item. */
const FOR_EACH = /^(?:map|flatMap|forEach|ForEach|Select|SelectMany)$/;
const maxCallsOfBuilder = 200;

/** Call of a named function, alone or as a member; null if it is not called. */
export function callOf(name: Node): Node | null {
  let called = name;
  let parent = parentOf(called);
  while (parent !== null && MEMBERS.has(parent.type) && isSameNode(parent.lastNamedChild, called)) {
    called = parent;
    parent = parentOf(called);
  }
  return parent !== null && CALLS.has(parent.type) && isSameNode(calleeOf(parent), called) ? parent : null;
}

/** Object of a method call; null for a function. */
export function receiverOf(call: Node): Node | null {
  const callee = call.type === 'method_invocation' ? call : calleeOf(call);
  const fields = ['object', 'expression', 'operand'].map((field) => callee?.childForFieldName(field) ?? null);
  return fields.find((field) => field !== null) ?? null;
}

/** Call that creates an object of a class; of a builder's chain, the last one. Null if the class is only mentioned. */
export function callOfClass(className: Node): Node | null {
  if (!className.type.endsWith('identifier')) return null;
  let node = className;
  for (let parent = parentOf(node); parent !== null; parent = parentOf(node)) {
    // In Kotlin, a call of the class itself creates an object, and a method can take the fields of its request.
    const isMade =
      parent.type !== 'method_invocation' ||
      parent.childForFieldName('object') === null ||
      namedArgumentsOf(parent).length > 0;
    if (CALLS.has(parent.type) && isSameNode(calleeOf(parent), node) && isMade) return parent;
    // `DatabaseCluster.fromAttributes(…)` creates nothing, `CfnAlarm.DimensionProperty(…)` a part of an alarm.
    const owner = ownerOf(parent) ?? parent.childForFieldName('object');
    if (isSameNode(owner, node) && !FACTORY_METHOD.test(lastName(calleeOf(parent) ?? parent))) return null;
    if (parent.type === 'method_invocation' && isSameNode(owner, node)) return lastOfChain(parent);
    if (!MEMBERS.has(parent.type)) return null;
    node = parent;
  }
  return null;
}

function lastOfChain(call: Node): Node {
  let last = call;
  for (let parent = parentOf(call); parent?.type === 'method_invocation'; parent = parentOf(last)) {
    if (!isSameNode(parent.childForFieldName('object'), last)) break;
    last = parent;
  }
  return last;
}

/** First call of a builder's chain. */
export function firstOfChain(call: Node): Node {
  let first = call;
  for (let i = 0; i < maxCallsOfBuilder; i++) {
    const inner = first.childForFieldName('object');
    if (inner?.type !== 'method_invocation') return first;
    first = inner;
  }
  return first;
}

/** True for code in a loop, or in a function that is called for each item of a list. */
export function isInLoop(node: Node): boolean {
  return ancestorsOf(node).some(
    (around) => LOOP.test(around.type) || (isFunction(around) && callsForEachItem(around)),
  );
}

function callsForEachItem(of: Node): boolean {
  const call = ancestorsOf(of)
    .slice(0, 3)
    .find(({ type }) => CALLS.has(type));
  const callee = call === undefined ? null : calleeOf(call);
  return (
    call !== undefined && callee !== null && argumentsOf(call).length > 0 && FOR_EACH.test(lastName(callee))
  );
}
