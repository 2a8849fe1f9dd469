import type { SettingValue } from '../model/index.ts';

// Spelling of the API's names in each tool.

/** Leading words that the API writes in capitals. */
const ACRONYM = /^(?:db|vpc|ca|s3|ok)(?=[A-Z])/;
const LEADING_CAPITALS = /^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/;

/** API field name in camelCase: `MultiAZ` becomes `multiAZ`, `VPCZoneIdentifier` `vpcZoneIdentifier`. */
export function apiName(name: string): string {
  return name.replace(LEADING_CAPITALS, (capitals) => capitals.toLowerCase());
}

/** Inverse of {@link apiName}: `dbClusterIdentifier` becomes `DBClusterIdentifier`. */
export function pascalApiName(name: string): string {
  return name
    .replace(ACRONYM, (word) => word.toUpperCase())
    .replace(/^[a-z]/, (first) => first.toUpperCase());
}

/** Words of a name: `enableIAMDatabaseAuthentication` becomes `enable`, `iam`, `database`, `authentication`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/ARNs$/, 'Arns')
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map((word) => word.toLowerCase());
}

export function snakeCase(name: string): string {
  return wordsOf(name).join('_');
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Name in lower case without underscores, so that `engineVersion`, `engine_version` and `EngineVersion` are equal. */
export function plainName(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

/** Value with the keys of every nested map as API field names. */
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
