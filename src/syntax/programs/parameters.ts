import type { Node } from './nodes.ts';
import { madeOnce } from '../../model/index.ts';
import { parentOf } from './nodes.ts';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  isComment,
  isSame,
  lastName,
  MEMBERS,
  nodesNamed,
  programOf,
  type Parameter,
  type Program,
  type Reach,
} from './program.ts';
import { isClass, isFunction } from './scopes.ts';

const PARAMETER: ReadonlySet<string> = new Set([
  ...['required_parameter', 'optional_parameter', 'typed_parameter', 'default_parameter'],
  ...['typed_default_parameter', 'formal_parameter', 'parameter_declaration', 'parameter'],
]);
const CONSTRUCTOR = /^(?:constructor|__init__)$/;
/** Arguments that stand for any number of them. */
const SPREAD = /spread|splat|variadic/;

/** What the calls of a function give one of its parameters. */
export interface Given {
  values: readonly Node[];
  /** Whether there are calls, and each of them gives a value. */
  isAlways: boolean;
  /** Whether one call is followed, so that no other one counts. */
  isFollowed: boolean;
}

/** The calls that are followed into what they call, the innermost last. */
const followed = new WeakMap<Reach, readonly Node[]>();

/** The calls that are followed. As long as they are the same list, an expression comes to the same. */
export function callsFollowed({ reach }: Program): readonly Node[] {
  return madeOnce(followed, reach, () => []);
}

/** Follows something in a function that a call calls: its parameters are what that call gives them. */
export function inCall<T>(call: Node, follow: () => T): T {
  return whileFollowed((calls) => [...calls, call], programOf(call), follow);
}

/** Follows something in a program of which another one calls a class or a function, beside the calls that it has itself. */
export function withCaller<T>(name: string, call: Node, program: Program, follow: () => T): T {
  program.callers.set(name, [call]);
  try {
    return whileFollowed((calls) => [...calls], program, follow);
  } finally {
    program.callers.clear();
  }
}

function whileFollowed<T>(
  change: (calls: readonly Node[]) => readonly Node[],
  program: Program,
  follow: () => T,
): T {
  const before = callsFollowed(program);
  followed.set(program.reach, change(before));
  try {
    return follow();
  } finally {
    followed.set(program.reach, before);
  }
}

/** The parameter whose name, or pattern of names, a node is; null for anything else. */
export function parameterOf(node: Node): Parameter | null {
  const parent = parentOf(node);
  if (parent === null) return null;
  const holder = PARAMETER.has(parent.type) ? parent : node;
  if (holder !== node && !namesIn(holder).some((name) => isSame(name, node))) return null;
  const list = parentOf(holder);
  const of = list === null || isFunction(list) ? list : parentOf(list);
  if (of === null || !isFunction(of)) return null;
  const parameters = of.childForFieldName('parameters') ?? of.childForFieldName('parameter');
  if (parameters === null || !(isSame(parameters, holder) || isSame(list, parameters))) return null;
  const index = parameterNames(of).findIndex((name) => isSame(name, node));
  return index < 0 ? null : { kind: 'parameter', of, index, name: codeOf(node) };
}

/** The names, or patterns of names, of a function's parameters, without the object itself. */
export function parameterNames(of: Node): Node[] {
  const list = of.childForFieldName('parameters') ?? of.childForFieldName('parameter');
  const isOne = /(?:identifier|parameter)$/.test(list?.type ?? '');
  const names = list === null ? [] : isOne ? namesIn(list) : list.namedChildren.flatMap(namesIn);
  return names.filter((name) => !isComment(name) && !/^(?:self|cls)$/.test(codeOf(name)));
}

function namesIn(holder: Node): Node[] {
  if (!PARAMETER.has(holder.type)) return [holder];
  const named = holder.childrenForFieldName('name');
  if (named.length > 0) return named;
  const only = holder.childForFieldName('pattern') ?? holder.firstNamedChild;
  return only === null ? [] : [only];
}

/** The arguments for a parameter in the calls that are seen, or in the one that is followed. */
export function givenTo({ of, index, name }: Parameter): Given {
  const home = programOf(of);
  const called = nameOfFunction(of);
  if (called === null) return { values: [], isAlways: false, isFollowed: false };
  const all = [...callsOf(called, home), ...(home.callers.get(called) ?? [])];
  const own = callsFollowed(home).findLast((call) => nameCalled(call) === called);
  const calls = own === undefined ? all : [own];
  const values = calls.map((call) => argumentFor(call, index, name));
  return {
    values: values.filter((value) => value !== null),
    isAlways: calls.length > 0 && !values.includes(null),
    isFollowed: own !== undefined,
  };
}

/** A constructor is called by the name of its class, a function without a name by that of its variable. */
export function nameOfFunction(of: Node): string | null {
  const own = of.childForFieldName('name');
  const keeps = parentOf(of);
  let named = own ?? keeps?.childForFieldName('name') ?? keeps?.childForFieldName('left') ?? null;
  if (own !== null && CONSTRUCTOR.test(codeOf(own))) {
    let around = parentOf(of);
    while (around !== null && !isClass(around)) around = parentOf(around);
    named = around?.childForFieldName('name') ?? null;
  }
  return named === null ? null : codeOf(named);
}

function callsOf(name: string, program: Program): Node[] {
  return nodesNamed(name, program).flatMap((node) => callOf(node) ?? []);
}

/** The call of what a node names, by itself or as a member. */
export function callOf(name: Node): Node | null {
  let called = name;
  let parent = parentOf(called);
  while (parent !== null && MEMBERS.has(parent.type) && isSame(parent.lastNamedChild, called)) {
    called = parent;
    parent = parentOf(called);
  }
  return parent !== null && CALLS.has(parent.type) && isSame(calleeOf(parent), called) ? parent : null;
}

function argumentFor(call: Node, index: number, name: string): Node | null {
  const args = argumentsOf(call);
  const keyOf = (argument: Node): Node | null => argument.childForFieldName('name');
  const byName = args.find((argument) => {
    const key = /^(?:keyword_)?argument$/.test(argument.type) ? keyOf(argument) : null;
    return key !== null && codeOf(key) === name;
  });
  if (byName !== undefined) return byName.childForFieldName('value') ?? byName.lastNamedChild;
  const positional = args.slice(0, index + 1);
  const isPlain = positional.every(
    (argument) => !SPREAD.test(argument.type) && argument.type !== 'keyword_argument',
  );
  return isPlain ? (positional[index] ?? null) : null;
}

function nameCalled(call: Node): string | null {
  const callee = calleeOf(call);
  return callee === null ? null : lastName(callee);
}

/** What stands before the name of the method. */
export function receiverOf(call: Node): Node | null {
  const callee = call.type === 'method_invocation' ? call : calleeOf(call);
  const fields = ['object', 'expression', 'operand'].map((field) => callee?.childForFieldName(field) ?? null);
  return fields.find((field) => field !== null) ?? null;
}
