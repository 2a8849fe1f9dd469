import type { Node } from 'web-tree-sitter';
import { OTHER_PARAMETERS } from '../../../../model/index.ts';
import { databaseSetting } from '../../../resources/database-settings.ts';
import type { Value } from '../../../resources/draft.ts';
import { isChangedLater } from './changes.ts';
import { isOpen } from './open-properties.ts';
import { argumentsOf, calleeOf, codeOf, lastName, stringIn, unwrap } from '../tree/program.ts';
import { find, type Property } from './properties.ts';
import { resolve, resolvedProperties } from '../flow/resolve.ts';
import { asText, knownAt, settingOf, unknownAt } from './values.ts';

const DAY = 86_400;
/** What switches the insights on for the CDK besides their own switch. */
const WITH_INSIGHTS: ReadonlySet<string> = new Set([
  'performanceinsightretention',
  'performanceinsightencryptionkey',
]);

/** Settings of a cluster or an instance by the API's names, and the MySQL parameters that it sets itself by their own. */
export function databaseSettings(
  kind: 'aurora-cluster' | 'db-instance',
  properties: readonly Property[],
): Record<string, Value> {
  const settings: Record<string, Value> = {};
  const groupName = kind === 'db-instance' ? 'dbParameterGroupName' : 'dbClusterParameterGroupName';
  for (const { name, value } of properties) {
    const setting = databaseSetting(name);
    if (setting !== null) settings[setting] = settingOf(value);
    else if (name === 'parameters') Object.assign(settings, parametersIn(value));
    else if (name === 'parametergroup') settings[groupName] = nameOfGroup(value);
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
function protectionBy(removal: Node): Value {
  const targets = resolve(removal, '').map(({ node }) => codeOf(unwrap(node)));
  const isRetained = (code: string): boolean => /RemovalPolicy\s*[._]\s*RETAIN(?:\(\))?$/.test(code);
  const isKnown = targets.every((code) => /RemovalPolicy\s*[._]\s*[A-Z_]+(?:\(\))?$/.test(code));
  const all = new Set(targets.map(isRetained));
  return isKnown && all.size === 1 ? knownAt(all.has(true), removal) : unknownAt(removal);
}

/** MySQL parameters by their names, as text. */
export function parametersIn(value: Node): Record<string, Value> {
  const entries = [
    ...resolvedProperties(value).map((property) => [property.key, property.value] as const),
    ...pairsIn(value),
  ];
  const settings: Record<string, Value> = {};
  for (const [key, inner] of entries) settings[nameOf(key)] = asText(settingOf(inner));
  const isPartial = entries.length === 0 || isOpen(value) || isChangedLater(value);
  if (isPartial && !isEmpty(value) && pairsIn(value).length === 0)
    settings[OTHER_PARAMETERS] = unknownAt(value);
  return settings;
}

/** A group that is not made here may have its name written; one that is made here is linked. */
function nameOfGroup(value: Node): Value {
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

/** `Map.of("slow_query_log", "1", …)` of Java. */
function pairsIn(value: Node): (readonly [Node, Node])[] {
  const [target] = resolve(value, '');
  const node = unwrap(target?.node ?? value);
  const callee = calleeOf(node);
  const args = argumentsOf(node);
  if (callee === null || lastName(callee) !== 'of' || args.length % 2 !== 0) return [];
  return args.flatMap((key, i) => {
    const inner = args[i + 1];
    return i % 2 === 0 && inner !== undefined ? [[key, inner] as const] : [];
  });
}

function isEmpty(value: Node): boolean {
  return /^\{\s*\}$/.test(codeOf(unwrap(value)));
}

function nameOf(key: Node): string {
  return stringIn(unwrap(key))?.text ?? lastName(key);
}

/** `backup: { retention: Duration.days(7), preferredWindow: '03:00-04:00' }` */
function backupSettings(value: Node): Record<string, Value> {
  const settings: Record<string, Value> = {};
  for (const { name, value: inner } of resolvedProperties(value)) {
    const setting = settingOf(inner);
    if (name === 'preferredwindow') settings['preferredBackupWindow'] = setting;
    if (name === 'retention') settings['backupRetentionPeriod'] = inDays(setting);
  }
  return settings;
}

function inDays(duration: Value): Value {
  const isSeconds = duration.state === 'known' && typeof duration.value === 'number';
  return isSeconds ? { ...duration, value: Number(duration.value) / DAY } : duration;
}
