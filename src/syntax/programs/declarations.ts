import type { Node } from './nodes.ts';
import { eachOf } from './loops.ts';
import { parentOf } from './nodes.ts';
import { parameterOf } from './parameters.ts';
import {
  codeOf,
  isSame,
  MEMBERS,
  nodesNamed,
  programOf,
  type Declared,
  type Meaning,
  type Program,
} from './program.ts';
import { blockOf, inScope, isClass, isSelf, ownerOf, scopeOf } from './scopes.ts';

const maxDeclarationsOfName = 60;
const DECLARATIONS: ReadonlySet<string> = new Set([
  ...['variable_declarator', 'public_field_definition', 'field_definition', 'assignment_expression'],
  ...['assignment', 'const_spec', 'var_spec', 'short_var_declaration', 'assignment_statement'],
  ...['enum_assignment', 'property_declaration', 'as_pattern'],
]);
const DEFAULTS: ReadonlySet<string> = new Set([
  ...['default_parameter', 'typed_default_parameter', 'required_parameter', 'optional_parameter'],
  ...['assignment_pattern', 'object_assignment_pattern', 'parameter'],
]);
/** What declares a variable of its block; an assignment is to one that is declared further out. */
const IN_BLOCK: ReadonlySet<string> = new Set(['variable_declarator', 'short_var_declaration']);
/** Fields that are only reached through their object; those of other languages also by their name. */
const ONLY_MEMBERS: ReadonlySet<string> = new Set([
  ...['public_field_definition', 'field_definition', 'member_expression', 'attribute'],
]);

/** What a name or a member means where it is used. */
export function declarationsOf(name: string, user: Node): readonly Declared[] {
  const home = programOf(user);
  const others = allOf(name, home).filter(
    (declared) => !isSame(declared.name, user) && !isInValue(user, declared.meaning),
  );
  return inScope(others, user);
}

/** Every declaration of a name in a program. */
export function allOf(name: string, program: Program): readonly Declared[] {
  let known = program.declared.get(name);
  if (known === undefined) {
    known = nodesNamed(name, program).flatMap((node) => declaredBy(node));
    known = known.slice(0, maxDeclarationsOfName);
    program.declared.set(name, known);
  }
  return known;
}

function isInValue(node: Node, meaning: Meaning): boolean {
  if (meaning.kind !== 'value') return false;
  return meaning.value.startIndex <= node.startIndex && node.endIndex <= meaning.value.endIndex;
}

/** A meaning and the node that gives it to a name. */
interface Giving {
  meaning: Meaning;
  by: Node;
  asMember?: Declared['asMember'];
}

function declaredBy(name: Node): Declared[] {
  const parameter = parameterOf(name);
  const each = eachOf(name);
  const givings: (Giving | null)[] = [
    each,
    parameter === null || each !== null ? null : { meaning: parameter, by: parameter.of },
    partOf(name),
    valueGiven(name),
  ];
  return givings.flatMap((giving) => {
    if (giving === null) return [];
    const { meaning, by, asMember = 'never' } = giving;
    const from = meaning.kind === 'part' ? meaning.whole : meaning;
    const isInTurn = 'kind' in from && from.kind === 'each';
    const isOfBlock = asMember === 'never' && IN_BLOCK.has(by.type);
    const block = isInTurn ? by : isOfBlock ? blockOf(by) : null;
    const own: Declared = { name, meaning, asMember, scope: scopeOf(name, asMember !== 'never'), block };
    return isFieldToo(name) ? [own, { ...own, asMember: 'only', scope: scopeOf(name, true) }] : [own];
  });
}

/** `constructor(private readonly version: string)` */
function isFieldToo(node: Node): boolean {
  const parent = parentOf(node);
  return (
    parent?.type === 'required_parameter' &&
    parent.namedChildren.some((child) => child.type === 'accessibility_modifier')
  );
}

/** A name in a pattern: `const { version, engine: kind } = props`. */
function partOf(name: Node): Giving | null {
  const parent = parentOf(name);
  const isDefaulted = parent?.type.endsWith('assignment_pattern') === true;
  const item = isDefaulted ? parent : name;
  if (isDefaulted && !isSame(item.childForFieldName('left'), name)) return null;
  const around = parentOf(item);
  const pair = around?.type === 'pair_pattern' ? around : null;
  if (pair !== null && !isSame(pair.childForFieldName('value'), item)) return null;
  const pattern = parentOf(pair ?? item);
  const by = pattern === null ? null : parentOf(pattern);
  if (pattern?.type !== 'object_pattern' || by === null) return null;
  const key = codeOf(pair?.childForFieldName('key') ?? name);
  const each = eachOf(pattern);
  if (each !== null) return { meaning: { kind: 'part', whole: each.meaning, key }, by: each.by };
  const whole = by.type === 'variable_declarator' ? by.childForFieldName('value') : parameterOf(pattern);
  return whole === null ? null : { meaning: { kind: 'part', whole, key }, by };
}

function valueGiven(node: Node): Giving | null {
  let name = node;
  let parent = parentOf(name);
  const member = parent !== null && MEMBERS.has(parent.type) ? parent : null;
  if (member !== null) {
    const owner = ownerOf(member);
    if (owner === null || isSame(owner, node) || !isSelf(owner)) return null;
    name = member;
    parent = parentOf(member);
  }
  // `with open(…) as file`
  if (parent?.type === 'as_pattern_target') {
    name = parent;
    parent = parentOf(parent);
  }
  let position = 0;
  if (parent?.type === 'expression_list') {
    position = parent.namedChildren.findIndex((child) => isSame(child, name));
    name = parent;
    parent = parentOf(parent);
  }
  if (parent === null) return null;
  const isDefault = DEFAULTS.has(parent.type);
  if (!isDefault && !DECLARATIONS.has(parent.type)) return null;
  if (parentOf(parent)?.type === 'initializer_expression') return null;
  const value = valueIn(parent, name);
  const items = value?.type === 'expression_list' ? value.namedChildren : [value];
  const item = items[position] ?? null;
  if (item === null || isSame(item, name)) return null;
  return {
    meaning: { kind: 'value', value: item, isDefault },
    by: parent,
    asMember: reachOf(member ?? parent),
  };
}

/** The value in what declares a name; null when the name is another part of it. */
function valueIn(declaring: Node, name: Node): Node | null {
  if (declaring.type === 'as_pattern') return declaring.firstNamedChild;
  const [first] = declaring.namedChildren.filter(
    (child) => !/modifier|decorator|attribute_list/.test(child.type),
  );
  const field =
    declaring.childForFieldName('name') ??
    declaring.childForFieldName('left') ??
    declaring.childForFieldName('pattern') ??
    first;
  if (field === undefined || !isSame(field, name)) return null;
  return (
    declaring.childForFieldName('value') ??
    declaring.childForFieldName('right') ??
    lastExpression(declaring, name)
  );
}

function lastExpression(parent: Node, name: Node): Node | null {
  const last = parent.lastNamedChild;
  return last !== null && last.startIndex > name.startIndex && !/type|block|accessor/.test(last.type)
    ? last
    : null;
}

/** `by` is the member that is assigned to, or what declares the name. */
function reachOf(by: Node): Declared['asMember'] {
  if (ONLY_MEMBERS.has(by.type)) return 'only';
  return MEMBERS.has(by.type) || isClass(scopeOf(by, false)) ? 'also' : 'never';
}
