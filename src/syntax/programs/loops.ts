import type { Node } from './nodes.ts';
import { parameterNames, parameterOf } from './parameters.ts';
import { ancestorsOf, parentOf } from './nodes.ts';
import { argumentsOf, calleeOf, CALLS, codeOf, type Each, isSame, lastName, unwrap } from './program.ts';
import { plainName } from './properties.ts';
import { itemsWritten, rowsOf } from './rows.ts';
import { isFunction, ownerOf } from './scopes.ts';

// Code that runs once for each item of a list or a map, and the names that stand for these in turn.

/** Statements that repeat what is in them, and what makes a list of each item of another. */
const LOOP = new RegExp(
  `^(?:${[
    ...['for_statement', 'for_in_statement', 'enhanced_for_statement'],
    ...['foreach_statement', 'for_each_statement', 'while_statement', 'do_statement'],
    ...['\\w*comprehension', 'generator_expression'],
  ].join('|')})$`,
);
/** What names the items and what they are of: a loop, or its head. */
const HEAD =
  /^(?:for_in_statement|for_statement|for_in_clause|foreach_statement|enhanced_for_statement|range_clause)$/;
/** Several names at once, each for a part of the item. */
const PATTERN = /^(?:array_pattern|pattern_list|tuple_pattern|expression_list)$/;
const IDENTIFIERS = ['identifier', 'shorthand_property_identifier_pattern'];
const SPREAD = /^(?:spread_element|list_splat)$/;
/** Methods that call the function that is given to them once for each item. */
const EACH: ReadonlySet<string> = new Set(['map', 'foreach', 'flatmap', 'select', 'selectmany']);
/** What gives parts of a map, or the items of a list with their numbers. */
const GIVES: ReadonlyMap<string, Each['gives']> = new Map([
  ...['keys', 'keyset'].map((name) => [name, 'keys'] as const),
  ['values', 'values'] as const,
  ...['entries', 'items', 'entryset', 'enumerate'].map((name) => [name, 'pairs'] as const),
]);
/** Functions and methods whose result has all items of the list that they are given or belong to. */
const SAME_ITEMS: ReadonlySet<string> = new Set([
  ...['list', 'tuple', 'set', 'sorted', 'reversed', 'from', 'stream', 'sort', 'reverse', 'tolist', 'toarray'],
]);
const maxListsInARow = 5;

/** Whether code can run more often than what is around it says: in a loop, or in what is done with each item of a list. */
export function isInLoop(node: Node): boolean {
  const around = ancestorsOf(node);
  return around.some(
    (outer) => LOOP.test(outer.type) || (isFunction(outer) && goneThroughBy(outer) !== null),
  );
}

/** What a function is given to that calls it for each item: the list; null for any other function. */
function goneThroughBy(of: Node): Node | null {
  const call = ancestorsOf(of)
    .slice(0, 3)
    .find(({ type }) => CALLS.has(type));
  const callee = call === undefined ? null : calleeOf(call);
  if (call === undefined || callee === null || !EACH.has(plainName(lastName(callee)))) return null;
  return call.childForFieldName('object') ?? ownerOf(callee);
}

/** What a name, or a pattern of names, stands for in turn, and the loop that says so; null for any other. */
export function eachOf(name: Node): { meaning: Each; by: Node } | null {
  const parent = parentOf(name);
  const isPart = parent !== null && PATTERN.test(parent.type);
  const holder = isPart ? parent : name;
  const at = isPart ? parent.namedChildren.findIndex((part) => isSame(part, name)) : null;
  const head = parentOf(holder);
  if (head !== null && HEAD.test(head.type)) {
    const { names, list } = partsOf(head);
    if (list === null || !isSame(names, holder)) return null;
    const by = /clause$/.test(head.type) ? (parentOf(head) ?? head) : head;
    return { meaning: each(list, at, givenBy(head)), by };
  }
  const parameter = parameterOf(holder);
  const list = parameter?.index === 0 ? goneThroughBy(parameter.of) : null;
  return parameter === null || list === null
    ? null
    : { meaning: each(list, at, 'entries'), by: parameter.of };
}

/** The names, and the list, of a loop's head. */
function partsOf(head: Node): { names: Node | null; list: Node | null } {
  return {
    names: head.childForFieldName('left') ?? head.childForFieldName('name'),
    list: head.childForFieldName('right') ?? head.childForFieldName('value'),
  };
}

/** What a loop over a map gives: in Go pairs, of lists, too; in Python keys, in JavaScript by the word. */
function givenBy(head: Node): Each['gives'] {
  if (head.type === 'range_clause') return 'pairs';
  if (head.type === 'for_in_statement')
    return head.childForFieldName('operator')?.type === 'in' ? 'names' : 'entries';
  return /^for_/.test(head.type) ? 'keys' : 'entries';
}

/** Without what hands the items of a list on, or gives the parts of a map: `Object.entries(versions)`. */
function each(list: Node, at: number | null, gives: Each['gives'], depth = 0): Each {
  const call = unwrap(list);
  const callee = CALLS.has(call.type) ? calleeOf(call) : null;
  const name = callee === null ? '' : plainName(lastName(callee));
  const given = GIVES.get(name);
  const owner = call.childForFieldName('object') ?? (callee === null ? null : ownerOf(callee));
  const isOfType = owner === null || /^(?:Object|Array)$/.test(codeOf(owner));
  const inner = isOfType ? argumentsOf(call)[0] : owner;
  if (inner === undefined || depth > maxListsInARow || !(given !== undefined || SAME_ITEMS.has(name)))
    return { kind: 'each', list: call, at, gives };
  return each(inner, at, given ?? gives, depth + 1);
}

/** The names that stand in turn for the items of an expression, where what is around it goes through these. */
export function namesOfItems(around: Node, inner: Node): Node[] {
  if (HEAD.test(around.type)) {
    const { names, list } = partsOf(around);
    return names !== null && isSame(list, inner) ? identifiersIn(names) : [];
  }
  const functions = CALLS.has(around.type) ? argumentsOf(around).map(unwrap).filter(isFunction) : [];
  const of = functions.find((each) => {
    const list = goneThroughBy(each);
    return list !== null && inner.startIndex <= list.startIndex && list.endIndex <= inner.endIndex;
  });
  const [first] = of === undefined ? [] : parameterNames(of);
  return first === undefined ? [] : identifiersIn(first);
}

function identifiersIn(pattern: Node): Node[] {
  return pattern.type === 'identifier' ? [pattern] : pattern.descendantsOfType(IDENTIFIERS);
}

/** What a name comes to that stands for each item in turn. `follow` says what an expression comes to. */
export function itemsInTurn(
  { list, at, gives }: Each,
  follow: (expression: Node) => readonly Node[],
): Node[] {
  return follow(list).flatMap((table) => {
    const items = spreadItemsOf(table, follow);
    if (items !== null && gives === 'names') return [];
    const rows = items === null ? rowsOf(table) : items.map((value) => ({ name: null, value }));
    return rows.flatMap(({ name, value }) => {
      const isPair = gives === 'pairs' || (gives === 'entries' && items === null);
      if (isPair) return (at === 0 ? name : value) ?? [];
      const item = items === null && gives !== 'values' ? name : value;
      return (item === null || at === null ? item : itemsWritten(unwrap(item))?.[at]) ?? [];
    });
  });
}

/** The items of a list, of those that it spreads, too; null for what is no list. */
function spreadItemsOf(list: Node, follow: (expression: Node) => readonly Node[], depth = 0): Node[] | null {
  const items = depth > maxListsInARow ? null : itemsWritten(unwrap(list));
  if (items === null) return null;
  return items.flatMap((item) => {
    if (item.type.endsWith('comment')) return [];
    if (!SPREAD.test(item.type) || item.firstNamedChild === null) return item;
    return follow(item.firstNamedChild).flatMap((inner) => spreadItemsOf(inner, follow, depth + 1) ?? []);
  });
}
