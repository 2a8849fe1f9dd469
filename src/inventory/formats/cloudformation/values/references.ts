import { text } from '../../../../l10n/index.ts';
import {
  itemsOf,
  locate,
  textOf,
  valueOf,
  type Entry,
  type Node,
  type Span,
} from '../../../../syntax/index.ts';
import { PHYSICAL_NAMES } from '../resources/physical-names.ts';
import type { Resolve } from './resolve-function.ts';
import { ABSENT, literalAt, unknownAt, usedAt, type Resolved } from './resolved.ts';
import { decisionKey, inStack, type Scope } from './scope.ts';
import { sectionEntry, type Resource } from '../templates/template.ts';

const SSM_PARAMETER = 'AWS::SSM::Parameter::Value<';
/** Parameters that AWS publishes: their path says what they hold. */
const PUBLIC_PARAMETER = '/aws/service/';

/** `Ref`: a parameter, a resource or a pseudo parameter. */
export function resolveRef(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  const name = textOf(argument);
  if (name === null) return unknownAt(argument, text('inventory.cfn.function', { name: 'Ref' }));
  return referTo(name, argument, scope, resolve);
}

/** What a name stands for, used at a place. */
export function referTo(name: string, at: Span, scope: Scope, resolve: Resolve): Resolved {
  if (name === 'AWS::NoValue') return ABSENT;
  const assumed = scope.assumed.get(decisionKey(scope.stack, 'parameter', name));
  if (assumed !== undefined) return literalAt(at, assumed);
  if (name.startsWith('AWS::')) return unknownAt(at, text('inventory.cfn.pseudo', { name }));
  const use = { location: locate(at), name: scope.user };
  const parameter = sectionEntry(scope.stack.template, 'Parameters', name);
  if (parameter !== null) return usedAt(resolveParameter(parameter, at, scope, resolve), use);
  const resource = scope.stack.template.resources.get(name);
  if (resource !== undefined) return usedAt(resolveResourceName(resource, at, scope, resolve), use);
  return unknownAt(at, text('inventory.cfn.undefined', { name }));
}

/** What the parent stack gives, else the default. */
function resolveParameter(parameter: Entry, at: Span, scope: Scope, resolve: Resolve): Resolved {
  const given = givenByParent(parameter.key, scope, resolve);
  const type = textOf(valueOf(parameter.value, 'Type')) ?? 'String';
  const resolved = given.state === 'absent' ? resolveDefault(parameter, at) : given;
  if (resolved.state !== 'known' || resolved.text === null) return resolved;
  if (type.startsWith(SSM_PARAMETER) && !resolved.text.startsWith(PUBLIC_PARAMETER)) {
    return unknownAt(at, text('inventory.cfn.ssm', { path: resolved.text }));
  }
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return resolved;
  return { ...resolved, value: resolved.text.split(',').map((item) => item.trim()), text: null };
}

function givenByParent(parameter: string, scope: Scope, resolve: Resolve): Resolved {
  const { parent, prefix } = scope.stack;
  const written = valueOf(parent?.parameters ?? null, parameter);
  if (parent === null || written === null) return ABSENT;
  const given = resolve(written, inStack(scope, parent.stack, prefix.slice(0, -1)));
  return given.state === 'known' && given.how === 'literal' ? { ...given, how: 'variable' } : given;
}

function resolveDefault(parameter: Entry, at: Span): Resolved {
  const value = valueOf(parameter.value, 'Default');
  if (value?.kind !== 'scalar') {
    return unknownAt(at, text('inventory.noDefault', { name: parameter.key }));
  }
  return {
    state: 'known',
    value: value.value,
    text: value.text,
    at: locate(value),
    how: 'default',
    uses: [],
    targets: [],
  };
}

/** The name that a resource gives itself, where its template writes one. */
function resolveResourceName(resource: Resource, at: Span, scope: Scope, resolve: Resolve): Resolved {
  const targets = [scope.stack.prefix + resource.logicalId];
  const property = PHYSICAL_NAMES.get(resource.type);
  const written = property === undefined ? null : valueOf(resource.properties, property);
  const name = written === null ? ABSENT : resolve(written, scope);
  if (name.state === 'known' && name.text !== null) return { ...name, targets };
  return unknownAt(at, text('inventory.cfn.resource', { name: resource.logicalId }), targets);
}

/** `Fn::GetAtt`: `Cluster.Endpoint.Address`, or a list of two. Known only for outputs of a local nested stack. */
export function resolveGetAtt(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  const [first, ...rest] =
    argument.kind === 'list'
      ? itemsOf(argument).map((item) => textOf(item) ?? '')
      : (textOf(argument) ?? '').split('.');
  return attributeOf(first ?? '', rest.join('.'), argument, scope, resolve);
}

export function attributeOf(
  logicalId: string,
  attribute: string,
  at: Span,
  scope: Scope,
  resolve: Resolve,
): Resolved {
  const child = scope.stack.children.get(logicalId);
  const output = child && sectionEntry(child.template, 'Outputs', attribute.replace(/^Outputs\./, ''));
  const value = output && valueOf(output.value, 'Value');
  if (child && value)
    return usedAt(resolve(value, inStack(scope, child)), { location: locate(at), name: scope.user });
  const isKnown = scope.stack.template.resources.has(logicalId);
  const targets = isKnown ? [scope.stack.prefix + logicalId] : [];
  return unknownAt(at, text('inventory.cfn.resource', { name: logicalId }), targets);
}
