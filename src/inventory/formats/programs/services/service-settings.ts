import { OTHER_SETTINGS } from '../../../../model/index.ts';
import {
  AUTO_SCALING_GROUP,
  constructSetting,
  isStructure,
  NOTIFICATION_TYPES,
  pathsOf,
  TARGET_GROUP,
  type Resource,
  type SettingType,
} from '../../../../vocabulary/index.ts';
import { type Fact, textOfFact, withValue } from '../../../../values/index.ts';
import type { Construct } from '../constructs/constructs.ts';
import { namedSettings } from '../constructs/named-settings.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  propertyValue,
  lastName,
  normalizedName,
  type Property,
  type Node,
} from '../../../../syntax/programs/index.ts';
import {
  passedProperties,
  isOpen,
  itemsIn,
  knownFactAt,
  resolve,
  resolvedProperties,
  factOf,
  structureFactOf,
  unknownFactAt,
} from '../../../../values/programs/index.ts';
import { scriptOf } from './user-data.ts';

/** Prefix of the health check's properties. */
const HEALTH_CHECK_PREFIX = 'healthcheck.';

/**
 * Replacement settings of a group: `HealthCheck.elb({ grace })`, `HealthChecks.withAdditionalChecks({ additionalTypes,
 * gracePeriod })`.
 */
export function replacementSettings(properties: readonly Property[]): Record<string, Fact> {
  const health = propertyValue(properties, 'healthcheck') ?? propertyValue(properties, 'healthchecks');
  if (health === null) return {};
  const { node } = resolve(health);
  const callee = calleeOf(node);
  const factory = callee === null ? '' : normalizedName(lastName(callee));
  const given = callee === null ? [] : passedProperties(node);
  const types = propertyValue(given, 'additionaltypes');
  const type = healthCheckType(factory, types === null ? null : codeOf(types));
  const unknown = unknownFactAt(health);
  const grace = propertyValue(given, 'grace') ?? propertyValue(given, 'graceperiod');
  const isKnown = type !== null && !argumentsOf(node).some((argument) => isOpenArgument(argument));
  const [ofType, ofGrace] = ['type', 'grace'].map(
    (name) => constructSetting(AUTO_SCALING_GROUP, HEALTH_CHECK_PREFIX + name)?.[0] ?? name,
  ) as [string, string];
  if (!isKnown) return { [ofType]: unknown, [ofGrace]: unknown };
  return { [ofType]: knownFactAt(type, node), ...(grace === null ? {} : { [ofGrace]: factOf(grace) }) };
}

/** `notifications: [{ topic }]` means all events. */
export function notificationSettings(properties: readonly Property[]): Record<string, Fact> {
  const list = propertyValue(properties, 'notifications');
  const items = (list && itemsIn(list)) ?? [];
  const [name] = constructSetting(AUTO_SCALING_GROUP, 'notifications') ?? [];
  const isOfAll = items.every((item) => {
    const given = calleeOf(item) === null ? resolvedProperties(item) : passedProperties(item);
    return propertyValue(given, 'topic') !== null && propertyValue(given, 'scalingevents') === null;
  });
  if (list === null || name === undefined || items.length === 0 || !isOfAll) return {};
  return {
    [name]: knownFactAt(
      items.map(() => ({ notificationTypes: NOTIFICATION_TYPES })),
      list,
    ),
  };
}

function healthCheckType(factory: string, additional: string | null): string | null {
  if (factory === 'ec2' || factory === 'healthcheckec2' || factory === 'healthchecksec2') return 'EC2';
  if (factory === 'elb' || factory === 'healthcheckelb') return 'ELB';
  if (!factory.endsWith('withadditionalchecks') || additional === null) return null;
  const types = additional.match(/(?<=HealthCheckType[._])[A-Z_]+/g) ?? [];
  return types.length === 0 ? null : types.join(',');
}

function isOpenArgument(argument: Node): boolean {
  return argument.type !== 'keyword_argument' && isOpen(argument);
}

/** The health check of a target group. */
export function healthCheckSettings(properties: readonly Property[]): Record<string, Fact> {
  const check = propertyValue(properties, 'healthcheck');
  if (check === null) return {};
  const settings = namedSettings(TARGET_GROUP, resolvedProperties(check), HEALTH_CHECK_PREFIX);
  if (isOpen(check)) settings[OTHER_SETTINGS] = unknownFactAt(check);
  return settings;
}

/** Settings of a construct that takes CloudFormation properties. */
export function plainSettings(resource: Resource, { properties }: Construct): Record<string, Fact> {
  const settings: Record<string, Fact> = {};
  for (const [path, name] of pathsOf('cloudformation', resource)) {
    const value = at(properties, path.split('.'));
    if (value !== null) settings[name] = valueAs(resource.settings[name]?.type ?? 'text', value);
  }
  const list = resource.attributes === undefined ? null : at(properties, [resource.attributes]);
  const items = list === null ? [] : itemsIn(list);
  if (list !== null && items === null) settings[OTHER_SETTINGS] = unknownFactAt(list);
  for (const item of items ?? []) {
    const pair = resolvedProperties(item);
    const [key, value] = [propertyValue(pair, 'key'), propertyValue(pair, 'value')];
    const name = key === null ? null : textOfFact(factOf(key));
    if (value !== null && name !== null) settings[name] = factOf(value);
  }
  return settings;
}

function valueAs(type: SettingType, node: Node): Fact {
  if (isStructure(type) || type === 'verbatim') return structureFactOf(node);
  if (type === 'script') return scriptOf(node);
  const setting = factOf(node);
  return type === 'number' && /^-?\d+(?:\.\d+)?$/.test(textOfFact(setting) ?? '')
    ? withValue(setting, Number)
    : setting;
}

function at(properties: readonly Property[], path: readonly string[]): Node | null {
  const [name = '', ...rest] = path;
  const value = propertyValue(properties, normalizedName(name));
  return value === null || rest.length === 0 ? value : at(resolvedProperties(value), rest);
}
