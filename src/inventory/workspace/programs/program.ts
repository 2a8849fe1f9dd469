import type { Node } from 'web-tree-sitter';
import type { FileLocation } from '../../../model/index.ts';
import { linesOf, placeOf, type Lines } from '../document/lines.ts';
import type { SourceFile } from '../draft.ts';

/** A parsed program. */
export interface Program {
  source: SourceFile;
  lines: Lines;
  root: Node;
  /** What is known of names so far. */
  declared: Map<string, readonly Declared[]>;
  /** Bounds what following names may cost, whatever the file says. */
  budget: { steps: number };
}

/** A value that the file gives a name. */
export interface Declared {
  name: Node;
  value: Node;
  isDefault: boolean;
}

const STEPS = 20_000;

export function newProgram(source: SourceFile, root: Node): Program {
  return { source, lines: linesOf(source), root, declared: new Map(), budget: { steps: STEPS } };
}

const STRINGS: ReadonlySet<string> = new Set([
  ...['string', 'template_string', 'string_literal', 'interpreted_string_literal', 'raw_string_literal'],
  ...['verbatim_string_literal', 'concatenated_string', 'interpolated_string_expression'],
]);
const COMPUTED_PARTS = /substitution|interpolation$/;
const WRAPPERS: ReadonlySet<string> = new Set([
  ...['parenthesized_expression', 'as_expression', 'satisfies_expression', 'non_null_expression'],
  ...['await_expression', 'literal_element', 'argument', 'expression_list', 'cast_expression'],
  ...['equals_value_clause', 'arrow_expression_clause', 'type_assertion', 'await'],
]);
/** Of these the last child is the value: a type or a name comes before it. */
const VALUE_LAST: ReadonlySet<string> = new Set(['argument', 'cast_expression', 'type_assertion']);
export const CALLS: ReadonlySet<string> = new Set([
  ...['call_expression', 'new_expression', 'call', 'method_invocation', 'object_creation_expression'],
  ...['invocation_expression', 'implicit_object_creation_expression'],
]);
export const MEMBERS: ReadonlySet<string> = new Set([
  ...['member_expression', 'attribute', 'field_access', 'selector_expression', 'member_access_expression'],
  ...['qualified_type', 'qualified_name', 'scoped_type_identifier', 'scoped_identifier'],
]);

/** The code of a node. */
export function codeOf(node: Node, { source }: Program): string {
  return source.text.slice(node.startIndex, node.endIndex);
}

export function placeOfNode(node: Node, { lines }: Program): FileLocation {
  return placeOf(lines, node.startIndex, node.endIndex);
}

export function isString(node: Node): boolean {
  return STRINGS.has(node.type);
}

/** A string without computed parts: its text and the range between its quotes; null for anything else. */
export function stringIn(node: Node, program: Program): { text: string; start: number; end: number } | null {
  if (!isString(node) || node.type === 'concatenated_string') return null;
  if (node.namedChildren.some((child) => COMPUTED_PARTS.test(child.type))) return null;
  const code = codeOf(node, program);
  const quoted = /^[a-zA-Z$@]{0,3}("""|'''|["'`])/.exec(code);
  const quote = quoted?.[1];
  if (quoted === null || quote === undefined) return null;
  const isClosed = code.length >= quoted[0].length + quote.length && code.endsWith(quote);
  const start = node.startIndex + quoted[0].length;
  const end = isClosed ? node.endIndex - quote.length : node.endIndex;
  return { text: program.source.text.slice(start, end), start, end };
}

/** The expression inside of brackets, casts and the like. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (let depth = 0; depth < 20; depth++) {
    const isReference = inner.type === 'unary_expression' && inner.child(0)?.type === '&';
    if (!WRAPPERS.has(inner.type) && !isReference) return inner;
    const children = inner.namedChildren.filter((child) => child.type !== 'comment');
    const next = VALUE_LAST.has(inner.type) ? children.at(-1) : children[0];
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

/** What a call calls: `rds.DatabaseCluster`; null for anything else. */
export function calleeOf(node: Node): Node | null {
  return (
    node.childForFieldName('function') ??
    node.childForFieldName('constructor') ??
    (node.type === 'method_invocation'
      ? node.childForFieldName('name')
      : CALLS.has(node.type)
        ? node.childForFieldName('type')
        : null)
  );
}

export function argumentsOf(node: Node): Node[] {
  const list = node.childForFieldName('arguments');
  if (list === null) return [];
  return list.namedChildren.filter((child) => !child.type.endsWith('comment'));
}

/** The last name of a dotted name. */
export function lastName(node: Node, program: Program): string {
  return /([A-Za-z_$][\w$]*)\W*$/.exec(codeOf(node, program))?.[1] ?? '';
}

export function ancestorsOf(node: Node): Node[] {
  const ancestors: Node[] = [];
  for (let parent = node.parent; parent !== null && ancestors.length < 200; parent = parent.parent)
    ancestors.push(parent);
  return ancestors;
}

export function isComment(node: Node): boolean {
  return node.type.endsWith('comment');
}

export function isSame(a: Node | null, b: Node): boolean {
  return a !== null && a.id === b.id;
}
