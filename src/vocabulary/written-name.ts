import { isFileLocation, type Asset, type AssetKind } from '../model/index.ts';
import { namesOf } from './names.ts';
import { apiName, camelCase, snakeCase, wordsOf } from './spelling.ts';
import { resourceOf, resourcesOfAsset, resourcesOfKind, type Declared } from './types.ts';
import type { OwnTypeName } from './cdk/own-types.ts';
import type { Resource, Setting, Tool } from './words.ts';

/** What tells how an asset is written. */
type Written = Declared & Pick<Asset, 'source' | 'name' | 'location'>;

/**
 * A setting as the tool of the asset writes it: `health_check.path`, `HealthCheckPath`. Null where the tool has no name
 * for it that is known: a parameter of the engine, a setting that another resource makes.
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
      // The name of the resource does not tell its type: what all its properties are in stands for itself.
      const plain = resourcesOfAsset(asset).map((resource) => ({ ...resource, within: undefined }));
      return firstName(source, plain, setting)?.replace(/^\./, '') ?? null;
    }
    case 'cdk':
      if (name.startsWith(OF_CLOUDFORMATION)) return cloudFormationProperty(asset, setting);
      return inLanguage(firstName(source, resourcesOfAsset(asset), setting) ?? setting, location);
    default:
      return firstName(source, resourcesOfAsset(asset), setting);
  }
}

/** The property of a tool that holds a setting of a new resource. @throws {RangeError} where the tool has none */
export function propertyToWrite(
  tool: 'terraform' | 'cloudformation',
  resource: Resource,
  setting: string,
): string {
  const name = firstName(tool, [resource], setting);
  if (name === null) throw new RangeError(`${tool} has no ${setting} of ${resource.kind}.`);
  return name;
}

/** A setting as a construct of the CDK writes it: of its own ones, and of those that have CloudFormation's properties. */
export function constructProperty(asset: Written, setting: string, className: string): string | null {
  return className.startsWith(OF_CLOUDFORMATION)
    ? cloudFormationProperty(asset, setting)
    : writtenName(asset, setting);
}

/** How the CDK's constructs begin that have CloudFormation's properties and no others. */
const OF_CLOUDFORMATION = 'Cfn';

function cloudFormationProperty(asset: Declared & Pick<Asset, 'location'>, setting: string): string | null {
  const name = firstName('cloudformation', resourcesOfAsset(asset), setting);
  return name === null ? null : inLanguage(constructWord(name), asset.location);
}

/** Every path of a setting in a construct of the CDK, the one to write first: `healthCheck.grace`. */
export function constructPaths(asset: Written, setting: string, className: string): readonly string[] {
  const first = constructProperty(asset, setting, className);
  if (first === null || className.startsWith(OF_CLOUDFORMATION)) return first === null ? [] : [first];
  const others = resourcesOfAsset(asset).flatMap((each) => namesOf('cdk', each, setting));
  return [...new Set([first, ...others.map((name) => inLanguage(name, asset.location))])];
}

/** The type of the CDK that its own constructs take for a setting; null where that is a literal. */
export function ownTypeOf(asset: Declared, setting: string): OwnTypeName | null {
  return rowOf(asset, setting)?.cdkType ?? null;
}

/** The properties in which the CDK's own constructs have the fields of a setting; null where it is one property. */
export function propertiesBeside(asset: Declared, setting: string): Readonly<Record<string, string>> | null {
  return rowOf(asset, setting)?.beside?.cdk ?? null;
}

function rowOf(asset: Declared, setting: string): Setting | undefined {
  return resourcesOfAsset(asset).flatMap(({ settings }) => settings[setting] ?? [])[0];
}

/** A name of CloudFormation as constructs that follow it have it: `topicArn` of `TopicARN`. */
export function constructWord(property: string): string {
  return camelCase(wordsOf(apiName(property)).join('_'));
}

/** Whether a setting is one of the keys and values that load balancers and target groups have. */
export function isAttribute(kind: AssetKind, setting: string): boolean {
  return attributeList(kind, setting) !== null;
}

/** CloudFormation's list of keys and values that holds a setting; null for one that is a property. */
export function attributeList(kind: AssetKind, setting: string): string | null {
  const resource = resourcesOfKind(kind).find(({ settings }) => settings[setting]?.type === 'attribute');
  return resource?.attributes ?? null;
}

/** A tool's type of a new resource. @throws {RangeError} where the tool has none */
export function typeToWrite(tool: 'terraform' | 'cloudformation', { kind, types }: Resource): string {
  const type = tool === 'terraform' ? types.terraform?.[0] : types.cloudformation;
  if (type === undefined) throw new RangeError(`${tool} has no type of ${kind}.`);
  return type;
}

function firstName(tool: Tool, resources: readonly Resource[], setting: string): string | null {
  return resources.flatMap((resource) => namesOf(tool, resource, setting))[0] ?? null;
}

/** `aws_lb` of `module.a["b.c"].aws_lb.main[0]`. */
function typeIn(address: string): string {
  return (
    address
      .replace(/\[[^[\]]*\]/g, '')
      .split('.')
      .at(-2) ?? ''
  );
}

/** Programs spell the properties of the CDK in the manner of their language. */
function inLanguage(property: string, location: Asset['location']): string {
  const file = isFileLocation(location) ? location.file : '';
  if (file.endsWith('.py')) return property.split('.').map(snakeCase).join('.');
  if (/\.(?:cs|go)$/.test(file))
    return property.replace(/(?<![A-Za-z])[a-z]/g, (first) => first.toUpperCase());
  return property;
}
