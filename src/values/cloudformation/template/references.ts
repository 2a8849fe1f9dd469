import { text } from '../../../l10n/index.ts';
import { itemsOf, locate, textOf, valueOf, type Entry, type Node, type Span } from '../../../syntax/index.ts';
import { nameProperty } from '../../../vocabulary/index.ts';
import { assumedOf, inStack, resolve, type Resolved, type Scope } from './scope.ts';
import { sectionEntry, type Resource } from './template.ts';
import { listOfParts, splitText, trimPieces } from '../../value/texts.ts';
import { scalarAt, unknown, withUse, type Value } from '../../value/value.ts';

const SSM_PARAMETER = 'AWS::SSM::Parameter::Value<';
/** Prefix of public AWS parameters, whose path reveals their content. */
const PUBLIC_PARAMETER = '/aws/service/';

/** Resolves `Ref`: a parameter, a resource or a pseudo parameter. */
export function resolveRef(argument: Node, scope: Scope): Resolved {
  const name = textOf(argument);
  return name === null ? undefined : valueOfName(name, argument, scope);
}

/** Value of a name at a place. */
export function valueOfName(name: string, at: Span, scope: Scope): Value | null {
  if (name === 'AWS::NoValue') return null;
  const assumed = assumedOf(scope, 'parameter', name);
  if (assumed !== undefined) return scalarAt(assumed, at);
  // Other partitions differ only in the names of their Regions: an ARN has the same meaning.
  if (name === 'AWS::Partition') return scalarAt('aws', at);
  if (name.startsWith('AWS::')) return unknown(text('inventory.cfn.pseudo', { name }), at);
  const use = { location: locate(at), name: scope.user };
  const parameter = sectionEntry(scope.stack.template, 'Parameters', name);
  if (parameter !== null) return withUse(resolveParameter(parameter, at, scope), use);
  const resource = scope.stack.template.resources.get(name);
  if (resource !== undefined) return withUse(resolveResourceName(resource, at, scope), use);
  return unknown(text('inventory.cfn.undefined', { name }), at);
}

/** Value from the parent stack, else the default. */
function resolveParameter(parameter: Entry, at: Span, scope: Scope): Value | null {
  const given = givenByParent(parameter.key, scope);
  const type = textOf(valueOf(parameter.value, 'Type')) ?? 'String';
  const resolved = given ?? resolveDefault(parameter, at);
  if (resolved.kind !== 'scalar') return resolved;
  if (type.startsWith(SSM_PARAMETER) && !resolved.text.startsWith(PUBLIC_PARAMETER)) {
    return unknown(text('inventory.cfn.ssm', { path: resolved.text }), at);
  }
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return resolved;
  return listOfParts(splitText(resolved, ',')?.map(trimPieces) ?? null, resolved.span);
}

function givenByParent(parameter: string, scope: Scope): Value | null {
  const { parent, prefix } = scope.stack;
  const written = valueOf(parent?.parameters ?? null, parameter);
  if (parent === null || written === null) return null;
  const given = resolve(written, inStack(scope, parent.stack, prefix.slice(0, -1)));
  return given?.kind === 'scalar' && given.origin === 'literal' ? { ...given, origin: 'variable' } : given;
}

function resolveDefault(parameter: Entry, at: Span): Value {
  const value = valueOf(parameter.value, 'Default');
  if (value?.kind !== 'scalar') {
    return unknown(text('inventory.noDefault', { name: parameter.key }), at);
  }
  return scalarAt(value.value, value, { text: value.text, origin: 'default' });
}

/** Name that a resource has in its template, if any. */
function resolveResourceName(resource: Resource, at: Span, scope: Scope): Value | null {
  const targets = [scope.stack.prefix + resource.logicalId];
  const property = nameProperty(resource.type);
  const written = property === null ? null : valueOf(resource.properties, property);
  const name = written === null ? null : resolve(written, scope);
  if (name?.kind === 'scalar') return { ...name, resources: targets };
  return unknown(text('inventory.cfn.resource', { name: resource.logicalId }), at, targets);
}

/**
 * Resolves `Fn::GetAtt`: `Cluster.Endpoint.Address`, or a list of two. Known only for outputs of a local nested stack.
 */
export function resolveGetAtt(argument: Node, scope: Scope): Value | null {
  const [first, ...rest] =
    argument.kind === 'list'
      ? itemsOf(argument).map((item) => textOf(item) ?? '')
      : (textOf(argument) ?? '').split('.');
  return attributeOf(first ?? '', rest.join('.'), argument, scope);
}

export function attributeOf(logicalId: string, attribute: string, at: Span, scope: Scope): Value | null {
  const child = scope.stack.children.get(logicalId);
  const output = child && sectionEntry(child.template, 'Outputs', attribute.replace(/^Outputs\./, ''));
  const value = output && valueOf(output.value, 'Value');
  if (child && value)
    return withUse(resolve(value, inStack(scope, child)), { location: locate(at), name: scope.user });
  const isKnown = scope.stack.template.resources.has(logicalId);
  const targets = isKnown ? [scope.stack.prefix + logicalId] : [];
  return { ...unknown(text('inventory.cfn.resource', { name: logicalId }), at, targets), attribute };
}
