import type { Node } from 'web-tree-sitter';
import { argumentsOf, CALLS, isSame, isString, propertiesOf, unwrap } from '../../syntax/programs/index.ts';
import { resolve } from './resolve.ts';

const OBJECT = /^(?:object|dictionary)$/;
const SPREAD = /^(?:spread_element|dictionary_splat)$/;
const maxSpreadsInARow = 5;

/** Whether an object can hold properties that are not written out: it is computed, or spreads what is not known. */
export function isOpen(expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > maxSpreadsInARow) return true;
  if (OBJECT.test(node.type)) return spreadIn(node).some((inner) => isOpen(inner, depth + 1));
  if (propertiesOf(node).length > 0) return false;
  if (CALLS.has(node.type)) return !hasNoArguments(node);
  const targets = resolve(node, '').filter((target) => !isSame(target.node, node));
  return targets.length === 0 || targets.some((target) => isOpen(target.node, depth + 1));
}

/** As {@link isOpen}, of what a call is given: keywords, an object, the name of one. */
export function isGivenMore(call: Node): boolean {
  const splats = spreadIn(call.childForFieldName('arguments'));
  if (splats.some((inner) => isOpen(inner))) return true;
  const last = argumentsOf(call).at(-1);
  if (last === undefined || call.type === 'method_invocation' || isNoObject(last)) return false;
  return isOpen(last);
}

/** Keyword arguments, names of constructs, and `this`. */
function isNoObject(argument: Node): boolean {
  const node = unwrap(argument);
  return /^(?:keyword_argument|this|self)$/.test(node.type) || SPREAD.test(node.type) || isString(node);
}

function spreadIn(node: Node | null): Node[] {
  return (node?.namedChildren ?? [])
    .filter((child) => SPREAD.test(child.type))
    .flatMap((child) => child.firstNamedChild ?? []);
}

/** `dict()`, `new Props()`: nothing is in it. */
function hasNoArguments(call: Node): boolean {
  return argumentsOf(call).length === 0;
}
