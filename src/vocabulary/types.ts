import { memoize, type Asset, type AssetKind, type LinkRole } from '../model/index.ts';
import { settingsByAnyName, namesOf } from './names.ts';
import { RESOURCES } from './resources.ts';
import { apiName, plainName, pascalApiName, snakeCase } from './spelling.ts';
import type { Link, Resource, Source, Tool } from './resource-types.ts';

/** Tools with resource types; `cdktf` is the CDK for Terraform. */
type TypedTool = Exclude<Tool, 'shell'> | 'cdktf';

/** Resource for a tool's type (`aws_rds_cluster`, `AWS::RDS::DBCluster`, `CfnDBCluster`); null for all others. */
export function resourceOf(tool: TypedTool, type: string): Resource | null {
  return typesOf(tool).get(type) ?? null;
}

/** Resources of a tool by type. */
export const typesOf = memoize(
  (tool: TypedTool): ReadonlyMap<string, Resource> =>
    new Map([
      ...RESOURCES.flatMap((resource) => typesIn(resource, tool).map((type) => [type, resource] as const)),
      ...(tool === 'terraform' ? RESOURCES.flatMap(cloudControl) : []),
    ]),
);

/** Property with a CloudFormation resource's own name, which `Ref` returns. */
export function nameProperty(type: string): string | null {
  const resource = resourceOf('cloudformation', type);
  if (resource?.name === undefined || resource.isReferredById === true) return null;
  return namesOf('cloudformation', resource, resource.name)[0] ?? null;
}

/** Resources of a kind, the usual one first. */
export function resourcesOfKind(kind: AssetKind): readonly Resource[] {
  return RESOURCES.filter((resource) => resource.kind === kind);
}

/** Resources that an asset can be declared as, the usual one first. */
export function resourcesOfAsset({ kind, declaredAs }: Declared): readonly Resource[] {
  return resourcesOfKind(declaredAs ?? kind);
}

/** Fields that identify an asset's resource. */
export type Declared = Pick<Asset, 'kind' | 'declaredAs'>;

/**
 * Setting for the name that a user gives a resource of a kind.
 * @throws {RangeError} if there is none
 */
export function nameSetting(kind: AssetKind): string {
  const name = resourcesOfKind(kind).find((resource) => resource.name !== undefined)?.name;
  if (name === undefined) throw new RangeError(`A ${kind} has no name of its own.`);
  return name;
}

/** Settings of a kind that reference the source of a database's version. */
export function sourcesOf(kind: AssetKind): { name: string; source: Source }[] {
  return resourcesOfKind(kind).flatMap(({ settings }) =>
    Object.entries(settings).flatMap(([name, { source }]) =>
      source === undefined ? [] : [{ name, source }],
    ),
  );
}

/** Links that the resources of a kind can have. */
export function linksOfKind(kind: AssetKind): Link[] {
  return [...new Set(resourcesOfKind(kind).flatMap(({ links = [] }) => links))];
}

/** Settings of a kind that reference the targets of its links with a role. */
export function referenceSettings(kind: AssetKind, role: LinkRole): string[] {
  const links = linksOfKind(kind).filter((link) => link.role === role);
  return [...new Set(links.flatMap(({ settings = [] }) => settings))];
}

/** Settings whose list order matters. */
export function orderedSettings(): string[] {
  return RESOURCES.flatMap(({ settings }) =>
    Object.keys(settings).filter((name) => settings[name]?.isOrdered === true),
  );
}

/** User-given name of an asset; null if AWS generates it, or it is unknown. */
export function userGivenName(asset: Declared & Pick<Asset, 'settings'>): string | null {
  const { settings } = asset;
  const names = resourcesOfAsset(asset).map(({ name }) => (name === undefined ? undefined : settings[name]));
  const given = names.find((name) => typeof name === 'string' || typeof name === 'number');
  return given === undefined ? null : String(given);
}

/** Types of the provider that follows CloudFormation, with their own arguments. */
function cloudControl(resource: Resource): (readonly [string, Resource])[] {
  const settings = Object.entries(resource.settings).map(([name, row]) => {
    const terraform = namesOf('cloudformation', resource, name).map((each) => snakeCase(apiName(each)));
    return [name, { ...row, terraform }] as const;
  });
  const own = { ...resource, settings: Object.fromEntries(settings) };
  return (resource.types.awscc ?? []).map((type) => [type, own]);
}

/** Setting for a property name in any tool's spelling; null if it is not read. */
export function settingNamed(kind: AssetKind, property: string): string | null {
  return settingsByName(kind).get(plainName(property)) ?? null;
}

const settingsByName = memoize(
  (kind: AssetKind): ReadonlyMap<string, string> =>
    new Map(
      // The usual resource of the kind comes last, so that its names win.
      resourcesOfKind(kind)
        .toReversed()
        .flatMap(settingsByAnyName)
        .map(([name, setting]) => [plainName(name), setting] as const),
    ),
);

function typesIn({ types }: Resource, tool: TypedTool): readonly string[] {
  const [, service = '', name = ''] = types.cloudformation?.split('::') ?? [];
  const classes = types.pulumi ?? [];
  switch (tool) {
    case 'terraform':
    case 'ansible':
      return types[tool] ?? [];
    case 'cloudformation':
      return types.cloudformation === undefined ? [] : [types.cloudformation];
    case 'cdk':
      return [...Object.keys(types.cdk ?? {}), ...(name === '' ? [] : [`Cfn${name}`])];
    case 'cdktf':
      return (types.terraform ?? []).map((type) => type.split('_').slice(1).map(pascalApiName).join(''));
    case 'pulumi':
      // Pulumi's native provider follows CloudFormation, with acronyms as words.
      return name === '' ? classes : [...classes, `${service.toLowerCase()}:${name.replace(/^DB/, 'Db')}`];
    case 'kubernetes': {
      // The types of AWS Controllers for Kubernetes are named as in the API, those of Crossplane as in Terraform.
      const own = [name, ...classes.map((each) => each.slice(each.indexOf(':') + 1))];
      return [...own, ...(types.kubernetes ?? [])].filter((each) => each !== '');
    }
  }
}
