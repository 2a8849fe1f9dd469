import {
  ancestorsOf,
  argumentsOf,
  CALLS,
  isString,
  type Node,
  propertiesOf,
  type Property,
  unwrap,
} from '../../syntax/programs/index.ts';
import { isChangedLater } from './usage/changes.ts';
import { resolve, spreadsIn } from './resolve.ts';

// Objects that can contain more than is written.

const OBJECT_NODE = /^(?:object|dictionary)$/;
const SPREAD_NODE = /^(?:spread_element|dictionary_splat)$/;

/**
 * True for an object that can have properties which are not written: it is computed, or spreads another such object.
 */
export function isOpen(expression: Node): boolean {
  const { node } = resolve(expression);
  if (OBJECT_NODE.test(node.type)) return spreadsIn(node).some(isOpenSpread);
  if (propertiesOf(node).length > 0) return false;
  // `dict()`, `new Props()`: an empty object.
  return !(CALLS.has(node.type) && argumentsOf(node).length === 0);
}

/** True for an open object in a spread. Spread objects are followed once: one with spreads of its own is open. */
function isOpenSpread(inner: Node): boolean {
  const { node } = resolve(inner);
  return isChangedLater(inner) || !OBJECT_NODE.test(node.type) || spreadsIn(node).length > 0;
}

/** Like {@link isOpen}, for all arguments of a call: keywords, an object, or its name. */
export function mayPassMore(call: Node): boolean {
  if (spreadsIn(call.childForFieldName('arguments')).some(isOpenSpread)) return true;
  const last = argumentsOf(call).at(-1);
  if (last === undefined || call.type === 'method_invocation' || cannotBeObject(last)) return false;
  return isOpen(last);
}

/** Open object that is spread beside a property; null if there is none. */
export function openSpreadBeside({ key }: Property): Node | null {
  const around = ancestorsOf(key).find(({ type }) => OBJECT_NODE.test(type) || type === 'argument_list');
  return spreadsIn(around ?? null).find(isOpenSpread) ?? null;
}

/** True for keyword arguments, names of constructs, and `this`. */
function cannotBeObject(argument: Node): boolean {
  const node = unwrap(argument);
  return /^(?:keyword_argument|this|self)$/.test(node.type) || SPREAD_NODE.test(node.type) || isString(node);
}
