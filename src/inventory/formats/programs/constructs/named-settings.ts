import type { SettingValue } from '../../../../model/index.ts';
import {
  constructSetting,
  plainName,
  resourceOf,
  type Resource,
  type Setting,
} from '../../../../vocabulary/index.ts';
import { type Fact, valueOfFact, withValue } from '../../../../values/index.ts';
import {
  argumentsOf,
  codeOf,
  propertyValue,
  keyOf,
  type Property,
  type Node,
} from '../../../../syntax/programs/index.ts';
import {
  asTextFact,
  itemsIn,
  knownFactAt,
  resolve,
  resolvedProperties,
  factOf,
  structureFactOf,
  unknownFactAt,
} from '../../../../values/programs/index.ts';
import type { Construct } from './constructs.ts';
import { methodCallsOn } from './method-calls.ts';

const SECONDS_PER_DAY = 86_400;

/** Settings from CDK properties of the same names, which may be nested below `prefix`. */
export function namedSettings(
  resource: Resource,
  properties: readonly Property[],
  prefix = '',
): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const { name, value } of properties) {
    const [setting, row] = constructSetting(resource, prefix + name) ?? [];
    if (setting !== undefined && row !== undefined) settings[setting] = settingOfType(row, value);
  }
  return prefix === '' ? { ...settings, ...besideSettings(resource, properties) } : settings;
}

/** Settings that a CDK class implies. */
export function settingsOfClass({ className, call }: Construct): Record<string, Fact> {
  const name = codeOf(className).replace(/^New/, '');
  const given = Object.entries(resourceOf('cdk', name)?.types.cdk?.[name] ?? {});
  return Object.fromEntries(given.map(([setting, value]) => [setting, knownFactAt(value, call)]));
}

/** Value of a setting, in the shape of the API. */
export function settingOfType({ type, cdkType, cdkUnit }: Setting, value: Node): Fact {
  switch (type) {
    case 'attribute':
    case 'text':
      return asTextFact(factOf(value));
    case 'pairs':
      return pairsIn(value);
    case 'collections':
      return collectionsIn(value);
    case 'structure':
      return cdkType === undefined ? factOf(value) : structureFactOf(value);
    default:
      return cdkUnit === 'days' ? inDays(factOf(value)) : factOf(value);
  }
}

/** Settings with several fields, each of which is a property of its own in the CDK; unknown fields are null. */
function besideSettings(resource: Resource, properties: readonly Property[]): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const [name, { beside }] of Object.entries(resource.settings)) {
    const written = Object.entries(beside?.cdk ?? {}).flatMap(([field, path]) => {
      const value = propertyValue(properties, plainName(path));
      return value === null ? [] : [{ field, value }];
    });
    const [first] = written;
    if (first === undefined) continue;
    const fields = written.map(({ field, value }) => [field, valueOfFact(factOf(value))] as const);
    settings[name] = knownFactAt(Object.fromEntries(fields), first.value);
  }
  return settings;
}

/** Settings that methods add or switch on: `alarm.addAlarmAction(…)`, `alb.logAccessLogs(bucket)`. */
export function settingsByMethods(resource: Resource, construct: Construct): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const [name, { cdkMethod, type }] of Object.entries(resource.settings)) {
    if (cdkMethod === undefined) continue;
    const call = methodCallsOn(construct, plainName(cdkMethod))[0]?.call;
    if (type === 'attribute')
      Object.assign(settings, call === undefined ? {} : { [name]: knownFactAt('true', call) });
    // Code often adds actions to all alarms in one place.
    else
      settings[name] =
        call === undefined ? unknownFactAt(construct.call) : knownFactAt(argumentsIn(call), call);
  }
  return settings;
}

function argumentsIn(call: Node): string[] {
  return argumentsOf(call).map((each) => codeOf(each).slice(0, 80));
}

/** Settings that other properties imply. */
export function settingsBySwitches(
  resource: Resource,
  properties: readonly Property[],
  written: Readonly<Record<string, Fact>>,
): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const [name, { cdkSwitches = [] }] of Object.entries(resource.settings)) {
    for (const { property, on, isOffOtherwise = false } of cdkSwitches) {
      const value = propertyValue(properties, plainName(property));
      if (value === null || name in written || name in settings) continue;
      const state = on === undefined ? knownFactAt(true, value) : equalsValue(value, on);
      if (isOffOtherwise || valueOfFact(state) === true) settings[name] = state;
    }
  }
  return settings;
}

/** True or false if an expression is a given constant or another one; unknown if computed. */
function equalsValue(expression: Node, wanted: string): Fact {
  return withValue(factOf(expression), (value) => value === wanted);
}

/** Name-value list of the API from a map of the CDK; unknown values are null. */
function pairsIn(expression: Node): Fact {
  const pairs = resolvedProperties(expression).map(({ key, value }): SettingValue => ({
    name: keyOf(key),
    value: valueOfFact(factOf(value)),
  }));
  return pairs.length === 0 ? unknownFactAt(expression) : knownFactAt(pairs, expression);
}

const ALL_METRICS = /GroupMetrics\s*[._]\s*[aA]ll\s*\(/;
const GROUP_METRIC = /(?<=GroupMetric[._])[A-Z_]+/g;

/** `[GroupMetrics.all()]`, or `new GroupMetrics(GroupMetric.IN_SERVICE_INSTANCES, …)` */
function collectionsIn(expression: Node): Fact {
  const items = itemsIn(expression);
  if (items === null) return unknownFactAt(expression);
  const code = items.map((item) => codeOf(resolve(item).node));
  const collections = code.map((each) => {
    const names = each.match(GROUP_METRIC) ?? [];
    if (ALL_METRICS.test(each)) return { granularity: '1Minute' };
    return names.length === 0 ? null : { granularity: '1Minute', metrics: names.map(groupMetric) };
  });
  const known = collections.filter((collection) => collection !== null);
  return known.length < collections.length ? unknownFactAt(expression) : knownFactAt(known, expression);
}

/** `IN_SERVICE_INSTANCES` is `GroupInServiceInstances`. */
function groupMetric(member: string): string {
  const words = member.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
  return `Group${words.join('')}`;
}

function inDays(duration: Fact): Fact {
  return withValue(duration, (value) => (typeof value === 'number' ? value / SECONDS_PER_DAY : value));
}
