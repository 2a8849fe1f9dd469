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
import { isChangedLater } from './changes.ts';
import { resolve, spreadsIn } from './resolve.ts';

// Objects that can hold more than is written.

const OBJECT = /^(?:object|dictionary)$/;
const SPREAD = /^(?:spread_element|dictionary_splat)$/;

/** True for an object that can hold properties that are not written out: it is computed, or spreads another such one. */
export function isOpen(expression: Node): boolean {
  const { node } = resolve(expression);
  if (OBJECT.test(node.type)) return spreadsIn(node).some(isOpenSpread);
  if (propertiesOf(node).length > 0) return false;
  // `dict()`, `new Props()`: nothing is in it.
  return !(CALLS.has(node.type) && argumentsOf(node).length === 0);
}

/** Objects that are spread are followed once: one that spreads others is open. */
function isOpenSpread(inner: Node): boolean {
  const { node } = resolve(inner);
  return isChangedLater(inner) || !OBJECT.test(node.type) || spreadsIn(node).length > 0;
}

/** As {@link isOpen}, of all that a call is given: keywords, an object, the name of one. */
export function isGivenMore(call: Node): boolean {
  if (spreadsIn(call.childForFieldName('arguments')).some(isOpenSpread)) return true;
  const last = argumentsOf(call).at(-1);
  if (last === undefined || call.type === 'method_invocation' || isNoObject(last)) return false;
  return isOpen(last);
}

/** The object that is spread beside a property and can hold others; null where none is. */
export function openBeside({ key }: Property): Node | null {
  const around = ancestorsOf(key).find(({ type }) => OBJECT.test(type) || type === 'argument_list');
  return spreadsIn(around ?? null).find(isOpenSpread) ?? null;
}

/** True for keyword arguments, names of constructs, and `this`. */
function isNoObject(argument: Node): boolean {
  const node = unwrap(argument);
  return /^(?:keyword_argument|this|self)$/.test(node.type) || SPREAD.test(node.type) || isString(node);
}
