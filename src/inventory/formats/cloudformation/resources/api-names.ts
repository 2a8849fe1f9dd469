import type { SettingValue } from '../../../../model/index.ts';

/** Where CloudFormation names a property differently from the answer of the service's own API. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['EnableCloudwatchLogsExports', 'enabledCloudwatchLogsExports'],
  ['EnableHttpEndpoint', 'httpEndpointEnabled'],
  ['EnableIAMDatabaseAuthentication', 'iamDatabaseAuthenticationEnabled'],
  ['EnablePerformanceInsights', 'performanceInsightsEnabled'],
  ['Family', 'dbParameterGroupFamily'],
  ['OKActions', 'okActions'],
  ['ScalingConfiguration', 'scalingConfigurationInfo'],
  ['SourceDBInstanceIdentifier', 'readReplicaSourceDBInstanceIdentifier'],
]);
const LEADING_CAPITALS = /^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/;

/** The setting that a property becomes: `LaunchTemplateData.ImageId` is `imageId`, `DBInstanceClass` `dbInstanceClass`. */
export function settingName(property: string): string {
  const name = property.slice(property.lastIndexOf('.') + 1);
  return RENAMED.get(name) ?? apiName(name);
}

/** An API field name in camelCase: `MultiAZ` is `multiAZ`, `VPCZoneIdentifier` `vpcZoneIdentifier`. */
export function apiName(name: string): string {
  return name.replace(LEADING_CAPITALS, (capitals) => capitals.toLowerCase());
}

/** The value with the keys of every map in it as API field names. */
export function withApiNames(value: SettingValue): SettingValue {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(withApiNames);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [apiName(name), withApiNames(inner)]),
  );
}

function isList(value: object): value is readonly SettingValue[] {
  return Array.isArray(value);
}
