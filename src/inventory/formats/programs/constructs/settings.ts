import type { Node } from 'web-tree-sitter';
import { OTHER_PARAMETERS, OTHER_SETTINGS, type AssetKind } from '../../../../model/index.ts';
import { settingNamed } from '../../../../vocabulary/index.ts';
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
import { isGivenMore, isOpen } from './open-properties.ts';
import { asText, knownAt, settingOf, unknownAt } from './values.ts';

const DAY = 86_400;
/** What switches the insights on for the CDK besides their own switch. */
const WITH_INSIGHTS: ReadonlySet<string> = new Set([
  'performanceinsightretention',
  'performanceinsightencryptionkey',
]);

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
  const settings = written === null ? {} : parametersIn(written);
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
  const groupName = kind === 'db-instance' ? 'dbParameterGroupName' : 'dbClusterParameterGroupName';
  const settings: Record<string, Fact> = {};
  for (const { name, value } of properties) {
    const setting = settingNamed(kind, name);
    if (name === 'parametergroup') settings[groupName] = nameOfGroup(value);
    else if (setting !== null) settings[setting] = settingOf(value);
    else if (name === 'parameters') Object.assign(settings, parametersIn(value));
    else if (name === 'backup') Object.assign(settings, backupSettings(value));
    if (WITH_INSIGHTS.has(name)) settings['performanceInsightsEnabled'] ??= knownAt(true, value);
  }
  const mode = settings['databaseInsightsMode'];
  if (mode?.state === 'known' && mode.value === 'advanced')
    settings['performanceInsightsEnabled'] ??= { ...mode, value: true };
  const removal = find(properties, 'removalpolicy');
  if (removal !== null) settings['deletionProtection'] ??= protectionBy(removal);
  return settings;
}

/** The CDK protects what it is told to retain, where nothing else is written. */
function protectionBy(removal: Node): Fact {
  const targets = resolve(removal, '').map(({ node }) => codeOf(unwrap(node)));
  const isRetained = (code: string): boolean => /RemovalPolicy\s*[._]\s*RETAIN(?:\(\))?$/.test(code);
  const isKnown = targets.every((code) => /RemovalPolicy\s*[._]\s*[A-Z_]+(?:\(\))?$/.test(code));
  const all = new Set(targets.map(isRetained));
  return isKnown && all.size === 1 ? knownAt(all.has(true), removal) : unknownAt(removal);
}

/** MySQL parameters by their names, as text. */
function parametersIn(value: Node): Record<string, Fact> {
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

/** `backup: { retention: Duration.days(7), preferredWindow: '03:00-04:00' }` */
function backupSettings(value: Node): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const { name, value: inner } of resolvedProperties(value)) {
    const setting = settingOf(inner);
    if (name === 'preferredwindow') settings['preferredBackupWindow'] = setting;
    if (name === 'retention') settings['backupRetentionPeriod'] = inDays(setting);
  }
  return settings;
}

function inDays(duration: Fact): Fact {
  const isSeconds = duration.state === 'known' && typeof duration.value === 'number';
  return isSeconds ? { ...duration, value: Number(duration.value) / DAY } : duration;
}
