import type { SourceFile } from '../source.ts';
import { readJson } from '../document/json.ts';
import { entriesOf, itemsOf } from '../document/node.ts';
import type { MapNode, Node, Span } from '../document/node.ts';
import { Cursor } from './expressions/cursor.ts';
import { readMultiLineExpression } from './expressions/expression.ts';
import { readTemplateText } from './expressions/template.ts';
import type { Attribute, Block, Body, Expression, HclFile, Label } from './syntax.ts';

/** Number of labels of each block type in HCL. In JSON, each label is a level of objects. */
const LABEL_COUNTS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};
/** Resource arguments that are maps; any other object in a resource is a nested block. */
const MAP_ARGUMENTS: ReadonlySet<string> = new Set([
  'tags',
  'tags_all',
  'dimensions',
  'for_each',
  'environment',
  'triggers',
]);

/** Types of blocks in which objects are values, not nested blocks. */
const VALUES_ONLY: ReadonlySet<string> = new Set(['module', 'variable', 'output', 'locals']);

/** Parses a file in Terraform's JSON syntax to the same result as HCL. */
export function parseJsonCode(source: SourceFile): HclFile {
  const { root, errors } = readJson(source);
  const blocks = entriesOf(root).flatMap(({ key, keySpan, value }) => {
    const labels = LABEL_COUNTS[key];
    return labels === undefined ? [] : blocksInJson(key, keySpan, value, labels, []);
  });
  return fileOf(source, { attributes: [], blocks }, errors);
}

/** Parses a JSON variables file, or any other file of plain values. */
export function parseJsonValues(source: SourceFile): HclFile {
  const { root, errors } = readJson(source);
  const attributes = entriesOf(root).map(({ key, keySpan, value }) => attribute(key, keySpan, value));
  return fileOf(source, { attributes, blocks: [] }, errors);
}

function fileOf(
  source: SourceFile,
  body: Body,
  errors: readonly { line: number; message: string }[],
): HclFile {
  const { file, text } = source;
  return { file, text, body, errors: errors.map(({ line, message }) => ({ line, near: message })) };
}

function blocksInJson(
  type: string,
  typeSpan: Span,
  node: Node,
  labels: number,
  above: readonly Label[],
): Block[] {
  if (node.kind === 'list') {
    return itemsOf(node).flatMap((item) => blocksInJson(type, typeSpan, item, labels, above));
  }
  if (node.kind !== 'map') return [];
  if (labels === 0)
    return [{ type, typeSpan, labels: above, body: bodyOf(node, !VALUES_ONLY.has(type)), unread: null }];
  return entriesOf(node).flatMap(({ key, keySpan, value }) =>
    blocksInJson(type, typeSpan, value, labels - 1, [...above, { text: key, ...onlySpan(keySpan) }]),
  );
}

/** Body of a resource in a plan or state: strings are not templates, and lists of objects are nested blocks. */
export function bodyOfPlannedValues({ entries }: MapNode): Body {
  const blocks = entries.flatMap(({ key, keySpan, value }) => {
    const nested =
      isBlock(value) && !(value.kind === 'map' && MAP_ARGUMENTS.has(key)) ? [value].flatMap(listItems) : [];
    return nested.flatMap((node): Block[] =>
      node.kind === 'map'
        ? [{ type: key, typeSpan: keySpan, labels: [], body: bodyOfPlannedValues(node), unread: null }]
        : [],
    );
  });
  const attributes = entries
    .filter(({ key, value }) => !isBlock(value) || (value.kind === 'map' && MAP_ARGUMENTS.has(key)))
    .map(({ key, keySpan, value }) => ({
      name: key,
      nameSpan: keySpan,
      value: expressionOf(value, literalString),
    }));
  return { attributes, blocks };
}

function listItems(node: Node): readonly Node[] {
  return node.kind === 'list' ? node.items : [node];
}

function literalString(value: string, span: Span): Expression {
  return { kind: 'literal', value, text: value, ...span };
}

function bodyOf(node: MapNode, hasBlocks: boolean): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (const { key, keySpan, value } of node.entries) {
    if (!hasBlocks || MAP_ARGUMENTS.has(key) || !isBlock(value))
      attributes.push(attribute(key, keySpan, value));
    else blocks.push(...blocksInJson(key, keySpan, value, key === 'dynamic' ? 1 : 0, []));
  }
  return { attributes, blocks };
}

function isBlock(node: Node): boolean {
  if (node.kind === 'map') return true;
  return node.kind === 'list' && node.items.length > 0 && node.items.every((item) => item.kind === 'map');
}

function attribute(name: string, nameSpan: Span, value: Node): Attribute {
  return { name, nameSpan, value: expressionOf(value) };
}

function expressionOf(node: Node, readString = stringOf): Expression {
  const span = onlySpan(node);
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string'
        ? readString(node.value, span)
        : { kind: 'literal', value: node.value, text: node.text, ...span };
    case 'list':
      return { kind: 'list', items: node.items.map((item) => expressionOf(item, readString)), ...span };
    case 'map':
      return {
        kind: 'object',
        entries: node.entries.map(({ key, keySpan, value }) => ({
          key: { kind: 'literal', value: key, text: key, ...onlySpan(keySpan) },
          value: expressionOf(value, readString),
        })),
        ...span,
      };
  }
}

function onlySpan({ lines, start, end }: Span): Span {
  return { lines, start, end };
}

/** Expression for a string in JSON syntax, which is a template. All of it has the place of the string. */
function stringOf(value: string, span: Span): Expression {
  if (!/[$%]\{/.test(value)) return literalString(value, span);
  return readTemplateText(new Cursor({ file: span.lines.file, text: value }, span), readMultiLineExpression);
}
