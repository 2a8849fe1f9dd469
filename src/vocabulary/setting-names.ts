import { isFileLocation, type Asset, type AssetKind } from '../model/index.ts';
import { namesOf } from './names.ts';
import { apiName, camelCase, snakeCase, wordsOf } from './spelling.ts';
import { resourceOf, resourcesOfAsset, resourcesOfKind, type Declared } from './types.ts';
import type { OwnTypeName } from './cdk/own-types.ts';
import type { Resource, Setting, Tool } from './resource-types.ts';

/** Fields that decide the spelling in an asset's code. */
type Written = Declared & Pick<Asset, 'source' | 'name' | 'location'>;

/**
 * Name of a setting in the asset's tool: `health_check.path`, `HealthCheckPath`. Null if the tool has no known name for
 * it: an engine's parameter, a setting that another resource creates.
 */
export function writtenName(asset: Written, setting: string): string | null {
  const { source, name, location } = asset;
  switch (source) {
    case 'image':
    case 'api':
      return null;
    case 'terraform': {
      const own = resourceOf('terraform', typeIn(name));
      return firstName(source, own === null ? resourcesOfAsset(asset) : [own], setting);
    }
    case 'cloudformation': {
      // The resource's name does not reveal its type, so the enclosing property is omitted.
      const plain = resourcesOfAsset(asset).map((resource) => ({ ...resource, within: undefined }));
      return firstName(source, plain, setting)?.replace(/^\./, '') ?? null;
    }
    case 'cdk':
      if (name.startsWith(CLOUDFORMATION_PREFIX)) return cloudFormationProperty(asset, setting);
      return propertyInLanguage(firstName(source, resourcesOfAsset(asset), setting) ?? setting, location);
    default:
      return firstName(source, resourcesOfAsset(asset), setting);
  }
}

/**
 * Property for a setting of a new resource.
 * @throws {RangeError} if the tool has none
 */
export function propertyToWrite(
  tool: 'terraform' | 'cloudformation',
  resource: Resource,
  setting: string,
): string {
  const name = firstName(tool, [resource], setting);
  if (name === null) throw new RangeError(`${tool} has no ${setting} of ${resource.kind}.`);
  return name;
}

/** Property of a CDK construct for a setting: of its own constructs, and of those with CloudFormation's properties. */
export function constructProperty(asset: Written, setting: string, className: string): string | null {
  return className.startsWith(CLOUDFORMATION_PREFIX)
    ? cloudFormationProperty(asset, setting)
    : writtenName(asset, setting);
}

/** Prefix of CDK constructs that have only CloudFormation's properties. */
const CLOUDFORMATION_PREFIX = 'Cfn';

function cloudFormationProperty(asset: Declared & Pick<Asset, 'location'>, setting: string): string | null {
  const name = firstName('cloudformation', resourcesOfAsset(asset), setting);
  return name === null ? null : propertyInLanguage(constructSpelling(name), asset.location);
}

/** Every path of a setting in a CDK construct, the one for writing first: `healthCheck.grace`. */
export function constructPaths(asset: Written, setting: string, className: string): readonly string[] {
  const first = constructProperty(asset, setting, className);
  if (first === null || className.startsWith(CLOUDFORMATION_PREFIX)) return first === null ? [] : [first];
  const others = resourcesOfAsset(asset).flatMap((each) => namesOf('cdk', each, setting));
  return [...new Set([first, ...others.map((name) => propertyInLanguage(name, asset.location))])];
}

/** CDK type that its own constructs take for a setting; null for a literal. */
export function ownTypeOf(asset: Declared, setting: string): OwnTypeName | null {
  return rowOf(asset, setting)?.cdkType ?? null;
}

/** Separate properties of the CDK's own constructs for the fields of a setting; null if it is one property. */
export function separateProperties(
  asset: Declared,
  setting: string,
): Readonly<Record<string, string>> | null {
  return rowOf(asset, setting)?.beside?.cdk ?? null;
}

function rowOf(asset: Declared, setting: string): Setting | undefined {
  return resourcesOfAsset(asset).flatMap(({ settings }) => settings[setting] ?? [])[0];
}

/** CloudFormation name in the spelling of constructs: `topicArn` for `TopicARN`. */
export function constructSpelling(property: string): string {
  return camelCase(wordsOf(apiName(property)).join('_'));
}

/** True for one of the keys and values of load balancers and target groups. */
export function isAttribute(kind: AssetKind, setting: string): boolean {
  return attributeList(kind, setting) !== null;
}

/** CloudFormation's list of keys and values that contains a setting; null for a property. */
export function attributeList(kind: AssetKind, setting: string): string | null {
  const resource = resourcesOfKind(kind).find(({ settings }) => settings[setting]?.type === 'attribute');
  return resource?.attributes ?? null;
}

/**
 * Type of a new resource in a tool.
 * @throws {RangeError} if the tool has none
 */
export function typeToWrite(tool: 'terraform' | 'cloudformation', { kind, types }: Resource): string {
  const type = tool === 'terraform' ? types.terraform?.[0] : types.cloudformation;
  if (type === undefined) throw new RangeError(`${tool} has no type of ${kind}.`);
  return type;
}

function firstName(tool: Tool, resources: readonly Resource[], setting: string): string | null {
  return resources.flatMap((resource) => namesOf(tool, resource, setting))[0] ?? null;
}

/** `aws_lb` in `module.a["b.c"].aws_lb.main[0]`. */
function typeIn(address: string): string {
  return (
    address
      .replace(/\[[^[\]]*\]/g, '')
      .split('.')
      .at(-2) ?? ''
  );
}

/** CDK property in the spelling of the program's language. */
function propertyInLanguage(property: string, location: Asset['location']): string {
  const file = isFileLocation(location) ? location.file : '';
  if (file.endsWith('.py')) return property.split('.').map(snakeCase).join('.');
  if (/\.(?:cs|go)$/.test(file))
    return property.replace(/(?<![A-Za-z])[a-z]/g, (first) => first.toUpperCase());
  return property;
}
