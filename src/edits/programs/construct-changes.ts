import type { WrittenConstruct } from '../../inventory/index.ts';
import type { Asset, ChangeRequest, SettingValue } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import {
  constructPaths,
  isAttribute,
  ownTypeOf,
  separateProperties,
  snakeCase,
  type OwnTypeName,
} from '../../vocabulary/index.ts';
import type { Change } from '../edit.ts';
import { pascalCase } from '../fixes/names.ts';
import { quoteOf } from './group-edit.ts';
import { isFields, cdkCode } from './cdk-code.ts';
import {
  classCode,
  hasPropertyAt,
  addToListProperty,
  setMapProperty,
  propertyHolderAt,
  setPropertyCode,
  type PropertyHolder,
} from './property-changes.ts';

/** Requests that set properties of a construct. */
export type ConstructRequest = Extract<
  ChangeRequest,
  { kind: 'setting' | 'parameters' | 'parameter-group' | 'log-group' | 'enhanced-monitoring' }
>;

/**
 * True if a property of the construct is enough for a request. The CDK's own constructs create parameter groups, log
 * groups and roles from properties; for generated ones, these are resources of their own.
 */
export function isProperty(
  request: ChangeRequest,
  { kind }: Asset,
  { className }: WrittenConstruct,
): request is ConstructRequest {
  switch (request.kind) {
    case 'setting':
      return className.startsWith('Cfn') || !isAttribute(kind, request.setting);
    case 'parameters':
      return true;
    case 'parameter-group':
    case 'log-group':
    case 'enhanced-monitoring':
      return !className.startsWith('Cfn');
    default:
      return false;
  }
}

/** Changes of a construct for a request; null if a present value is not a literal. */
export function constructChanges(
  request: ConstructRequest,
  asset: Asset,
  source: SourceFile,
  construct: WrittenConstruct,
): Change[] | null {
  const place = { source, construct };
  switch (request.kind) {
    case 'setting':
      return settingChanges(request.setting, request.value, request.mode, asset, place);
    case 'parameters':
    case 'parameter-group':
      return setMapProperty(place, 'parameters', request.parameters);
    case 'log-group': {
      const setting = 'cloudwatchLogsRetention';
      const [path = ''] = constructPaths(asset, setting, construct.className);
      return hasPropertyAt(place, path) ? [] : settingChanges(setting, request.days, 'set', asset, place);
    }
    case 'enhanced-monitoring':
      return settingChanges('monitoringInterval', request.seconds, 'set', asset, place);
  }
}

function settingChanges(
  setting: string,
  value: SettingValue,
  mode: Extract<ChangeRequest, { kind: 'setting' }>['mode'],
  asset: Asset,
  place: PropertyHolder,
): Change[] | null {
  const { className, language } = place.construct;
  const isOwn = !className.startsWith('Cfn');
  const beside = isOwn ? separateProperties(asset, setting) : null;
  if (beside !== null && isFields(value)) {
    const fields = Object.entries(value).map(([field, each]) => {
      const property = beside[field] ?? '';
      const code = templateCode(each, place);
      return code === null
        ? null
        : setPropertyCode(place, language === 'python' ? snakeCase(property) : property, code);
    });
    return fields.includes(null) ? null : fields.flatMap((each) => each ?? []);
  }
  const [at] = constructPaths(asset, setting, className).flatMap(
    (path) => propertyHolderAt(place, path) ?? [],
  );
  if (at === undefined) return null;
  if (mode === 'add') return addToListProperty(at.place, at.property, value);
  const type = isOwn ? ownTypeOf(asset, setting) : null;
  if (type !== null) return cdkChanges(type, value, at);
  const code = templateCode(value, place, setting);
  return code === null ? null : setPropertyCode(at.place, at.property, code);
}

/** Sets a property to an object of the CDK, with its import. */
function cdkChanges(
  type: OwnTypeName,
  value: SettingValue,
  { place, property }: { place: PropertyHolder; property: string },
): Change[] | null {
  const own = cdkCode(type, value, place.source, place.construct);
  const set = own === null ? null : setPropertyCode(place, property, own.code);
  return own === null || set === null ? null : [...own.changes, ...set];
}

/**
 * Code of a value for a generated construct; null for lists. In Python, a structure is an object of the class that the
 * construct has for the field.
 */
function templateCode(value: SettingValue, place: PropertyHolder, name = ''): string | null {
  const { source, construct } = place;
  const isPython = construct.language === 'python';
  if (typeof value === 'string') return `${quoteOf(source)}${value}${quoteOf(source)}`;
  if (typeof value === 'boolean') return isPython ? pascalCase(String(value)) : String(value);
  if (typeof value === 'number') return String(value);
  if (!isFields(value)) return null;
  const fields = Object.entries(value).map(([field, each]) => {
    const code = templateCode(each, place, field);
    if (code === null) return null;
    return isPython ? `${snakeCase(field)}=${code}` : `${field}: ${code}`;
  });
  if (fields.includes(null)) return null;
  const inside = fields.join(', ');
  return isPython ? `${classCode(place)}.${pascalCase(name)}Property(${inside})` : `{ ${inside} }`;
}
