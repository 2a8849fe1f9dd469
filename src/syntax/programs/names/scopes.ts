import type { Node } from '../nodes.ts';
import { codeOf, isSameNode, MEMBERS } from '../program.ts';

const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['function_declaration', 'function_expression', 'generator_function', 'generator_function_declaration'],
  ...['arrow_function', 'method_definition', 'function_definition', 'lambda', 'lambda_expression'],
  ...['method_declaration', 'constructor_declaration', 'func_literal', 'local_function_statement'],
  ...['anonymous_method_expression'],
]);
const CLASSES: ReadonlySet<string> = new Set([
  ...['class_declaration', 'abstract_class_declaration', 'class', 'class_definition', 'record_declaration'],
  ...['interface_declaration', 'enum_declaration', 'struct_declaration'],
]);
const SELF_NAME = /^(?:this|self|cls)$/;

export function isFunction(node: Node): boolean {
  return FUNCTIONS.has(node.type);
}

export function isClass(node: Node): boolean {
  return CLASSES.has(node.type);
}

/** Object or type that a name is a member of; null for a plain name. */
export function ownerOf(node: Node): Node | null {
  if (!MEMBERS.has(node.type)) return null;
  const owner =
    node.childForFieldName('object') ?? node.childForFieldName('operand') ?? node.children[0] ?? null;
  return owner === null || isSameNode(owner, node) ? null : owner;
}

export function isSelf(owner: Node): boolean {
  return SELF_NAME.test(codeOf(owner));
}
