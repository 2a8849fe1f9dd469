import type { Node } from './nodes.ts';
import { argumentsOf, CALLS, codeOf, isComment } from './program.ts';

const WRITTEN_LIST = /^(?:array|list|tuple|set|initializer_expression|array_initializer)$/;
const MADE_LIST = /^(?:implicit_)?array_creation_expression$/;
/** `List.of(…)` of Java, `jsii.Strings(…)` of Go. */
const LIST_CALL =
  /^(?:[\w.]*\.)?(?:(?:Immutable)?(?:List|Set)\s*\.\s*of|Arrays\s*\.\s*asList|jsii\.Strings)\s*\(/;

/** Items of a literal list, in any language; null for anything else. */
export function itemsWritten(node: Node): readonly Node[] | null {
  return listIn(node)?.filter((item) => !isComment(item)) ?? null;
}

function listIn(node: Node): readonly Node[] | null {
  if (WRITTEN_LIST.test(node.type)) return node.namedChildren;
  if (MADE_LIST.test(node.type)) return node.lastNamedChild?.namedChildren ?? null;
  if (node.type === 'composite_literal') {
    const items = node.childForFieldName('body')?.namedChildren ?? [];
    return items.some(({ type }) => type === 'keyed_element') ? null : items;
  }
  if (isListCall(node)) return argumentsOf(node);
  // `new List<string> { "a", "b" }`: an item of a map is a pair, of an object an assignment.
  const added = CALLS.has(node.type) ? (node.childForFieldName('initializer')?.namedChildren ?? []) : [];
  return added.some(({ type }) => /^(?:initializer|assignment)_expression$/.test(type)) || added.length === 0
    ? null
    : added;
}

export function isListCall(node: Node): boolean {
  return CALLS.has(node.type) && LIST_CALL.test(codeOf(node).slice(0, 100));
}
