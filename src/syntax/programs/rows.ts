import type { Node } from './nodes.ts';
import { argumentsOf, calleeOf, CALLS, codeOf, lastName, unwrap } from './program.ts';
import { keyOf } from './names.ts';
import { propertiesOf } from './properties.ts';
import { ownerOf } from './scopes.ts';

// Tables that programs write out, of which a key selects a row: `{ dev: …, prod: … }[stage]`, `versions.get(stage)`.

export interface Row {
  key: string;
  /** Where the key is written; null for the number of an item. */
  name: Node | null;
  value: Node;
}

/** What is looked up in what. */
export interface Lookup {
  table: Node;
  key: Node;
}

const SUBSCRIPT =
  /^(?:subscript_expression|subscript|index_expression|element_access_expression|array_access)$/;
const GETS = /^(?:get|Get|getOrDefault|GetValueOrDefault)$/;
const LIST = /^(?:array|list|tuple)$/;
/** `Map.of(k, v, …)` of Java; `Map.ofEntries(entry(k, v), …)`. */
const PAIRS = /^\w*Map\s*\.\s*of$/;
const ENTRIES = /^\w*Map\s*\.\s*ofEntries$/;
const WRITTEN_LIST = /^(?:array|list|tuple|set|initializer_expression|array_initializer)$/;
const MADE_LIST = /^(?:implicit_)?array_creation_expression$/;
/** `List.of(…)` of Java, `jsii.Strings(…)` of Go. */
const LIST_CALL =
  /^(?:[\w.]*\.)?(?:(?:Immutable)?(?:List|Set)\s*\.\s*of|Arrays\s*\.\s*asList|jsii\.Strings)\s*\(/;

/** The table and the key of an expression that looks something up; null for any other. */
export function lookupIn(node: Node): Lookup | null {
  if (SUBSCRIPT.test(node.type)) {
    const [table] = node.namedChildren;
    const key = node.namedChildren.at(-1);
    if (table === undefined || key === undefined || node.namedChildren.length < 2) return null;
    return { table, key: key.type.endsWith('argument_list') ? (key.firstNamedChild ?? key) : key };
  }
  const callee = calleeOf(node);
  const [key] = argumentsOf(node);
  if (callee === null || key === undefined || !GETS.test(lastName(callee))) return null;
  const table = node.childForFieldName('object') ?? ownerOf(callee);
  return table === null ? null : { table, key };
}

/** The rows of a table that is written out, in any language; none for anything else. */
export function rowsOf(expression: Node): Row[] {
  const node = unwrap(expression);
  if (LIST.test(node.type))
    return node.namedChildren.map((value, i) => ({ key: String(i), name: null, value }));
  const callee = calleeOf(node);
  const args = argumentsOf(node);
  if (callee !== null && codeOf(callee) === 'Map') return (args[0]?.namedChildren ?? []).flatMap(pairIn);
  if (node.type === 'method_invocation') {
    const code = codeOf(node).split('(', 1)[0] ?? '';
    if (ENTRIES.test(code)) return args.flatMap((entry) => rowsIn(argumentsOf(entry)));
    if (PAIRS.test(code)) return rowsIn(args);
    return [];
  }
  const items = node.childForFieldName('initializer')?.namedChildren ?? [];
  const pairs = items.filter(({ type }) => type === 'initializer_expression').flatMap(pairIn);
  return [...pairs, ...propertiesOf(node).map(({ key, value }) => ({ key: keyOf(key), name: key, value }))];

  function pairIn(list: Node): Row[] {
    return rowsIn(list.namedChildren);
  }

  function rowsIn(nodes: readonly Node[]): Row[] {
    return nodes.flatMap((key, i) => {
      const value = nodes[i + 1];
      return i % 2 === 0 && value !== undefined ? [{ key: keyOf(key), name: key, value }] : [];
    });
  }
}

/** The items of a list as it is written, comments among them; null for anything else. */
export function itemsWritten(node: Node): readonly Node[] | null {
  if (WRITTEN_LIST.test(node.type)) return node.namedChildren;
  if (MADE_LIST.test(node.type)) return node.lastNamedChild?.namedChildren ?? null;
  if (node.type === 'composite_literal') {
    const items = node.childForFieldName('body')?.namedChildren ?? [];
    return items.some(({ type }) => type === 'keyed_element') ? null : items;
  }
  if (isListCall(node)) return argumentsOf(node);
  // `new List<string> { "a", "b" }`: of a map each item is two, of an object an assignment.
  const added = CALLS.has(node.type) ? (node.childForFieldName('initializer')?.namedChildren ?? []) : [];
  return added.some(({ type }) => /^(?:initializer|assignment)_expression$/.test(type)) || added.length === 0
    ? null
    : added;
}

export function isListCall(node: Node): boolean {
  return CALLS.has(node.type) && LIST_CALL.test(codeOf(node).slice(0, 100));
}
