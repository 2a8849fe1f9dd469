import type { FileLocation } from '../../../model/index.ts';
import type { Node } from '../../../syntax/index.ts';
import type { Template } from './template.ts';
import { Budget } from '../../budget.ts';
import { maxOfTemplateValue } from '../../limits.ts';
import type { Decision, Value } from '../../value/value.ts';

/** Resolves a node to its value and place; null for `AWS::NoValue`, which means that nothing is written. */
export type Resolve = (node: Node, scope: Scope) => Value | null;

/** Result of a function; undefined if its arguments are invalid. */
export type Resolved = Value | null | undefined;

/** A template in use: on its own, or as a nested stack with the parameters of its parent. */
export interface Stack {
  template: Template;
  /** Prefix of the names of resources: empty, or the nested stack's name and a dot. */
  prefix: string;
  /** Stack around this one; null for a stack that is deployed by itself. */
  parent: { stack: Stack; logicalId: string; parameters: Node | null } | null;
  /** Nested stacks whose template is a local file, by logical id. */
  children: Map<string, Stack>;
  /** Values of the Serverless Framework's variables; null outside a service. */
  variables: ServiceVariables | null;
  /** Parameter values from parameter files. */
  given: readonly GivenParameters[];
  /** Number of nodes that may still be visited, shared by all values of all stacks of a unit. */
  budget: Budget;
  /** Resolver, passed in so that functions need not import it. */
  resolve: Resolve;
  /** Outcomes of the template's conditions without assumptions, cached because every property needs the same few. */
  knownTruths: Map<string, boolean>;
}

/** Parameters that a file sets for a template, by name. */
export interface GivenParameters {
  environment: string | null;
  values: ReadonlyMap<string, string>;
  /** Places of parameters that are not reported with the file itself: versions without an engine. */
  places: ReadonlyMap<string, FileLocation>;
}

/** Data that the variables of a Serverless Framework service can read. */
export interface ServiceVariables {
  /** Root of the service file, which `${self:…}` reads. */
  self: Node;
  /** Root of another YAML or JSON file of the service, by the path in `${file(…)}`; null if missing. */
  file(path: string): Node | null;
}

/** Context of an evaluation. */
export interface Scope {
  stack: Stack;
  /** Name of the resource that uses the value. */
  user: string;
  budget: Budget;
  /** Assumed decisions, by {@link decisionKey}. */
  assumed: Assumptions;
  /** True if a parameter's default decides a condition. */
  trustsDefaults: boolean;
  /** True if rows of a mapping with equal values are reported one by one, because each is a place to change. */
  reportsRows?: boolean;
}

export type Assumptions = ReadonlyMap<string, string>;

const NOTHING_ASSUMED: Assumptions = new Map();

export function scopeFor(stack: Stack, user: string, assumed = NOTHING_ASSUMED): Scope {
  return { stack, user, budget: new Budget(maxOfTemplateValue, stack.budget), assumed, trustsDefaults: true };
}

export const resolve: Resolve = (node, scope) => scope.stack.resolve(node, scope);

/** Key of a parameter or condition of one stack. */
export function decisionKey({ prefix }: Stack, kind: Decision['kind'], name: string): string {
  return `${prefix}${kind}:${name}`;
}

/** Assumption for a decision; undefined if there is none. */
export function assumedOf(
  { assumed, stack }: Scope,
  kind: Decision['kind'],
  name: string,
): string | undefined {
  return assumed.size === 0 ? undefined : assumed.get(decisionKey(stack, kind, name));
}

/** The same scope in another stack. */
export function inStack(scope: Scope, stack: Stack, user = scope.user): Scope {
  return { ...scope, stack, user };
}
