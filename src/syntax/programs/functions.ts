import type { Node } from './nodes.ts';
import { ancestorsOf, parentOf } from './nodes.ts';
import { sourceOf } from './imports.ts';
import {
  answeredOnce,
  calleeOf,
  CALLS,
  codeOf,
  isSame,
  lastName,
  MEMBERS,
  nodesNamed,
  programOf,
  unwrap,
  type Program,
} from './program.ts';
import { isClass, isFunction, isSelf, ownerOf } from './scopes.ts';

/** Calls that do not make an object. */
const PLAIN_CALL = /^(?:call_expression|call|method_invocation|invocation_expression)$/;
const BLOCK = /^(?:statement_block|block|constructor_body)$/;
const maxReturns = 20;

/** What the function of the workspace that is called can give back: the expressions of its returns. */
export function returnedBy(call: Node): readonly Node[] {
  const callee = PLAIN_CALL.test(call.type) ? calleeOf(call) : null;
  if (callee === null) return [];
  const home = programOf(call);
  const name = lastName(callee);
  const owner = call.type === 'method_invocation' ? call.childForFieldName('object') : ownerOf(callee);
  return calledBy(name, owner, home).flatMap(returnsOf).slice(0, maxReturns);
}

/** The functions that a name can mean; a member of anything but the object itself, a type or a module none. */
function calledBy(name: string, owner: Node | null, home: Program): readonly Node[] {
  if (owner === null || isSelf(owner)) {
    const own = functionsNamed(name, home);
    const source = own.length > 0 ? null : sourceOf(name, home);
    return source === null ? own : functionsNamed(source.name ?? name, source.program);
  }
  const type = codeOf(owner);
  const source = owner.type.endsWith('identifier') ? sourceOf(type, home) : null;
  if (source?.name === null) return functionsNamed(name, source.program);
  return functionsNamed(name, source?.program ?? home).filter(
    (found) => classOf(found) === (source?.name ?? type),
  );
}

function classOf(of: Node): string | null {
  const name = ancestorsOf(of).find(isClass)?.childForFieldName('name') ?? null;
  return name === null ? null : codeOf(name);
}

/** The functions of a program that have a name, as a declaration or a variable. */
export const functionsNamed = answeredOnce(
  (name: string) => name,
  (name, program): readonly Node[] => nodesNamed(name, program).flatMap(functionOf),
);

/** The function whose name, or whose variable's name, a node is. */
function functionOf(name: Node): Node[] {
  const parent = parentOf(name);
  const own = parent?.childForFieldName('name') ?? parent?.childForFieldName('left') ?? null;
  if (parent === null || !isSame(own, name)) return [];
  if (isFunction(parent)) return [parent];
  const value = parent.childForFieldName('value') ?? parent.childForFieldName('right');
  return value !== null && isFunction(unwrap(value)) ? [unwrap(value)] : [];
}

function returnsOf(of: Node): Node[] {
  const body = of.childForFieldName('body');
  if (body === null) return [];
  if (!BLOCK.test(body.type)) return [body];
  return body
    .descendantsOfType('return_statement')
    .filter((found) => isSame(ancestorsOf(found).find(isFunction) ?? null, of))
    .flatMap((found) => found.firstNamedChild ?? []);
}

/** What of a class makes something, besides the class itself: other methods find what is there already. */
const MAKES = /^(?:Builder|builder|create)$/;

/** The call that a class name is called in; of a builder the last one. */
export function callOfClass(className: Node): Node | null {
  if (!className.type.endsWith('identifier')) return null;
  let node = className;
  for (let parent = parentOf(node); parent !== null; parent = parentOf(node)) {
    if (CALLS.has(parent.type) && isSame(calleeOf(parent), node) && parent.type !== 'method_invocation')
      return parent;
    // `DatabaseCluster.fromAttributes(…)` makes nothing, `CfnAlarm.DimensionProperty(…)` a part of an alarm.
    const owner = ownerOf(parent) ?? parent.childForFieldName('object');
    if (isSame(owner, node) && !MAKES.test(lastName(calleeOf(parent) ?? parent))) return null;
    if (parent.type === 'method_invocation' && isSame(owner, node)) return lastOfChain(parent);
    if (!MEMBERS.has(parent.type)) return null;
    node = parent;
  }
  return null;
}

function lastOfChain(call: Node): Node {
  let last = call;
  for (let parent = parentOf(call); parent?.type === 'method_invocation'; parent = parentOf(last)) {
    if (!isSame(parent.childForFieldName('object'), last)) break;
    last = parent;
  }
  return last;
}

/** The first call of a builder's chain. */
export function firstOfChain(call: Node, depth = 0): Node {
  const inner = call.childForFieldName('object');
  return inner?.type === 'method_invocation' && depth < 200 ? firstOfChain(inner, depth + 1) : call;
}
