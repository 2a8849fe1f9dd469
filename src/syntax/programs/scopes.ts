import type { Node } from './nodes.ts';
import { ancestorsOf } from './nodes.ts';
import { codeOf, isSame, lastName, MEMBERS, type Declared } from './program.ts';

// Which of the declarations of a name an expression means: those of the innermost function, class or file.

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
const BLOCK = /block$|^switch_(?:case|default|section)$|_(?:case|clause)$/;
const SELF = /^(?:this|self|cls)$/;

export function isFunction(node: Node): boolean {
  return FUNCTIONS.has(node.type);
}

export function isClass(node: Node): boolean {
  return CLASSES.has(node.type);
}

/** The object or type that a name is a member of; null for a plain name. */
export function ownerOf(node: Node): Node | null {
  if (!MEMBERS.has(node.type)) return null;
  const owner =
    node.childForFieldName('object') ?? node.childForFieldName('operand') ?? node.children[0] ?? null;
  return owner === null || isSame(owner, node) ? null : owner;
}

export function isSelf(owner: Node): boolean {
  return SELF.test(codeOf(owner));
}

/** What a declaration belongs to: a class for a field, else the innermost function, class or file. */
export function scopeOf(declared: Node, isField: boolean): Node {
  const around = ancestorsOf(declared);
  return around.find((each) => isClass(each) || (!isField && isFunction(each))) ?? around.at(-1) ?? declared;
}

/** The block in which a variable is declared; null outside of any. */
export function blockOf(declared: Node): Node | null {
  return ancestorsOf(declared).find(({ type }) => BLOCK.test(type)) ?? null;
}

/** The declarations of a name that an expression, a name or a member, means. */
export function inScope(all: readonly Declared[], user: Node): readonly Declared[] {
  const owner = ownerOf(user);
  if (owner !== null && !isSelf(owner)) return inType(all, lastName(owner));
  const wanted = all.filter(({ asMember }) => asMember !== (owner === null ? 'only' : 'never'));
  const around = ancestorsOf(user);
  for (const scope of around) {
    const found = wanted.filter((declared) => isSame(declared.scope, scope));
    if (found.length > 0) return inBlock(found, around);
  }
  // What a class of the file inherits from another one.
  return wanted.filter(({ asMember, scope }) => asMember !== 'never' && isClass(scope));
}

function inType(all: readonly Declared[], type: string): readonly Declared[] {
  return all.filter(({ asMember, scope }) => {
    const name = asMember === 'never' ? null : scope.childForFieldName('name');
    return name !== null && codeOf(name) === type;
  });
}

/** A variable of an inner block hides the one outside, and is not seen from other blocks. */
function inBlock(found: readonly Declared[], around: readonly Node[]): readonly Declared[] {
  const blocks = found.flatMap(({ block }) => block ?? []);
  const [innermost] = around.filter((node) => blocks.some((block) => isSame(block, node)));
  if (innermost === undefined) return found;
  return found.filter(({ block, name }) =>
    block === null
      ? innermost.startIndex <= name.startIndex && name.endIndex <= innermost.endIndex
      : isSame(block, innermost),
  );
}
