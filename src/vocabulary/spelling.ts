import type { SettingValue } from '../model/index.ts';

// How tools spell the names that the API gives.

/** Leading words that the API writes in capitals. */
const ACRONYM = /^(?:db|vpc|ca|s3|ok)(?=[A-Z])/;
const LEADING_CAPITALS = /^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/;

/** An API field name in camelCase: `MultiAZ` is `multiAZ`, `VPCZoneIdentifier` `vpcZoneIdentifier`. */
export function apiName(name: string): string {
  return name.replace(LEADING_CAPITALS, (capitals) => capitals.toLowerCase());
}

/** The other way: `dbClusterIdentifier` is `DBClusterIdentifier`. */
export function propertyName(name: string): string {
  return name
    .replace(ACRONYM, (word) => word.toUpperCase())
    .replace(/^[a-z]/, (first) => first.toUpperCase());
}

/** `enableIAMDatabaseAuthentication` is `enable`, `iam`, `database`, `authentication`. */
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

/** In lower case without underscores, so that `engineVersion`, `engine_version` and `EngineVersion` are one. */
export function plainName(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
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
