import type { Node } from 'web-tree-sitter';
import { parentOf } from '../tree/parents.ts';
import { idAmong, variableOf, type Construct } from './constructs.ts';
import { argumentsOf, calleeOf, CALLS, type Program } from '../tree/program.ts';
import { plainName } from './properties.ts';
import { givenProperties } from '../flow/resolve.ts';

/** A call of a method that says something about a construct. */
export interface MethodCall {
  /** In lower case without underscores. */
  method: string;
  call: Node;
  /** What it is called on. */
  receiver: Node;
}

/** Methods of the CDK that make or change what is read. */
const METHODS = [
  ...['add_?commands', 'add_?user_?data', 'add_?lifecycle_?hook', 'add_?targets', 'add_?listener'],
  ...['attach_?to_?application_?target_?group', 'log_?access_?logs', 'set_?attribute'],
  ...['add_?alarm_?action', 'create_?alarm', 'add_?parameter'],
];
const METHOD = new RegExp(`(?:${METHODS.join('|')})(?=\\s*\\()`, 'gi');
const MOST = 500;

/** The calls of a program that say something about its constructs, in written order. */
export function methodCallsIn(program: Program): MethodCall[] {
  const { text } = program.source;
  const found = text.matchAll(METHOD).filter(({ index }) => isBehindDot(text, index));
  return [...found.take(MOST)].flatMap(({ index, 0: name }) => {
    const node = program.root.descendantForIndex(index, index + name.length);
    const call = node === null ? null : callAround(node);
    const receiver = call === null ? null : receiverOf(call);
    return call === null || receiver === null ? [] : [{ method: plainName(name), call, receiver }];
  });
}

function isBehindDot(text: string, index: number): boolean {
  let at = index - 1;
  while (/\s/.test(text.charAt(at))) at--;
  return text.charAt(at) === '.';
}

function callAround(name: Node): Node | null {
  const parent = parentOf(name);
  if (parent === null) return null;
  if (CALLS.has(parent.type)) return parent;
  const around = parentOf(parent);
  return around !== null && CALLS.has(around.type) ? around : null;
}

/** What stands before the name of the method. */
function receiverOf(call: Node): Node | null {
  const callee = call.type === 'method_invocation' ? call : calleeOf(call);
  return (
    callee?.childForFieldName('object') ??
    callee?.childForFieldName('expression') ??
    callee?.childForFieldName('operand') ??
    null
  );
}

/** The construct that a method makes: `asg.addLifecycleHook('Save', { … })`. */
export function constructMadeBy({ call }: MethodCall, kind: Construct['kind'], className: string): Construct {
  const id = idAmong(argumentsOf(call));
  return {
    kind,
    name: id === null ? className : `${className}.${id}`,
    className: calleeOf(call) ?? call,
    call,
    properties: givenProperties(call),
    variable: variableOf(call),
  };
}
