import type { FileLocation } from '../../model/index.ts';
import type { Node } from '../../syntax/index.ts';
import type { Template } from './template.ts';
import { Budget } from '../budget.ts';
import { maxOfTemplateValue } from '../limits.ts';
import type { Decision, Value } from '../value.ts';

/** Follows a value to where it is written; null for `AWS::NoValue`, which is as if nothing were. */
export type Resolve = (node: Node, scope: Scope) => Value | null;

/** What a function comes to; undefined where its arguments are none that it takes. */
export type Resolved = Value | null | undefined;

/** A template in use: as it stands, or as a nested stack with the parameters that its parent gives it. */
export interface Stack {
  template: Template;
  /** What precedes the names of its resources: empty, or the nested stack's name and a dot. */
  prefix: string;
  /** The stack that this one is nested in; null for one that is deployed by itself. */
  parent: { stack: Stack; logicalId: string; parameters: Node | null } | null;
  /** Nested stacks whose template is a local file, by logical id. */
  children: Map<string, Stack>;
  /** Values of the Serverless Framework's variables; null outside a service. */
  variables: ServiceVariables | null;
  /** What files of parameters give it. */
  given: readonly GivenParameters[];
  /** Nodes that may still be visited for all values of all stacks of a unit together. */
  budget: Budget;
  /** Handed in, so that functions need not know who calls them. */
  resolve: Resolve;
  /** Outcomes of its conditions where nothing is assumed: every property asks for the same few. */
  truths: Map<string, boolean>;
}

/** The parameters that a file sets for a template, by their names. */
export interface GivenParameters {
  environment: string | null;
  values: ReadonlyMap<string, string>;
  /** Where it writes what it does not tell itself: versions without their engine. */
  places: ReadonlyMap<string, FileLocation>;
}

/** What the variables of a Serverless Framework service can read. */
export interface ServiceVariables {
  /** The root of the service file, which `${self:…}` reads. */
  self: Node;
  /** The root of another YAML or JSON file of the service, by the path in `${file(…)}`; null when it is not there. */
  file(path: string): Node | null;
}

/** Who asks for a value, and how much may still be computed for it. */
export interface Scope {
  stack: Stack;
  /** The name of the resource that uses the value. */
  user: string;
  budget: Budget;
  /** What is taken for granted of decisions, by {@link decisionKey}. */
  assumed: Assumptions;
  /** Whether a condition is decided by what a parameter is when nobody sets it. */
  trustsDefaults: boolean;
  /** Whether rows of a mapping are told one by one when they say the same, each of them being a place to change. */
  tellsRows?: boolean;
}

export type Assumptions = ReadonlyMap<string, string>;

const NOTHING_ASSUMED: Assumptions = new Map();

export function scopeFor(stack: Stack, user: string, assumed = NOTHING_ASSUMED): Scope {
  return { stack, user, budget: new Budget(maxOfTemplateValue, stack.budget), assumed, trustsDefaults: true };
}

export const resolve: Resolve = (node, scope) => scope.stack.resolve(node, scope);

/** A parameter or condition of one stack. */
export function decisionKey({ prefix }: Stack, kind: Decision['kind'], name: string): string {
  return `${prefix}${kind}:${name}`;
}

/** What is taken for granted of a decision; undefined where nothing is. */
export function assumedOf(
  { assumed, stack }: Scope,
  kind: Decision['kind'],
  name: string,
): string | undefined {
  return assumed.size === 0 ? undefined : assumed.get(decisionKey(stack, kind, name));
}

/** The same question in another stack. */
export function inStack(scope: Scope, stack: Stack, user = scope.user): Scope {
  return { ...scope, stack, user };
}
