import type { Node } from 'web-tree-sitter';
import { OTHER_SETTINGS, type SettingValue } from '../../../../model/index.ts';
import {
  AUTO_SCALING_GROUP,
  isStructure,
  pathsOf,
  TARGET_GROUP,
  type Resource,
  type SettingType,
} from '../../../../vocabulary/index.ts';
import type { Fact } from '../../../../values/index.ts';
import type { Construct } from '../constructs/constructs.ts';
import { isOpen } from '../constructs/open-properties.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  find,
  lastName,
  plainName,
  type Property,
  unwrap,
} from '../../../../syntax/programs/index.ts';
import { givenProperties, resolve, resolvedProperties } from '../../../../values/programs/index.ts';
import { asText, itemsIn, knownAt, settingOf, structureOf, unknownAt } from '../constructs/values.ts';

const MAINTENANCE = ['minHealthyPercentage', 'maxHealthyPercentage'] as const;

const HEALTH_CHECK = 'healthcheck.';

const byPlainName = new WeakMap<Resource, ReadonlyMap<string, string>>();

/** The setting that a property becomes, however the language of the program spells its name. */
function settingFor(property: string, resource: Resource): string | undefined {
  const known =
    byPlainName.get(resource) ??
    new Map(pathsOf('cdk', resource).map(([path, name]) => [plainName(path), name] as const));
  byPlainName.set(resource, known);
  return known.get(property);
}

/** The settings that properties become by their names, which stand below `prefix`. */
export function namedSettings(
  resource: Resource,
  properties: readonly Property[],
  prefix = '',
): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const { name, value } of properties) {
    const setting = settingFor(prefix + name, resource);
    const type = resource.settings[setting ?? '']?.type;
    const isText = type === 'attribute' || type === 'text';
    if (setting !== undefined) settings[setting] = isText ? asText(settingOf(value)) : settingOf(value);
  }
  return settings;
}

/** What an Auto Scaling group of the CDK is given in a shape of its own. */
export function groupSettings(properties: readonly Property[]): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  const maintenance = MAINTENANCE.flatMap((name) => {
    const written = find(properties, plainName(name));
    return written === null ? [] : [{ name, value: settingOf(written) }];
  });
  const policy: Record<string, SettingValue> = {};
  for (const { name, value } of maintenance) policy[name] = value.state === 'known' ? value.value : null;
  const at = find(properties, plainName(maintenance[0]?.name ?? ''));
  if (at !== null) settings['instanceMaintenancePolicy'] = knownAt(policy, at);
  const health = find(properties, 'healthcheck') ?? find(properties, 'healthchecks');
  if (health !== null) Object.assign(settings, replacementSettings(health));
  const metrics = find(properties, 'groupmetrics');
  if (metrics !== null) settings['metricsCollection'] = metricsCollection(metrics);
  return settings;
}

/** `HealthCheck.elb({ grace })`, `HealthChecks.withAdditionalChecks({ additionalTypes, gracePeriod })` */
function replacementSettings(health: Node): Record<string, Fact> {
  const targets = resolve(health, '');
  const node = unwrap(targets[0]?.node ?? health);
  const callee = calleeOf(node);
  const way = callee === null || targets.length > 1 ? '' : plainName(lastName(callee));
  const given = callee === null ? [] : givenProperties(node);
  const types = find(given, 'additionaltypes');
  const type = typeOf(way, types === null ? null : codeOf(types));
  const unknown = unknownAt(health);
  const grace = find(given, 'grace') ?? find(given, 'graceperiod');
  const isKnown = type !== null && !argumentsOf(node).some((argument) => isHandedOver(argument));
  const [ofType, ofGrace] = ['type', 'grace'].map(
    (name) => settingFor(HEALTH_CHECK + name, AUTO_SCALING_GROUP) ?? name,
  ) as [string, string];
  if (!isKnown) return { [ofType]: unknown, [ofGrace]: unknown };
  return { [ofType]: knownAt(type, node), ...(grace === null ? {} : { [ofGrace]: settingOf(grace) }) };
}

function typeOf(way: string, additional: string | null): string | null {
  if (way === 'ec2' || way === 'healthcheckec2' || way === 'healthchecksec2') return 'EC2';
  if (way === 'elb' || way === 'healthcheckelb') return 'ELB';
  if (!way.endsWith('withadditionalchecks') || additional === null) return null;
  const types = additional.match(/(?<=HealthCheckType[._])[A-Z_]+/g) ?? [];
  return types.length === 0 ? null : types.join(',');
}

function isHandedOver(argument: Node): boolean {
  return argument.type !== 'keyword_argument' && isOpen(argument);
}

const ALL_METRICS = /GroupMetrics\s*[._]\s*[aA]ll\s*\(/;
const GROUP_METRIC = /(?<=GroupMetric[._])[A-Z_]+/g;

/** `[GroupMetrics.all()]`, or `new GroupMetrics(GroupMetric.IN_SERVICE_INSTANCES, …)` */
function metricsCollection(metrics: Node): Fact {
  const items = itemsIn(metrics);
  if (items === null) return unknownAt(metrics);
  const code = items.map((item) => codeOf(resolve(item, '')[0]?.node ?? item));
  const collections = code.map((each) => {
    const names = each.match(GROUP_METRIC) ?? [];
    if (ALL_METRICS.test(each)) return { granularity: '1Minute' };
    return names.length === 0 ? null : { granularity: '1Minute', metrics: names.map(metricName) };
  });
  const known = collections.filter((collection) => collection !== null);
  return known.length < collections.length ? unknownAt(metrics) : knownAt(known, metrics);
}

/** `IN_SERVICE_INSTANCES` is `GroupInServiceInstances`. */
function metricName(member: string): string {
  const words = member.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
  return `Group${words.join('')}`;
}

/** The health check of a target group. */
export function healthCheckSettings(properties: readonly Property[]): Record<string, Fact> {
  const check = find(properties, 'healthcheck');
  if (check === null) return {};
  const settings = namedSettings(TARGET_GROUP, resolvedProperties(check), HEALTH_CHECK);
  if (isOpen(check)) settings[OTHER_SETTINGS] = unknownAt(check);
  return settings;
}

/** The settings of a construct that takes what CloudFormation takes. */
export function plainSettings(resource: Resource, { properties }: Construct): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const [path, name] of pathsOf('cloudformation', resource)) {
    const value = at(properties, path.split('.'));
    if (value !== null) settings[name] = valueAs(resource.settings[name]?.type ?? 'text', value);
  }
  const list = resource.attributes === undefined ? null : at(properties, [resource.attributes]);
  const items = list === null ? [] : itemsIn(list);
  if (list !== null && items === null) settings[OTHER_SETTINGS] = unknownAt(list);
  for (const item of items ?? []) {
    const pair = resolvedProperties(item);
    const [key, value] = [find(pair, 'key'), find(pair, 'value')];
    const name = key === null ? null : settingOf(key);
    if (value !== null && name?.state === 'known' && typeof name.value === 'string')
      settings[name.value] = settingOf(value);
  }
  return settings;
}

function valueAs(type: SettingType, node: Node): Fact {
  if (isStructure(type) || type === 'verbatim') return structureOf(node);
  return type === 'number' ? asNumber(settingOf(node)) : settingOf(node);
}

function at(properties: readonly Property[], path: readonly string[]): Node | null {
  const [name = '', ...rest] = path;
  const value = find(properties, plainName(name));
  return value === null || rest.length === 0 ? value : at(resolvedProperties(value), rest);
}

function asNumber(value: Fact): Fact {
  const isNumber =
    value.state === 'known' && typeof value.value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value.value);
  return isNumber ? { ...value, value: Number(value.value) } : value;
}
