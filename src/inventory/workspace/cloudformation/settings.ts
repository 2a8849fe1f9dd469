import type { Value } from '../draft.ts';
import { entriesOf, itemsOf, textOf, valueOf } from '../document/node.ts';
import { settingName, withApiNames } from './api-names.ts';
import { asBoolean, asNumber, propertyOf } from './properties.ts';
import { resolve } from './resolve.ts';
import { targetsOf, toSetting, toText, type Resolved } from './resolved.ts';
import type { ResourceRule } from './resource-rules.ts';
import type { Scope } from './scope.ts';
import type { Resource } from './template.ts';

/** Properties that name another asset, which is known by its logical id where AWS makes up the name. */
const NAMES_ASSET: ReadonlySet<string> = new Set([
  'DBClusterIdentifier',
  'DBClusterParameterGroupName',
  'DBParameterGroupName',
  'DBInstanceParameterGroupName',
  'GlobalClusterIdentifier',
  'SourceDBClusterIdentifier',
  'AutoScalingGroupName',
]);

/** Everything that a rule wants to know of a resource, as settings. */
export function settingsOf(resource: Resource, rule: ResourceRule, scope: Scope): Record<string, Value> {
  const settings: Record<string, Value> = {};
  const put = (name: string, value: Value | null) => {
    if (value !== null) settings[name] = value;
  };
  for (const property of rule.texts ?? []) {
    put(settingName(property), textSetting(property, propertyOf(resource.properties, property, scope)));
  }
  for (const property of rule.numbers ?? []) {
    const value = toSetting(propertyOf(resource.properties, property, scope));
    put(settingName(property), value && asNumber(value));
  }
  for (const property of rule.booleans ?? []) {
    const value = toSetting(propertyOf(resource.properties, property, scope));
    put(settingName(property), value && asBoolean(value));
  }
  for (const property of rule.structures ?? []) {
    const value = toSetting(propertyOf(resource.properties, property, scope));
    put(
      settingName(property),
      value?.state === 'known' ? { ...value, value: withApiNames(value.value) } : value,
    );
  }
  for (const property of rule.verbatim ?? []) {
    put(settingName(property), toSetting(propertyOf(resource.properties, property, scope)));
  }
  for (const property of rule.attributes ?? []) {
    for (const item of itemsOf(valueOf(resource.properties, property))) {
      const key = textOf(valueOf(item, 'Key'));
      if (key !== null) put(key, toText(propertyOf(item, 'Value', scope)));
    }
  }
  if (rule.parameters !== undefined) {
    for (const entry of entriesOf(valueOf(resource.properties, rule.parameters))) {
      put(entry.key, toText(resolve(entry.value, scope)));
    }
  }
  return settings;
}

function textSetting(property: string, resolved: Resolved): Value | null {
  const [target, ...others] = targetsOf(resolved);
  if (
    resolved.state === 'unknown' &&
    target !== undefined &&
    others.length === 0 &&
    NAMES_ASSET.has(property)
  ) {
    return { state: 'known', value: target, at: resolved.at, how: 'literal', uses: [] };
  }
  return toText(resolved);
}
