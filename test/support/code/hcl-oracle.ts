import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { parseHcl, type Body, type Expression, type TraversalStep } from '../../../src/syntax/index.ts';

const { resolve } = createRequire(import.meta.url);

/** Parts of a text with their places: `attribute engine 3:2`, `string aurora-mysql 3:12`, from zero. */
export type Outline = string[];

/** Reads HCL with tree-sitter's grammar; null on a syntax error. */
export async function treeSitterOutline(): Promise<(text: string) => Outline | null> {
  await Parser.init({ wasmBinary: await readFile(resolve('web-tree-sitter/web-tree-sitter.wasm')) });
  const grammar = await readFile(resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm'));
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null || tree.rootNode.hasError) return null;
    const outline: Outline = [];
    visit(tree.rootNode, outline);
    tree.delete();
    return outline.sort();
  };
}

function visit(node: Node, outline: Outline): void {
  const [first] = node.namedChildren;
  const at = (found: Node): string => `${found.startPosition.row}:${found.startPosition.column}`;
  if (node.type === 'attribute' && first) outline.push(`attribute ${first.text} ${at(first)}`);
  if (node.type === 'block' && first) outline.push(`block ${first.text} ${at(first)}`);
  if (node.type === 'variable_expr') outline.push(`name ${node.text} ${at(node)}`);
  if (node.type === 'function_call' && first) outline.push(`call ${first.text} ${at(node)}`);
  const literal =
    node.type === 'string_lit' ? node.namedChildren.find((child) => child.type === 'template_literal') : null;
  const isLabel = node.parent?.type === 'block';
  if (literal && !isLabel && isComparable(node.text.slice(1, -1))) {
    outline.push(`string ${literal.text} ${at(literal)}`);
  }
  for (const child of node.namedChildren) visit(child, outline);
}

/** The same parts by our own parser. */
export function ownOutline(text: string): Outline {
  const { body } = parseHcl({ file: 'main.tf', text });
  const outline: Outline = [];
  visitBody(body, outline);
  return outline.sort();
}

function place({ lines, start }: Pick<Expression, 'lines' | 'start'>): string {
  const row = lines.starts.findLastIndex((begin) => begin <= start);
  return `${row}:${start - (lines.starts[row] ?? 0)}`;
}

function visitBody(body: Body, outline: Outline): void {
  for (const { name, nameSpan, value } of body.attributes) {
    outline.push(`attribute ${name} ${place(nameSpan)}`);
    visitExpression(value, outline);
  }
  for (const { type, typeSpan, body: inner } of body.blocks) {
    outline.push(`block ${type} ${place(typeSpan)}`);
    visitBody(inner, outline);
  }
}

function visitExpression(expression: Expression, outline: Outline): void {
  switch (expression.kind) {
    case 'literal':
      if (typeof expression.value === 'string' && isPlain(expression)) {
        outline.push(`string ${expression.text} ${place(expression)}`);
      }
      break;
    case 'template':
      for (const part of expression.parts) if (part.kind !== 'literal') visitExpression(part, outline);
      break;
    case 'list':
      for (const item of expression.items) visitExpression(item, outline);
      break;
    case 'object':
      for (const { key, value } of expression.entries) {
        visitExpression(key, outline);
        visitExpression(value, outline);
      }
      break;
    case 'reference':
      outline.push(`name ${expression.root} ${place(expression)}`);
      visitSteps(expression.steps, outline);
      break;
    case 'access':
      visitExpression(expression.base, outline);
      visitSteps(expression.steps, outline);
      break;
    case 'call':
      outline.push(`call ${expression.name} ${place(expression)}`);
      for (const arg of expression.args) visitExpression(arg, outline);
      break;
    case 'conditional':
      for (const part of [expression.condition, expression.yes, expression.no])
        visitExpression(part, outline);
      break;
    case 'operation':
      for (const operand of expression.operands) visitExpression(operand, outline);
      break;
    case 'for':
      for (const part of [
        expression.collection,
        expression.resultKey,
        expression.result,
        expression.condition,
      ]) {
        if (part !== null) visitExpression(part, outline);
      }
      break;
    case 'opaque':
      break;
  }
}

/** True for a quoted text: of heredocs and templates only the content is compared. */
function isPlain({ start, end, text }: Expression & { kind: 'literal' }): boolean {
  return end - start === text.length && !text.includes('\n') && isComparable(text);
}

/** Text without escapes and margins, which the grammar omits. */
function isComparable(text: string): boolean {
  return text !== '' && text.trim() === text && !/\\|\$\$|%%/.test(text);
}

function visitSteps(steps: readonly TraversalStep[], outline: Outline): void {
  for (const step of steps) if (step.kind === 'index') visitExpression(step.key, outline);
}
