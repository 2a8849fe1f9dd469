import { memoize } from '../../../../model/index.ts';
import {
  argumentsOf,
  calleeOf,
  callOf,
  codeAt,
  plainName,
  type Program,
  programOf,
  receiverOf,
  variableOf,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { givenProperties } from '../../../../values/programs/index.ts';
import { idAmong, speaksOf, type Construct } from './constructs.ts';

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
  ...['add_?alarm_?action', 'add_?subscription', 'create_?alarm', 'add_?parameter'],
];
export const METHOD = new RegExp(`(?:${METHODS.join('|')})(?=\\s*\\()`, 'gi');
const maxMethodCalls = 500;

/** The calls of a program that say something about its constructs, in written order. */
export const methodCallsIn = memoize((program: Program): readonly MethodCall[] =>
  codeAt(METHOD, maxMethodCalls, program).flatMap(({ node, code }) => {
    const call = callOf(node);
    const receiver = call === null ? null : receiverOf(call);
    return call === null || receiver === null ? [] : [{ method: plainName(code), call, receiver }];
  }),
);

/** The calls of a method on what a construct made. */
export function callsOn(construct: Construct, method: string): MethodCall[] {
  return methodCallsIn(programOf(construct.call)).filter(
    (each) => each.method === method && speaksOf(each.receiver, construct),
  );
}

/** The construct that a method makes: `asg.addLifecycleHook('Save', { … })`. */
export function constructMadeBy(made: MethodCall, kind: Construct['kind'], className: string): Construct {
  const { call, receiver } = made;
  const id = idAmong(argumentsOf(call));
  return {
    kind,
    name: id === null ? className : `${className}.${id}`,
    className: calleeOf(call) ?? call,
    call,
    properties: givenProperties(call),
    variable: variableOf(call),
    madeFrom: receiver,
  };
}
