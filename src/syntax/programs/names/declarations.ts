import { memoize } from '../../../model/index.ts';
import { ancestorsOf, isWithin, parentOf, programOf, type Node, type Program } from '../nodes.ts';
import { codeOf, isSameNode, lastName, MEMBERS, nodesNamed } from '../program.ts';
import { isClass, isFunction, isSelf, ownerOf } from './scopes.ts';

// Declarations of names: constants, fields of classes, defaults of parameters. A name with several values, or with one
// that is only known at run time, has no declaration here.

/** A name and its declared expression. */
export interface DeclaredName {
  /** Null if the value comes from outside: a parameter without a default, an item of a loop. */
  value: Node | null;
  /** True for the default of a parameter, which a caller can override. */
  isDefault: boolean;
  /** Field of the declared value: `const { version } = settings`. */
  field: string | null;
  /** Block, function, class or file in which the name is visible. */
  scope: Node;
}

const DECLARATIONS: ReadonlySet<string> = new Set([
  ...['variable_declarator', 'public_field_definition', 'field_definition', 'property_declaration'],
  ...['const_spec', 'var_spec', 'short_var_declaration', 'assignment_statement', 'enum_assignment'],
  ...['assignment', 'assignment_expression', 'augmented_assignment', 'augmented_assignment_expression'],
]);
const DEFAULTS: ReadonlySet<string> = new Set([
  ...['default_parameter', 'typed_default_parameter', 'required_parameter', 'optional_parameter'],
  ...['assignment_pattern', 'object_assignment_pattern', 'parameter'],
]);
/** Lists of names whose values are only known at run time. */
const UNKNOWN_NAME_LIST = /parameters$|_pattern$|^pattern_list$/;
/** Parameters and heads of loops, which contain more than one name. */
const UNKNOWN_VALUE = /parameter|^for_|^(?:foreach|enhanced_for)_statement$|^range_clause$|^arrow_function$/;
const ASSIGNS = /^(?:augmented_)?assignment_(?:expression|statement)$/;
const BLOCK_SCOPED: ReadonlySet<string> = new Set(['variable_declarator', 'short_var_declaration']);
const BLOCK_NODE = /block$|^switch_(?:case|default|section)$|_(?:case|clause)$/;
/** Fields that need their object to be accessed; fields of Java and C# do not. */
const MEMBER_ONLY_FIELD = /^(?:public_)?field_definition$/;

/** True for a node that assigns a value to a name. */
export function declares({ type }: Node): boolean {
  return DECLARATIONS.has(type) || DEFAULTS.has(type);
}

/** The only declaration that a name can refer to where it is used: `version`, `this.version`, `Versions.ORDERS`. */
export function declarationOf(user: Node): DeclaredName | null {
  const owner = ownerOf(user);
  const all = declarationsOf(lastName(user), programOf(user)).filter(({ name }) => !isSameNode(user, name));
  const around = ancestorsOf(user);
  if (owner === null) {
    const plain = all.filter(({ isMember }) => !isMember);
    const scope = around.find((each) => plain.some((declared) => isSameNode(declared.scope, each)));
    // A block may assign a new value to a variable of the function around it.
    const canBeMeant = (each: FoundDeclaration): boolean =>
      scope !== undefined &&
      (isSameNode(each.scope, scope) || (each.isAssigned && isWithin(each.name, scope)));
    return onlyOne(plain.filter(canBeMeant));
  }
  const type = isSelf(owner) ? around.find(isClass) : null;
  if (type === undefined) return null;
  return onlyOne(
    all.filter(({ scope }) => (type === null ? isCalled(scope, lastName(owner)) : isSameNode(type, scope))),
  );
}

/** The only declaration of a name at the top level of a program, or in a class with that name. */
export function exportedDeclaration(
  program: Program,
  name: string,
  inClass: string | null = null,
): DeclaredName | null {
  return onlyOne(
    declarationsOf(name, program).filter(({ scope, isMember }) =>
      inClass === null ? !isMember && parentOf(scope) === null : isCalled(scope, inClass),
    ),
  );
}

function onlyOne([first, ...others]: readonly DeclaredName[]): DeclaredName | null {
  return first === undefined || others.length > 0 ? null : first;
}

function isCalled(scope: Node, name: string): boolean {
  const own = isClass(scope) ? scope.childForFieldName('name') : null;
  return own !== null && codeOf(own) === name;
}

interface FoundDeclaration extends DeclaredName {
  name: Node;
  /** True for a field accessed only through its object. */
  isMember: boolean;
  /** True for an assignment to a variable that another statement declares. */
  isAssigned: boolean;
}

const declarationsOf = memoize(
  (name: string, program: Program): readonly FoundDeclaration[] =>
    nodesNamed(name, program).flatMap((node) => declarationIn(node) ?? []),
  (name, program) => [program, name],
);

function declarationIn(node: Node): FoundDeclaration | null {
  const member = parentOf(node);
  const isMember = member !== null && MEMBERS.has(member.type);
  // `this.version = …` assigns to a field of a class.
  const owner = isMember ? ownerOf(member) : null;
  if (isMember && (owner === null || !isSelf(owner) || isSameNode(owner, node))) return null;
  const name = isMember ? member : node;
  const parent = parentOf(name);
  const list = parent?.type === 'expression_list' ? parent : null;
  const by = list === null ? parent : parentOf(list);
  if (by === null || parentOf(by)?.type === 'initializer_expression') return null;
  const isField = isMember || MEMBER_ONLY_FIELD.test(by.type);
  const scope = scopeOf(by, isField);
  const found = { name, scope, isMember: isField, isAssigned: ASSIGNS.test(by.type), field: null };
  const position = list?.namedChildren.findIndex((each) => isSameNode(each, name)) ?? 0;
  if (declares(by) && isNameOf(list ?? name, by)) {
    const value = by.type.startsWith('augmented') ? null : valueIn(by, list ?? name);
    const items = value?.type === 'expression_list' ? value.namedChildren : [value];
    // `String version;` declares a variable that another statement assigns.
    if (value === null && BLOCK_SCOPED.has(by.type)) return null;
    return { ...found, value: items[position] ?? null, isDefault: DEFAULTS.has(by.type) };
  }
  return hasUnknownValue(list ?? name, by) ? { ...found, ...destructuredField(name, by) } : null;
}

function hasUnknownValue(name: Node, by: Node): boolean {
  if (by.type === 'pair_pattern') return isSameNode(by.childForFieldName('value'), name);
  if (by.type === 'arrow_function') return isSameNode(by.childForFieldName('parameter'), name);
  return (
    UNKNOWN_NAME_LIST.test(by.type) || (UNKNOWN_VALUE.test(by.type) && !declares(by) && isNameOf(name, by))
  );
}

/** Field of a destructured object: `const { version, engine: kind } = settings`. */
function destructuredField(name: Node, by: Node): Pick<DeclaredName, 'value' | 'field' | 'isDefault'> {
  const pattern = by.type === 'pair_pattern' ? parentOf(by) : by;
  const declarator = pattern?.type === 'object_pattern' ? parentOf(pattern) : null;
  const value = declarator?.type === 'variable_declarator' ? declarator.childForFieldName('value') : null;
  const key = by.type === 'pair_pattern' ? by.childForFieldName('key') : name;
  return { value, field: value === null || key === null ? null : codeOf(key), isDefault: false };
}

function scopeOf(by: Node, isField: boolean): Node {
  const around = ancestorsOf(by);
  const isScope = (each: Node): boolean =>
    isClass(each) ||
    (!isField && (isFunction(each) || (BLOCK_SCOPED.has(by.type) && BLOCK_NODE.test(each.type))));
  return around.find(isScope) ?? around.at(-1) ?? by;
}

function isNameOf(name: Node, declaring: Node): boolean {
  const field =
    declaring.childForFieldName('name') ??
    declaring.childForFieldName('left') ??
    declaring.childForFieldName('pattern') ??
    declaring.namedChildren.find(({ type }) => !/modifier|decorator|attribute_list/.test(type));
  return isSameNode(field ?? null, name);
}

function valueIn(declaring: Node, name: Node): Node | null {
  const named = declaring.childForFieldName('value') ?? declaring.childForFieldName('right');
  if (named !== null) return named;
  const last = declaring.lastNamedChild;
  const isAfter = last !== null && last.startIndex > name.startIndex;
  return isAfter && !/type|block|accessor|identifier/.test(last.type) ? last : null;
}
