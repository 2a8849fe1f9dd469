import { isFileLocation, type Asset, type AssetKind } from '../model/index.ts';
import { apiName, settingName } from './formats/cloudformation/resources/api-names.ts';
import { RESOURCE_RULES } from './formats/cloudformation/resources/resource-rules.ts';
import { cdkProperty } from './resources/database-settings.ts';
import { HEALTH_CHECK_SETTINGS, SERVICE_CLASSES } from './formats/programs/services/service-classes.ts';
import type { ResourceType } from './formats/terraform/resources/resource-type.ts';
import { RESOURCE_TYPES } from './formats/terraform/resources/resource-types.ts';
import { camelCase } from './formats/terraform/resources/settings.ts';

// The tables by which formats read settings, backward: what is written for a setting here is read as that setting.

type Names = ReadonlyMap<string, string>;

/**
 * A setting as the tool of the asset writes it: `health_check.path`, `HealthCheckPath`. Null where the tool has no name
 * for it that is known: a MySQL parameter, a setting that another resource makes.
 */
export function writtenName(
  { source, kind, name, location }: Pick<Asset, 'source' | 'kind' | 'name' | 'location'>,
  setting: string,
): string | null {
  switch (source) {
    case 'terraform':
      return terraformNames(name, kind).get(setting) ?? null;
    case 'cloudformation':
      return CLOUDFORMATION.get(kind)?.get(setting) ?? null;
    case 'cdk':
      return inLanguage(CDK.get(kind)?.get(setting) ?? cdkProperty(setting), location);
    case 'pulumi':
      // Its provider is generated from Terraform's.
      return mapped(TERRAFORM_BY_KIND.get(kind)?.get(setting), camelCase);
    case 'kubernetes':
      return requestField(kind, setting);
    case 'ansible':
      return mapped(requestField(kind, setting), (field) => words(field).join('_'));
    case 'shell':
      return mapped(requestField(kind, setting), (field) => `--${words(field).join('-')}`);
    case 'image':
    case 'api':
      return null;
  }
}

const TERRAFORM_BY_KIND = namesByKind([...RESOURCE_TYPES.values()].map((type) => [type.kind, namesIn(type)]));
const TERRAFORM_BY_TYPE: ReadonlyMap<string, Names> = new Map(
  [...RESOURCE_TYPES].map(([type, rule]) => [type, namesIn(rule)] as const),
);

/** An address tells the resource type, and with it which of the arguments that mean the same. */
function terraformNames(address: string, kind: AssetKind): Names {
  const type = address
    .replace(/\[[^[\]]*\]/g, '')
    .split('.')
    .at(-2);
  return TERRAFORM_BY_TYPE.get(type ?? '') ?? TERRAFORM_BY_KIND.get(kind) ?? new Map();
}

function namesIn({ settings, shaped = {} }: ResourceType): Names {
  return inverse([...Object.entries(settings), ...Object.entries(shaped)]);
}

const CLOUDFORMATION = namesByKind(
  [...RESOURCE_RULES.values()].map(({ kind, shaped = {}, ...rule }) => {
    const { texts = [], numbers = [], booleans = [], structures = [], verbatim = [] } = rule;
    const properties = [...texts, ...numbers, ...booleans, ...structures, ...verbatim].map(
      (path) => [path.slice(path.lastIndexOf('.') + 1), settingName(path)] as const,
    );
    return [kind, inverse([...properties, ...Object.entries(shaped)])];
  }),
);

const CDK = namesByKind([
  ...[...SERVICE_CLASSES.values()].map(
    ({ kind, settings }) => [kind, inverse(Object.entries(settings))] as const,
  ),
  [
    'target-group',
    inverse(Object.entries(HEALTH_CHECK_SETTINGS).map(([name, setting]) => [`healthCheck.${name}`, setting])),
  ],
]);

/** A field of a request to the API, which CloudFormation names its properties by. */
function requestField(kind: AssetKind, setting: string): string {
  return mapped(CLOUDFORMATION.get(kind)?.get(setting), apiName) ?? setting;
}

/** The names of a kind; where several resources are of that kind, those of the first that has one. */
function namesByKind(all: readonly (readonly [AssetKind, Names])[]): ReadonlyMap<AssetKind, Names> {
  const merged = new Map<AssetKind, Names>();
  for (const [kind, names] of all) merged.set(kind, new Map([...names, ...(merged.get(kind) ?? [])]));
  return merged;
}

/** Setting → written; of several names for one setting the last, which stands for the resource itself. */
function inverse(entries: readonly (readonly [written: string, setting: string])[]): Names {
  return new Map(entries.map(([written, setting]) => [setting, written]));
}

function mapped(name: string | undefined, spell: (name: string) => string): string | null {
  return name === undefined ? null : spell(name);
}

/** Programs spell the properties of the CDK in the manner of their language. */
function inLanguage(property: string, location: Asset['location']): string {
  const file = isFileLocation(location) ? location.file : '';
  if (file.endsWith('.py'))
    return property
      .split('.')
      .map((part) => words(part).join('_'))
      .join('.');
  if (/\.(?:cs|go)$/.test(file))
    return property.replace(/(?<![A-Za-z])[a-z]/g, (first) => first.toUpperCase());
  return property;
}

/** `enableIAMDatabaseAuthentication` is `enable`, `iam`, `database`, `authentication`. */
function words(name: string): string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/).map((word) => word.toLowerCase());
}
