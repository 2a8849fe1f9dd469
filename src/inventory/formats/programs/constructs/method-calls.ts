import { memoize } from '../../../../model/index.ts';
import {
  argumentsOf,
  calleeOf,
  callOf,
  matchesInCode,
  normalizedName,
  type Program,
  programOf,
  receiverOf,
  variableOf,
  type Node,
} from '../../../../syntax/programs/index.ts';
import { passedProperties } from '../../../../values/programs/index.ts';
import { identifierIn, refersTo, type Construct } from './constructs.ts';

/** A method call that configures a construct. */
export interface MethodCall {
  /** Method name in lower case without underscores. */
  method: string;
  call: Node;
  /** Receiver of the call. */
  receiver: Node;
}

/** CDK methods that create or change supported resources. */
const METHOD_SPELLINGS = [
  ...['add_?commands', 'add_?user_?data', 'add_?lifecycle_?hook', 'add_?targets', 'add_?listener'],
  ...['attach_?to_?application_?target_?group', 'log_?access_?logs', 'set_?attribute'],
  ...['add_?alarm_?action', 'add_?subscription', 'create_?alarm', 'add_?parameter'],
];
export const CALLED_METHOD = new RegExp(`(?:${METHOD_SPELLINGS.join('|')})(?=\\s*\\()`, 'gi');
const maxMethodCalls = 500;

/** Method calls on the constructs of a program, in source order. */
export const methodCallsIn = memoize((program: Program): readonly MethodCall[] =>
  matchesInCode(CALLED_METHOD, maxMethodCalls, program).flatMap(({ node, code }) => {
    const call = callOf(node);
    const receiver = call === null ? null : receiverOf(call);
    return call === null || receiver === null ? [] : [{ method: normalizedName(code), call, receiver }];
  }),
);

/** Calls of a method on a construct. */
export function methodCallsOn(construct: Construct, method: string): MethodCall[] {
  return methodCallsIn(programOf(construct.call)).filter(
    (each) => each.method === method && refersTo(each.receiver, construct),
  );
}

/** Construct that a method creates: `asg.addLifecycleHook('Save', { … })`. */
export function createdConstruct(made: MethodCall, kind: Construct['kind'], className: string): Construct {
  const { call, receiver } = made;
  const id = identifierIn(argumentsOf(call));
  return {
    kind,
    name: id === null ? className : `${className}.${id}`,
    className: calleeOf(call) ?? call,
    call,
    properties: passedProperties(call),
    variable: variableOf(call),
    createdFrom: receiver,
  };
}
