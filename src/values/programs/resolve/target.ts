import type { Use } from '../../../model/index.ts';
import { calleeOf, codeOf, stringIn, type Node } from '../../../syntax/programs/index.ts';
import type { KnownFact } from '../../index.ts';

/** An expression that is written out, at the end of the names that lead to it. */
export interface Target {
  node: Node;
  how: KnownFact['how'];
  uses: readonly Use[];
  /** The row of a table that only the deployment selects. */
  environment?: string;
  /** One of several that nothing seen chooses between. */
  isOption?: true;
  /** The object or the list that it was a part of: what else was belongs to it. */
  within?: Node;
}

/** What the CDK names a version by. */
const ENUMERATION = /EngineVersion\s*[._]\s*(?:VER_\w+|[oO]f(?!\w))/;

/** Whether a name, or what is called, is the CDK's own for a version. */
export function isEnumerated(name: Node): boolean {
  return ENUMERATION.test(codeOf(name));
}

/** Whether nothing has to be followed: a text, or the CDK's own name of a version. */
export function isWritten(node: Node): boolean {
  return stringIn(node) !== null || ENUMERATION.test(codeOf(calleeOf(node) ?? node).slice(-200));
}

/** Of a variable that is computed and, where that gives nothing, written, the written value is the default. */
export function writtenFirst(targets: readonly Target[]): Target[] {
  const written = targets.filter(({ node }) => isWritten(node));
  if (written.length === 0 || written.length === targets.length) return [...targets];
  return written.map((target) => ({ ...target, how: 'default' }));
}

export function asConstant(target: Target): Target {
  return target.how === 'literal' ? { ...target, how: 'constant' } : target;
}

export function asFallback(target: Target): Target {
  return target.how === 'literal' ? { ...target, how: 'default' } : target;
}

export function asOption(target: Target): Target {
  return { ...target, isOption: true };
}

/** What several expressions come to, of which one is chosen. */
export function asOptions(options: readonly (readonly Target[])[]): Target[] {
  return options.length > 1 ? options.flat().map(asOption) : options.flat();
}

/** What was found in something, with the environment that selects that. */
export function inEnvironment<T extends object>({ environment }: Pick<Target, 'environment'>, found: T): T {
  return environment === undefined ? found : { environment, ...found };
}
