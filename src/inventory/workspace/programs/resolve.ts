import type { Node } from 'web-tree-sitter';
import type { Use } from '../../../model/index.ts';
import type { KnownValue } from '../pieces.ts';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  isComment,
  isSame,
  isString,
  lastName,
  MEMBERS,
  placeOfNode,
  unwrap,
  type Declared,
  type Program,
} from './program.ts';
import { plainName, propertiesOf, type Property } from './properties.ts';

/** An expression that is written out, at the end of the names that lead to it. */
export interface Target {
  node: Node;
  how: KnownValue['how'];
  uses: readonly Use[];
}

const DEEPEST = 12;
const MOST = 20;
const MOST_LOOKED = 500;
/** Functions that hand their only argument on. */
const HANDS_ON =
  /^(?:String|Strings|StringPtr|Number|Float64|Int|IntPtr|Bool|BoolPtr|str|Ptr|freeze|output|of)$/;
/** Functions whose last argument is what they give when nothing is set. */
const WITH_DEFAULT =
  /^(?:get|getenv|getEnv|env|environ|getOrDefault|getOrElse|GetValueOrDefault|GetEnv|fromEnv|requireEnv)$/;
const CHOICES: ReadonlySet<string> = new Set(['ternary_expression', 'conditional_expression']);
const FALLBACKS: ReadonlySet<string> = new Set(['binary_expression', 'boolean_operator']);
const DECLARATIONS: ReadonlySet<string> = new Set([
  ...['variable_declarator', 'public_field_definition', 'field_definition', 'assignment_expression'],
  ...['assignment', 'const_spec', 'var_spec', 'short_var_declaration', 'assignment_statement'],
  ...['enum_assignment', 'property_declaration'],
]);
const DEFAULTS: ReadonlySet<string> = new Set([
  ...['default_parameter', 'typed_default_parameter', 'required_parameter', 'optional_parameter'],
  ...['assignment_pattern', 'object_assignment_pattern', 'parameter'],
]);

/** Follows an expression through constants, fields and defaults of its file to what is written. `user` uses it. */
export function resolve(expression: Node, user: string, program: Program, depth = 0): Target[] {
  const node = unwrap(expression);
  const isTooMuch = depth > DEEPEST || --program.budget.steps < 0;
  const found = isTooMuch ? [] : follow(node, user, program, depth);
  return found.length > 0 ? found.slice(0, MOST) : [{ node, how: 'literal', uses: [] }];
}

/** The properties of an expression, also of an object that has a name, and of objects that it spreads. */
export function resolvedProperties(expression: Node, program: Program, depth = 0): Property[] {
  const node = unwrap(expression);
  const own = propertiesOf(node, program);
  if (depth > DEEPEST || --program.budget.steps < 0) return own;
  if (node.type === 'object' || node.type === 'dictionary') {
    const spread = node.namedChildren
      .filter((child) => /^(?:spread_element|dictionary_splat)$/.test(child.type))
      .flatMap((child) => child.firstNamedChild ?? [])
      .flatMap((child) => resolvedProperties(child, program, depth + 1));
    return [...spread, ...own];
  }
  if (own.length > 0 || isString(node) || !isName(node)) return own;
  return resolve(node, '', program, depth + 1)
    .filter((target) => !isSame(target.node, node))
    .flatMap((target) => propertiesOf(target.node, program));
}

function isName(node: Node): boolean {
  return MEMBERS.has(node.type) || node.type.endsWith('identifier');
}

function follow(node: Node, user: string, program: Program, depth: number): Target[] {
  const inner = (next: Node): Target[] => resolve(next, user, program, depth + 1);
  if (CHOICES.has(node.type)) {
    const branches = [
      node.childForFieldName('consequence') ??
        (node.type === 'conditional_expression' ? node.namedChild(0) : null),
      node.childForFieldName('alternative') ?? node.namedChild(node.namedChildCount - 1),
    ];
    return branches.flatMap((branch) => (branch === null ? [] : inner(branch)));
  }
  if (FALLBACKS.has(node.type)) {
    if (!/^(?:\|\||\?\?|or)$/.test(node.childForFieldName('operator')?.type ?? '')) return [];
    const [left, right] = [node.childForFieldName('left'), node.childForFieldName('right')];
    const known = left === null ? [] : inner(left).filter((target) => isString(target.node));
    return [...known, ...(right === null ? [] : inner(right).map(asDefault))];
  }
  if (CALLS.has(node.type)) return followCall(node, inner, program);
  if (!isName(node)) return [];
  const use = { location: placeOfNode(node, program), name: user };
  return followName(node, program, depth).map((target) => ({ ...target, uses: [...target.uses, use] }));
}

function followCall(node: Node, inner: (next: Node) => Target[], program: Program): Target[] {
  const callee = calleeOf(node);
  const args = argumentsOf(node);
  const last = args.at(-1);
  if (callee === null || last === undefined) return [];
  const name = lastName(callee, program);
  const isEnumeration = /EngineVersion/.test(codeOf(callee, program)) || isEngineVersionCall(node, program);
  if (args.length === 1 && HANDS_ON.test(name) && !isEnumeration) return inner(last);
  return args.length >= 2 && WITH_DEFAULT.test(name) ? inner(last).map(asDefault) : [];
}

function isEngineVersionCall(node: Node, program: Program): boolean {
  const owner = node.childForFieldName('object');
  return owner !== null && /EngineVersion$/.test(codeOf(owner, program));
}

function asDefault(target: Target): Target {
  return target.how === 'literal' ? { ...target, how: 'default' } : target;
}

function followName(node: Node, program: Program, depth: number): Target[] {
  const code = codeOf(node, program);
  if (/EngineVersion\b/.test(code)) return [];
  const name = lastName(node, program);
  if (MEMBERS.has(node.type)) {
    const owner = node.childForFieldName('object') ?? node.childForFieldName('operand') ?? node.namedChild(0);
    if (owner !== null && !isSame(owner, node) && !/^(?:this|self|cls)$/.test(codeOf(owner, program))) {
      const fields = ownerProperties(owner, program, depth + 1).filter(
        (property) => property.name === plainName(name),
      );
      if (fields.length > 0)
        return fields.flatMap(({ value }) => resolve(value, name, program, depth + 1)).map(asConstant);
      // A field of something that is not in this file: only names of types and modules lead to its constants.
      if (!/^[A-Z][\w.]*$/.test(codeOf(owner, program))) return [];
    }
  }
  return declarationsOf(name, program, node).flatMap(({ value, isDefault }) =>
    resolve(value, name, program, depth + 1).map(isDefault ? asDefault : asConstant),
  );
}

/** The properties of an object, or those that made a resource: `cluster.engine` is what the cluster was given. */
function ownerProperties(owner: Node, program: Program, depth: number): Property[] {
  const own = resolvedProperties(owner, program, depth);
  if (own.length > 0 || !isName(owner)) return own;
  return resolve(owner, '', program, depth)
    .filter(({ node }) => CALLS.has(node.type))
    .flatMap(({ node }) => givenProperties(node, program, depth + 1));
}

/** The properties that a call is given, in whatever form. */
export function givenProperties(call: Node, program: Program, depth = 0): Property[] {
  const own = call.type === 'method_invocation' ? [] : propertiesOf(call, program);
  return [
    ...own,
    ...argumentsOf(call).flatMap((argument) =>
      argument.type === 'keyword_argument' ? [] : resolvedProperties(argument, program, depth),
    ),
  ];
}

function asConstant(target: Target): Target {
  return target.how === 'literal' ? { ...target, how: 'constant' } : target;
}

/** What the file gives a name, elsewhere than in the expression that uses it. */
function declarationsOf(name: string, program: Program, user: Node): readonly Declared[] {
  let known = program.declared.get(name);
  if (known === undefined) {
    known = findDeclarations(name, program);
    program.declared.set(name, known);
  }
  return known.filter((declared) => !isSame(declared.name, user) && !isInside(user, declared.value));
}

function findDeclarations(name: string, program: Program): Declared[] {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return [];
  const found: Declared[] = [];
  const pattern = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
  let looked = 0;
  for (const { index } of program.source.text.matchAll(pattern)) {
    if (++looked > MOST_LOOKED || found.length >= MOST) break;
    const node = program.root.descendantForIndex(index, index + name.length);
    if (node === null || isComment(node)) continue;
    const declared = declaredBy(node, program);
    if (declared !== null) found.push({ name: node, ...declared });
  }
  return found;
}

function isInside(node: Node, outer: Node): boolean {
  return outer.startIndex <= node.startIndex && node.endIndex <= outer.endIndex;
}

function declaredBy(node: Node, program: Program): { value: Node; isDefault: boolean } | null {
  let name = node;
  let parent = name.parent;
  // `this.version = …`
  if (parent !== null && MEMBERS.has(parent.type)) {
    if (!/^(?:this|self|cls)\b/.test(codeOf(parent, program))) return null;
    name = parent;
    parent = parent.parent;
  }
  let position = 0;
  if (parent?.type === 'expression_list') {
    position = parent.namedChildren.findIndex((child) => isSame(child, name));
    name = parent;
    parent = parent.parent;
  }
  if (parent === null) return null;
  const isDefault = DEFAULTS.has(parent.type);
  if (!isDefault && !DECLARATIONS.has(parent.type)) return null;
  if (parent.parent?.type === 'initializer_expression') return null;
  const [first] = parent.namedChildren.filter(
    (child) => !/modifier|decorator|attribute_list/.test(child.type),
  );
  const field =
    parent.childForFieldName('name') ??
    parent.childForFieldName('left') ??
    parent.childForFieldName('pattern') ??
    first;
  if (field === undefined || !isSame(field, name)) return null;
  const value =
    parent.childForFieldName('value') ?? parent.childForFieldName('right') ?? lastExpression(parent, name);
  if (value === null || isSame(value, name)) return null;
  const items = value.type === 'expression_list' ? value.namedChildren : [value];
  const item = items[position];
  return item === undefined ? null : { value: item, isDefault };
}

function lastExpression(parent: Node, name: Node): Node | null {
  const last = parent.namedChild(parent.namedChildCount - 1);
  return last !== null && last.startIndex > name.startIndex && !/type|block|accessor/.test(last.type)
    ? last
    : null;
}
