import type { Node } from './nodes.ts';
import { argumentsOf, CALLS, codeOf, isComment } from './program.ts';

const LIST_LITERAL = /^(?:array|list|tuple|set|initializer_expression|array_initializer)$/;
const CONSTRUCTED_LIST = /^(?:implicit_)?array_creation_expression$/;
/** Calls that create a list: `List.of(…)` in Java, `jsii.Strings(…)` in Go. */
const LIST_CALL =
  /^(?:[\w.]*\.)?(?:(?:Immutable)?(?:List|Set)\s*\.\s*of|Arrays\s*\.\s*asList|jsii\.Strings)\s*\(/;

/** Items of a literal list, in any language; null for anything else. */
export function itemsOfList(node: Node): readonly Node[] | null {
  return listIn(node)?.filter((item) => !isComment(item)) ?? null;
}

function listIn(node: Node): readonly Node[] | null {
  if (LIST_LITERAL.test(node.type)) return node.namedChildren;
  if (CONSTRUCTED_LIST.test(node.type)) return node.lastNamedChild?.namedChildren ?? null;
  if (node.type === 'composite_literal') {
    const items = node.childForFieldName('body')?.namedChildren ?? [];
    return items.some(({ type }) => type === 'keyed_element') ? null : items;
  }
  if (isListCall(node)) return argumentsOf(node);
  // `new List<string> { "a", "b" }`. In a map, items are pairs; in an object, assignments.
  const added = CALLS.has(node.type) ? (node.childForFieldName('initializer')?.namedChildren ?? []) : [];
  return added.some(({ type }) => /^(?:initializer|assignment)_expression$/.test(type)) || added.length === 0
    ? null
    : added;
}

export function isListCall(node: Node): boolean {
  return CALLS.has(node.type) && LIST_CALL.test(codeOf(node).slice(0, 100));
}
