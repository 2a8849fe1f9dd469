import type { Use } from '../../model/index.ts';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  declarationOf,
  type DeclaredName,
  exportedDeclaration,
  propertyValue,
  importOf,
  isName,
  isSelf,
  lastName,
  type Node,
  ownerOf,
  placeOfNode,
  normalizedName,
  programOf,
  namedArgumentsOf,
  propertiesOf,
  type Property,
  programOfImport,
  stringIn,
  unwrap,
  exportedObject,
} from '../../syntax/programs/index.ts';
import type { KnownFact } from '../index.ts';
import { isChangedLater } from './usage/changes.ts';
import { contextValue } from './context.ts';
import { fallbackIn, passThroughArgument, isEnumerated, isDeploymentInput, lookupIn } from './expressions.ts';

// Resolution of expressions in programs: constants, fields of literal objects, the default of a parameter, of the
// environment or of the context, and one import. Anything else is computed.

/** Literal expression at the end of a chain of names. */
export interface Target {
  node: Node;
  origin: KnownFact['origin'];
  uses: readonly Use[];
}

/** Names, fields and defaults between an expression and its literal. */
const maxSteps = 8;
const OBJECT_NODE = /^(?:object|dictionary)$/;
const SPREAD_NODE = /^(?:spread_element|dictionary_splat)$/;

/**
 * Resolves an expression to its literal; a computed expression is its own target.
 * @param user name of the expression's user
 */
export function resolve(expression: Node, user = '', steps = maxSteps): Target {
  const node = unwrap(expression);
  const followed = steps > 0 && !isTextOrVersion(node) ? nextTarget(node, user, steps - 1) : null;
  return followed ?? { node, origin: 'literal', uses: [] };
}

/** True for a text, and for a CDK constant or call that names a version. */
function isTextOrVersion(node: Node): boolean {
  return stringIn(node) !== null || isEnumerated(calleeOf(node) ?? node);
}

function nextTarget(node: Node, user: string, steps: number): Target | null {
  const fallback = fallbackIn(node);
  if (fallback !== null) {
    const first = fallback.first && resolve(fallback.first, user, steps);
    if (first && (isTextOrVersion(first.node) || propertiesOf(first.node).length > 0)) return first;
    return isDeploymentInput(first?.node ?? null)
      ? asDefault(resolve(fallback.otherwise, user, steps))
      : null;
  }
  const context = contextValue(node);
  if (context !== null) return asConstant(resolve(context, user, steps));
  const lookup = lookupIn(node);
  const key = lookup && stringIn(resolve(lookup.key, '', steps).node)?.text;
  if (lookup && key) return fieldTarget(lookup.table, key, user, steps);
  const handed = passThroughArgument(node);
  if (handed !== null) return resolve(handed, user, steps);
  const whole = requiredModule(node);
  if (whole !== null) return { node: whole, origin: 'constant', uses: [] };
  if (!isName(node) || isEnumerated(node)) return null;
  const target = targetOfName(node, user, steps);
  return target && { ...target, uses: [...target.uses, { location: placeOfNode(node), name: user }] };
}

function targetOfName(node: Node, user: string, steps: number): Target | null {
  const owner = ownerOf(node);
  const name = lastName(node);
  const declared = declarationOf(node) ?? importedDeclaration(node);
  if (declared !== null) return declaredTarget(declared, user, steps);
  if (owner === null || isSelf(owner)) return null;
  // `Release.NEW.value` of a Python enumeration.
  if (name === 'value' && ownerOf(owner) !== null) return asConstant(resolve(owner, user, steps));
  return fieldTarget(owner, name, user, steps);
}

function declaredTarget(
  { value, field, isDefault }: DeclaredName,
  user: string,
  steps: number,
): Target | null {
  if (value === null) return null;
  if (field !== null) return fieldTarget(value, field, user, steps);
  const target = resolve(value, user, steps);
  return isDefault ? asDefault(target) : asConstant(target);
}

/** Declaration in another file behind a name, or behind a member of an imported name. */
function importedDeclaration(node: Node): DeclaredName | null {
  const program = programOf(node);
  const owner = ownerOf(node);
  if (owner !== null && !owner.type.endsWith('identifier')) return null;
  const imported = importOf(codeOf(owner ?? node), program);
  const source = imported && programOfImport(imported, program);
  if (!source) return null;
  const member = owner === null ? null : lastName(node);
  if (source.name !== null && member !== null)
    return exportedDeclaration(source.program, member, source.name);
  const field = source.name ?? member;
  const value = exportedObject(source.program);
  const isWhole =
    value !== null && (field === null || propertyValue(propertiesOf(value), normalizedName(field)) !== null);
  if (isWhole) return { value, field, isDefault: false, scope: source.program.root };
  return field === null ? null : exportedDeclaration(source.program, field);
}

/** Object that another file exports as a whole: `require('./settings')`. */
function requiredModule(call: Node): Node | null {
  const callee = calleeOf(call);
  const [module] = argumentsOf(call);
  const written = callee !== null && codeOf(callee) === 'require' && module ? stringIn(module) : null;
  const source = written && programOfImport({ module: written.text, name: null }, programOf(call));
  return source ? exportedObject(source.program) : null;
}

function fieldTarget(owner: Node, key: string, user: string, steps: number): Target | null {
  if (isChangedLater(owner)) return null;
  const { node } = resolve(owner, '', steps);
  // `cluster.engineVersion` is the version passed to the cluster.
  const properties =
    (createsObject(node) && isName(owner)) || isVersionLookup(node)
      ? passedProperties(node, steps)
      : resolvedProperties(node, steps);
  const value = propertyValue(properties, normalizedName(key));
  return value && asConstant(resolve(value, user, steps));
}

/** True for a call that creates an object from its properties. */
function createsObject(call: Node): boolean {
  const callee = CALLS.has(call.type) ? calleeOf(call) : null;
  return callee !== null && /^(?:[A-Z]|dict$)/.test(lastName(callee));
}

/** True for a function of Pulumi that answers with the engine and version it is asked for. */
function isVersionLookup(call: Node): boolean {
  const callee = CALLS.has(call.type) ? calleeOf(call) : null;
  return callee !== null && /^get_?engine_?version(?:_?output)?$/i.test(lastName(callee));
}

/** Properties of a literal object, including those of the objects that it spreads. */
export function resolvedProperties(expression: Node, steps = maxSteps): Property[] {
  const written = unwrap(expression);
  const own = OBJECT_NODE.test(written.type) ? [] : propertiesOf(written);
  if (own.length > 0) return own;
  const { node } = resolve(written, '', steps);
  if (CALLS.has(node.type) && !createsObject(node)) return [];
  return [
    ...spreadsIn(node).flatMap((inner) => propertiesOf(resolve(inner, '', steps).node)),
    ...propertiesOf(node),
  ];
}

/** Properties passed to a call, in any form. */
export function passedProperties(call: Node, steps = maxSteps): Property[] {
  const own = call.type === 'method_invocation' ? namedArgumentsOf(call) : propertiesOf(call);
  const objects = argumentsOf(call).filter(({ type }) => type !== 'keyword_argument');
  const spread = spreadsIn(call.childForFieldName('arguments'));
  return [...own, ...[...spread, ...objects].flatMap((argument) => resolvedProperties(argument, steps))];
}

/** Expressions that an object or an argument list spreads: `...settings`, `**settings`. */
export function spreadsIn(node: Node | null): Node[] {
  return (node?.namedChildren ?? [])
    .filter(({ type }) => SPREAD_NODE.test(type))
    .flatMap((each) => each.firstNamedChild ?? []);
}

function asConstant(target: Target): Target {
  return target.origin === 'literal' ? { ...target, origin: 'constant' } : target;
}

function asDefault(target: Target): Target {
  return { ...target, origin: 'default' };
}
