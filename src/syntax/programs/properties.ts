import { isKeyed, keyOf } from './names/names.ts';
import { ancestorsOf, parentOf, type Node } from './nodes.ts';
import { argumentsOf, codeOf, isComment, unwrap } from './program.ts';

/** A named value of an object, a call or a builder. */
export interface Property {
  /** Name in lower case, without underscores: `engineVersion`, `engine_version` and `EngineVersion` are equal. */
  name: string;
  key: Node;
  value: Node;
}

/** Builder methods that are not setters. */
const NOT_SETTERS: ReadonlySet<string> = new Set(['build', 'builder', 'create', 'of']);
const maxSettersOfBuilder = 200;

export function normalizedName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Value of a property, the last one if repeated; null if there is none. */
export function propertyValue(properties: readonly Property[], name: string): Node | null {
  return properties.findLast((property) => property.name === name)?.value ?? null;
}

/**
 * Properties in an expression: an object, a dictionary, a Go struct, a C# initialiser, a Java builder, or keyword
 * arguments of a call.
 */
export function propertiesOf(expression: Node): Property[] {
  const node = unwrap(expression);
  switch (node.type) {
    case 'object':
    case 'dictionary':
      return node.namedChildren.flatMap((child) => propertyOfPair(child));
    case 'composite_literal':
    case 'literal_value':
      return (node.childForFieldName('body') ?? node).namedChildren.flatMap((child) =>
        child.type === 'keyed_element' ? keyAndValueOf(child) : [],
      );
    case 'object_creation_expression':
    case 'implicit_object_creation_expression':
      return (node.namedChildren.find(isInitialiser)?.namedChildren ?? []).flatMap((child) =>
        child.type === 'assignment_expression' ? keyAndValueOf(child) : [],
      );
    case 'call':
      return argumentsOf(node).flatMap((child) =>
        child.type === 'keyword_argument' ? keyAndValueOf(child) : [],
      );
    case 'method_invocation': {
      const named = namedArgumentsOf(node);
      return named.length > 0 ? named : settersOf(node);
    }
    default:
      return [];
  }
}

/** Named arguments of a call of Kotlin. */
export function namedArgumentsOf(call: Node): Property[] {
  return argumentsOf(call)
    .filter(({ type }) => type === 'assignment_expression')
    .flatMap(keyAndValueOf);
}

/** Node types between a value and its property: a pointer of Go, a setter's argument list. */
const BETWEEN_VALUE_AND_PROPERTY =
  /^(?:literal_element|argument_list|call_expression|unary_expression|argument)$/;
/** Node types that contain the properties of a struct, of an initialiser of C# or of a call. */
const PROPERTY_CONTAINER = /^(?:argument_list|initializer_expression)$/;

/** Parameter with a default, and field of a class with a value. */
const DECLARED_WITH_VALUE = /^(?:(?:typed_)?default_parameter|public_field_definition|assignment)$/;

/** Parameters of a function or fields of a class with values, beside one of them. */
function declaredBeside(declared: Node): Property[] {
  const around = ancestorsOf(declared);
  const holder = around.find(({ type }) => type !== 'expression_statement');
  if (holder === undefined || !/^(?:parameters|class_body|block)$/.test(holder.type)) return [];
  if (holder.type === 'block' && parentOf(holder)?.type !== 'class_definition') return [];
  return holder.namedChildren
    .map((child) => (child.type === 'expression_statement' ? child.firstNamedChild : child))
    .flatMap((each) => (each !== null && DECLARED_WITH_VALUE.test(each.type) ? keyAndValueOf(each) : []));
}

/** Property of a value, and all properties beside it; null if the value is not a property. */
export function propertiesBeside(value: Node): { own: Property; all: readonly Property[] } | null {
  const around = ancestorsOf(value);
  const [declaring] = around;
  if (declaring !== undefined && DECLARED_WITH_VALUE.test(declaring.type))
    return ownAmong(declaredBeside(declaring), value);
  const keyed = around.find(({ type }) => !BETWEEN_VALUE_AND_PROPERTY.test(type));
  if (keyed === undefined) return null;
  const holder = around[around.indexOf(keyed) + 1] ?? keyed;
  const isSetter = keyed.type === 'method_invocation';
  if (!isSetter && !isKeyed(keyed)) return null;
  const last =
    around.findLast(({ type }, nth) => type === keyed.type && around[nth - 1]?.type === type) ?? keyed;
  const owner = PROPERTY_CONTAINER.test(holder.type) ? (parentOf(holder) ?? holder) : holder;
  return ownAmong(propertiesOf(isSetter ? last : owner), value);
}

function ownAmong(all: readonly Property[], value: Node): ReturnType<typeof propertiesBeside> {
  const own = all.find(
    (each) => each.value.startIndex <= value.startIndex && value.endIndex <= each.value.endIndex,
  );
  return own === undefined ? null : { own, all };
}

function isInitialiser({ type }: Node): boolean {
  return type === 'initializer_expression';
}

function propertyOfPair(child: Node): Property[] {
  if (child.type === 'pair') return keyAndValueOf(child);
  if (child.type !== 'shorthand_property_identifier') return [];
  return [{ name: normalizedName(codeOf(child)), key: child, value: child }];
}

/** Property from the first and last part of a node, its key and value. */
function keyAndValueOf(node: Node): Property[] {
  const children = node.namedChildren.filter((child) => !isComment(child));
  const [key, value] = [children[0], children.at(-1)];
  if (key === undefined || value === undefined || children.length < 2) return [];
  const name = keyOf(key);
  return [{ name: normalizedName(name), key, value }];
}

/** Properties of `X.builder().engine(a).version(b).build()`. */
function settersOf(node: Node): Property[] {
  const properties: Property[] = [];
  let call: Node | null = node;
  for (let i = 0; i < maxSettersOfBuilder && call?.type === 'method_invocation'; i++) {
    const key: Node | null = call.childForFieldName('name');
    const [value, ...others] = argumentsOf(call);
    const name = key === null ? '' : codeOf(key);
    if (key !== null && value !== undefined && others.length === 0 && !NOT_SETTERS.has(name))
      properties.unshift({ name: normalizedName(name), key, value });
    call = call.childForFieldName('object');
  }
  return properties;
}
