import { OTHER_PARAMETERS, OTHER_SETTINGS, type AssetKind } from '../../../../model/index.ts';
import {
  constructSetting,
  holdsSettings,
  INSTANCE_CLASS,
  resourcesOfKind,
  settingNamed,
} from '../../../../vocabulary/index.ts';
import { draftOfMap } from '../../../resources/declared-map.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { namedValues } from '../../../resources/passes/named-values.ts';
import { type Fact, listOf, objectAt, textOfFact, type Value, withValue } from '../../../../values/index.ts';
import {
  mayPassMore,
  isOverridden,
  resolve,
  resolvedProperties,
  factOf,
  spanAt,
  unknownFactAt,
  valueIn,
} from '../../../../values/programs/index.ts';
import {
  argumentsOf,
  calleeOf,
  propertyValue,
  lastName,
  type Property,
  type Node,
} from '../../../../syntax/programs/index.ts';
import type { Construct } from './constructs.ts';
import { draftAt } from './drafts.ts';
import { methodCallsOn } from './method-calls.ts';
import { namedSettings, settingOfType, settingsBySwitches, settingsOfClass } from './named-settings.ts';

/** Settings of a cluster's or instance's construct by API name, engine parameters by their own names. */
export function databaseSettings(construct: Construct): AssetDraft['settings'] {
  const { kind, properties } = construct;
  const settings = { ...settingsOfClass(construct), ...instanceSettings(kind, properties) };
  const count =
    propertyValue(properties, 'instanceprops') === null ? propertyValue(properties, 'instances') : null;
  if (count !== null && kind === 'database') settings['instanceCount'] = factOf(count);
  return withOthers(settings, construct);
}

/** Settings, marked as incomplete if a construct gets properties that are not visible. */
export function withOthers(
  settings: AssetDraft['settings'],
  construct: Construct,
  others = OTHER_SETTINGS,
): AssetDraft['settings'] {
  const { call } = construct;
  return mayPassMore(call) || isOverridden(construct)
    ? { ...settings, [others]: unknownFactAt(call) }
    : settings;
}

/** A parameter group with its initial parameters and those added later. */
export function draftOfGroup(construct: Construct): AssetDraft {
  const { kind, name, className, properties } = construct;
  // The engine of a group contains the version that its family is derived from.
  const written = properties.filter((property) => property.name !== 'engine');
  const draft = draftOfMap({
    ...draftAt(kind, name, className),
    entries: [
      ...written.map((property) => ({ key: property.name, value: () => valueIn(property.value) })),
      { key: 'parameters', value: () => pairsAddedBy('addparameter', construct) },
    ],
    named: () => [],
  });
  return { ...draft, settings: withOthers(draft.settings, construct, OTHER_PARAMETERS) };
}

/** Name-value pairs that calls of a method add: `alb.setAttribute('health_check_logs.s3.enabled', 'true')`. */
export function pairsAddedBy(method: string, construct: Construct): Value {
  const pairs = methodCallsOn(construct, method).map(({ call }) => {
    const [name, value] = argumentsOf(call).map((argument) => valueIn(argument));
    const isPair = name !== undefined && value !== undefined;
    return isPair ? objectAt({ name, value }, spanAt(call)) : valueIn(call);
  });
  return listOf(pairs, null, spanAt(construct.call));
}

/** Settings of a cluster or an instance, with the engine parameters that it sets inline. */
export function instanceSettings(kind: AssetKind, properties: readonly Property[]): Record<string, Fact> {
  const [resource] = resourcesOfKind(kind);
  if (resource === undefined) return {};
  const settings: Record<string, Fact> = {};
  for (const { name, value } of properties) {
    const [own, row] = constructSetting(resource, name) ?? [];
    const setting = own ?? settingNamed(kind, name);
    if (setting !== null && name === 'parametergroup') settings[setting] = nameOfGroup(value);
    else if (setting !== null)
      settings[setting] = row === undefined ? factOf(value) : settingOfType(row, value);
    else if (name === 'parameters') Object.assign(settings, namedValues(valueIn(value), OTHER_PARAMETERS));
    else if (holdsSettings(resource, name))
      Object.assign(settings, namedSettings(resource, resolvedProperties(value), `${name}.`));
  }
  const type = settings[INSTANCE_CLASS];
  if (type !== undefined) settings[INSTANCE_CLASS] = asDatabaseClass(type);
  return { ...settings, ...settingsBySwitches(resource, properties, settings) };
}

/** The CDK takes classes as EC2 names them. */
function asDatabaseClass(value: Fact): Fact {
  const name = textOfFact(value);
  return name === null || name.startsWith('db.') ? value : withValue(value, () => `db.${name}`);
}

/** A group that is not made here may have its name written; one that is made here is linked. */
function nameOfGroup(value: Node): Fact {
  const { node } = resolve(value);
  const callee = calleeOf(node);
  const name = argumentsOf(node).at(-1);
  const isNamed = callee !== null && /^from_?parameter_?group_?name$/i.test(lastName(callee));
  return isNamed && name !== undefined ? factOf(valueOfArgument(name)) : unknownFactAt(value);
}

/** Value of a keyword argument; any other argument itself. */
function valueOfArgument(argument: Node): Node {
  return argument.type === 'keyword_argument' ? (argument.lastNamedChild ?? argument) : argument;
}
