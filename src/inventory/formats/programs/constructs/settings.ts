import type { Node } from 'web-tree-sitter';
import { OTHER_PARAMETERS, OTHER_SETTINGS, type AssetKind } from '../../../../model/index.ts';
import {
  constructSetting,
  holdsSettings,
  resourcesOfKind,
  settingNamed,
} from '../../../../vocabulary/index.ts';
import type { Fact } from '../../../../values/index.ts';
import { resolve, resolvedProperties } from '../../../../values/programs/index.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  find,
  keyOf,
  lastName,
  type Property,
  rowsOf,
  unwrap,
} from '../../../../syntax/programs/index.ts';
import { isChangedLater, isOverridden } from './changes.ts';
import type { Construct } from './constructs.ts';
import { callsOn } from './method-calls.ts';
import { namedSettings, settingAs, settingsBySwitches } from './named-settings.ts';
import { isGivenMore, isOpen } from './open-properties.ts';
import { asText, settingOf, unknownAt } from './values.ts';

/** Settings of a database's construct by the API's names, MySQL parameters by their own. */
export function databaseSettings(construct: Construct): Record<string, Fact> {
  const { kind, properties } = construct;
  if (kind === 'cluster-parameter-group')
    return withOthers(parameterGroupSettings(construct), construct, OTHER_PARAMETERS);
  const settings = instanceSettings(kind, properties);
  const count = find(properties, 'instanceprops') === null ? find(properties, 'instances') : null;
  if (count !== null && kind === 'aurora-cluster') settings['instanceCount'] = settingOf(count);
  return withOthers(settings, construct);
}

/** Settings, and that there may be others where a construct is given what is not seen. */
export function withOthers(
  settings: Record<string, Fact>,
  construct: Construct,
  others = OTHER_SETTINGS,
): Record<string, Fact> {
  const { call } = construct;
  return isGivenMore(call) || isOverridden(construct) ? { ...settings, [others]: unknownAt(call) } : settings;
}

/** The parameters that a group is made with, and those that are added to it later. */
function parameterGroupSettings(construct: Construct): Record<string, Fact> {
  const written = find(construct.properties, 'parameters');
  const settings = written === null ? {} : writtenParameters(written);
  for (const { call } of callsOn(construct, 'addparameter')) {
    const [name, value] = keyAndValue(call);
    if (name === null || value === undefined) settings[OTHER_PARAMETERS] = unknownAt(call);
    else settings[name] = asText(settingOf(value));
  }
  return settings;
}

/** The arguments of a call that sets one setting; the name is null where it is computed. */
export function keyAndValue(call: Node): [name: string | null, value: Node | undefined] {
  const [key, value] = argumentsOf(call);
  const name = key === undefined ? null : settingOf(key);
  return [name?.state === 'known' && typeof name.value === 'string' ? name.value : null, value];
}

/** What a cluster or an instance is given, and the MySQL parameters that it sets itself. */
export function instanceSettings(kind: AssetKind, properties: readonly Property[]): Record<string, Fact> {
  const [resource] = resourcesOfKind(kind);
  if (resource === undefined) return {};
  const settings: Record<string, Fact> = {};
  for (const { name, value } of properties) {
    const [own, row] = constructSetting(resource, name) ?? [];
    const setting = own ?? settingNamed(kind, name);
    if (setting !== null && name === 'parametergroup') settings[setting] = nameOfGroup(value);
    else if (setting !== null)
      settings[setting] = row === undefined ? settingOf(value) : settingAs(row, value);
    else if (name === 'parameters') Object.assign(settings, writtenParameters(value));
    else if (holdsSettings(resource, name))
      Object.assign(settings, namedSettings(resource, resolvedProperties(value), `${name}.`));
  }
  return { ...settings, ...settingsBySwitches(resource, properties, settings) };
}

/** MySQL parameters by their names, as text. */
function writtenParameters(value: Node): Record<string, Fact> {
  const node = unwrap(resolve(value, '')[0]?.node ?? value);
  // `Map.of("slow_query_log", "1", …)` of Java is whole.
  const rows = node.type === 'method_invocation' ? rowsOf(node) : [];
  const properties = resolvedProperties(value).map((property) => ({
    key: keyOf(property.key),
    value: property.value,
  }));
  const settings: Record<string, Fact> = {};
  for (const row of [...properties, ...rows]) settings[row.key] = asText(settingOf(row.value));
  const isPartial = properties.length === 0 || isOpen(value) || isChangedLater(value);
  const isEmpty = /^\{\s*\}$/.test(codeOf(unwrap(value)));
  if (isPartial && !isEmpty && rows.length === 0) settings[OTHER_PARAMETERS] = unknownAt(value);
  return settings;
}

/** A group that is not made here may have its name written; one that is made here is linked. */
function nameOfGroup(value: Node): Fact {
  const [target] = resolve(value, '');
  const node = unwrap(target?.node ?? value);
  const callee = calleeOf(node);
  const name = argumentsOf(node).at(-1);
  const isNamed = callee !== null && /^from_?parameter_?group_?name$/i.test(lastName(callee));
  return isNamed && name !== undefined ? settingOf(lastOf(name)) : unknownAt(value);
}

/** The value of a keyword argument, any other argument itself. */
function lastOf(argument: Node): Node {
  return argument.type === 'keyword_argument' ? (argument.lastNamedChild ?? argument) : argument;
}
