import { type Node, type Program, programOf } from './nodes.ts';
import { memoize, type FileLocation } from '../../model/index.ts';
import { placeOf } from '../document/lines.ts';

const maxMentionsOfName = 500;

/** First items of a list. Records if there are more. */
function firstOf<T>(most: number, all: readonly T[], { files }: Program): readonly T[] {
  files.isCut ||= all.length > most;
  return all.slice(0, most);
}

const STRING_NODES: ReadonlySet<string> = new Set([
  ...['string', 'template_string', 'string_literal', 'interpreted_string_literal', 'raw_string_literal'],
  ...['verbatim_string_literal', 'concatenated_string', 'interpolated_string_expression'],
]);
const COMPUTED_PARTS = /substitution|interpolation$/;
const WRAPPERS: ReadonlySet<string> = new Set([
  ...['parenthesized_expression', 'as_expression', 'satisfies_expression', 'non_null_expression'],
  ...['await_expression', 'literal_element', 'argument', 'expression_list', 'cast_expression'],
  ...['equals_value_clause', 'arrow_expression_clause', 'type_assertion', 'await'],
]);
/** Node types whose last child is the value, after a type or a name. */
const VALUE_IS_LAST: ReadonlySet<string> = new Set(['argument', 'cast_expression', 'type_assertion']);
export const CALLS: ReadonlySet<string> = new Set([
  ...['call_expression', 'new_expression', 'call', 'method_invocation', 'object_creation_expression'],
  ...['invocation_expression', 'implicit_object_creation_expression'],
]);
export const MEMBERS: ReadonlySet<string> = new Set([
  ...['member_expression', 'attribute', 'field_access', 'selector_expression', 'member_access_expression'],
  ...['qualified_type', 'qualified_name', 'scoped_type_identifier', 'scoped_identifier'],
]);

/** Code of a node. */
export function codeOf(node: Node): string {
  return programOf(node).source.text.slice(node.startIndex, node.endIndex);
}

export function placeOfNode(node: Node): FileLocation {
  return placeOf(programOf(node).lines, node.startIndex, node.endIndex);
}

/** Matches of a pattern in the code of a program, without comments, up to a limit. */
export function matchesInCode(
  pattern: RegExp,
  most: number,
  program: Program,
): { node: Node; index: number; code: string }[] {
  const { root, source } = program;
  return firstOf(most, [...source.text.matchAll(pattern)], program).flatMap(({ index, 0: code }) => {
    const node = root.descendantForIndex(index, index + code.length);
    return node === null || isComment(node) ? [] : [{ node, index, code }];
  });
}

/** A character of a name, with letters of any language. */
const NAME_CHARACTER = /[\w$\p{L}]/u;
const WHOLE_NAME = /^[\p{L}_$][\w$\p{L}]*$/u;

/** Nodes that mention a name in a program's code. */
export const nodesNamed = memoize(
  (name: string, program: Program): readonly Node[] => {
    if (!WHOLE_NAME.test(name)) return [];
    const { root, source } = program;
    const nodes: Node[] = [];
    let mentions = 0;
    // Names with more mentions are not versions, so the limit loses nothing.
    for (let at = -1; mentions < maxMentionsOfName;) {
      at = source.text.indexOf(name, at + 1);
      if (at < 0) break;
      const end = at + name.length;
      if (NAME_CHARACTER.test(source.text.charAt(at - 1)) || NAME_CHARACTER.test(source.text.charAt(end)))
        continue;
      mentions++;
      const node = root.descendantForIndex(at, end);
      if (node !== null && !isComment(node)) nodes.push(node);
    }
    return nodes;
  },
  (name, program) => [program, name],
);

export function isString(node: Node): boolean {
  return STRING_NODES.has(node.type);
}

/** Text and inner range of a string without computed parts; null for anything else. */
export function stringIn(node: Node): { text: string; start: number; end: number } | null {
  if (!isString(node) || node.type === 'concatenated_string' || computedPartsOf(node).length > 0) return null;
  const inside = rangeInQuotes(node);
  return { text: programOf(node).source.text.slice(inside.start, inside.end), ...inside };
}

/** Interpolated expressions of a string. */
export function computedPartsOf(string: Node): Node[] {
  return string.namedChildren.filter((child) => COMPUTED_PARTS.test(child.type));
}

/** Range between the quotes of a string. */
export function rangeInQuotes(string: Node): { start: number; end: number } {
  const code = codeOf(string);
  const [opening = '', quote = ''] = /^[a-zA-Z$@]{0,3}("""|'''|["'`])/.exec(code) ?? [];
  const isClosed = code.length >= opening.length + quote.length && code.endsWith(quote);
  const start = string.startIndex + opening.length;
  return { start, end: isClosed ? string.endIndex - quote.length : string.endIndex };
}

/** Expression inside brackets, casts and the like. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (let depth = 0; depth < 20; depth++) {
    const isReference = inner.type === 'unary_expression' && inner.children[0]?.type === '&';
    if (!WRAPPERS.has(inner.type) && !isReference) return inner;
    const children = inner.namedChildren.filter((child) => child.type !== 'comment');
    const next = VALUE_IS_LAST.has(inner.type) ? children.at(-1) : children[0];
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

/** Callee of a call: `rds.DatabaseCluster`; null for anything else. */
export function calleeOf(node: Node): Node | null {
  return node.childForFieldName('function') ?? node.childForFieldName('constructor') ?? namedCallee(node);
}

function namedCallee(node: Node): Node | null {
  if (node.type === 'method_invocation') return node.childForFieldName('name');
  return CALLS.has(node.type) ? node.childForFieldName('type') : null;
}

export function argumentsOf(node: Node): Node[] {
  const list = node.childForFieldName('arguments');
  if (list === null) return [];
  return list.namedChildren.filter((child) => !child.type.endsWith('comment'));
}

/** Last part of a dotted name. */
export function lastName(node: Node): string {
  const code = codeOf(node);
  let end = code.length;
  while (end > 0 && !NAME_CHARACTER.test(code.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && NAME_CHARACTER.test(code.charAt(start - 1))) start--;
  return code.slice(start, end).replace(/^\d+/, '');
}

/** True for a plain or qualified name: `version`, `props.version`. */
export function isName(node: Node): boolean {
  return MEMBERS.has(node.type) || node.type.endsWith('identifier');
}

export function isComment(node: Node): boolean {
  return node.type.endsWith('comment');
}

export function isSameNode(a: Node | null, b: Node): boolean {
  return a !== null && a.id === b.id;
}
