import type { Location } from './location.ts';
import type { ProductId } from './product.ts';
import type { Problem, Text } from './basics/text.ts';

/** One thing you run. */
export const ASSET_KINDS = [
  'database',
  'db-instance',
  'global-cluster',
  'cluster-parameter-group',
  'parameter-group',
  'event-subscription',
  'auto-scaling-group',
  'lifecycle-hook',
  'launch-template',
  'load-balancer',
  'target-group',
  'log-group',
  'alarm',
  'composite-alarm',
  'event-rule',
  'event-target',
  'topic',
  'topic-subscription',
  'queue',
  'key',
  'function',
  'role',
  'policy',
  'instance-profile',
  'bucket',
  'ssm-parameter',
  's3-object',
  'image-build',
  'image-search',
  'ssm-association',
  'db-proxy',
  'trail',
  'database-extension',
  'operating-system',
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** How a version was found. */
export const RESOLUTIONS = [
  'literal',
  'default',
  'variable',
  'mapping',
  'constant',
  'partial',
  'floating',
  'unknown',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type SettingValue =
  string | number | boolean | null | readonly SettingValue[] | { readonly [name: string]: SettingValue };

/**
 * The RDS, Auto Scaling and Elastic Load Balancing APIs' field names in camelCase, and parameters of engines by their own
 * names, whatever the source. Absent means "not written": the source's own default applies.
 */
export type Settings = Readonly<Record<string, SettingValue>>;

/**
 * Among the `unknownSettings` of a parameter group, and of what uses it: it sets parameters that cannot be known. One
 * that is not in its settings may be among them.
 */
export const OTHER_PARAMETERS = 'parameters';

/** Among `unknownSettings`: what is not written here may be set by something that cannot be known. */
export const OTHER_SETTINGS = '*';

/** The setting of a cluster that lists the {@link NamedExtension}s of it. */
export const NAMED_EXTENSIONS = 'namedExtensions';

/** An extension of a database engine that code names. */
export interface NamedExtension extends Record<string, string | boolean> {
  name: string;
  /** `db/schema.sql:3`, or the parameter that loads it. */
  where: string;
  /** Whether it is this cluster's; else one of several uses it, and nothing tells which. */
  isOwn: boolean;
}

/** Whether a setting can have a value that is not known. */
export function isUnknownSetting(
  { settings, unknownSettings }: Pick<Asset, 'settings' | 'unknownSettings'>,
  name: string,
): boolean {
  if (unknownSettings.includes(name)) return true;
  return unknownSettings.includes(OTHER_SETTINGS) && !isSet(settings, name);
}

/** The id of the cluster that an instance is a member of; null of everything else. */
export function clusterOfInstance({ kind, links }: Pick<Asset, 'kind' | 'links'>): string | null {
  if (kind !== 'db-instance') return null;
  return links.find(({ role }) => role === 'member-of')?.assetId ?? null;
}

/** As {@link isUnknownSetting}, of an engine's parameter. */
export function isUnknownParameter(
  asset: Pick<Asset, 'settings' | 'unknownSettings'>,
  name: string,
): boolean {
  if (isUnknownSetting(asset, name)) return true;
  return asset.unknownSettings.includes(OTHER_PARAMETERS) && !isSet(asset.settings, name);
}

function isSet(settings: Settings, name: string): boolean {
  return (settings[name] ?? null) !== null;
}

/** What a deployment decides, and a resource exists by: a condition of a template, of `count`, of an `if` of a program. */
export interface Condition {
  /** The same for the same decision; other code has conditions of the same name. */
  key: string;
  /** As it is written: `IsProduction`, `var.environment == "prod"`. */
  name: string;
  /** Whether it has to hold, or must not. */
  holds: boolean;
}

/** `IsProduction`, `not IsProduction`. */
export function shownCondition({ name, holds }: Condition): string {
  return holds ? name : `not ${name}`;
}

/** The conditions that are not among those which are met anyway. */
export function openConditions(
  conditions: readonly Condition[] = [],
  met: readonly Condition[] = [],
): readonly Condition[] {
  return conditions.filter(
    ({ key, holds }) => !met.some((other) => other.key === key && other.holds === holds),
  );
}

/** Where code deploys something, as far as it says so. */
export interface DeployedTo {
  /** The Region; null where it is not known. */
  region: string | null;
  /** A provider other than the default one of its code: `aws.us`. */
  provider: string | null;
}

/** Whether two things are in the same Region, as far as is known; a provider with no known Region is of another one. */
export function isSameRegion(one: DeployedTo | undefined, other: DeployedTo | undefined): boolean {
  const [a, b] = [one?.region ?? null, other?.region ?? null];
  return a !== null && b !== null ? a === b : (one?.provider ?? null) === (other?.provider ?? null);
}

/** How one asset belongs to another. */
export const LINK_ROLES = [
  'member-of', // instance → cluster, cluster → global cluster, hook → group
  'cluster-parameter-group',
  'parameter-group',
  'source', // replica → the instance that it follows
  'launch-template',
  'target-group',
  'load-balancer',
  'image', // launch template → image, a family of images → the image of it that is named beside it
  'built-by', // machine, search for an image → what builds it; build → its recipe, components and base
  'notifies', // alarm, rule, topic, subscription, hook → what it hands on to
  'role', // function, hook, instance profile → the role that it acts with; machine → its instance profile
  'policy', // role → its policies
  'key', // topic → the key that encrypts it
  'bucket', // trail, load balancer → where it writes
  'watches', // alarm, subscription, rule → what it is about; association → whose instances it is for
] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

export interface AssetLink {
  role: LinkRole;
  assetId: string;
  /** All of them have to be met for the link to be there. */
  conditions?: readonly Condition[];
}

/** Tools whose code declares something. */
export const CODE_TOOLS = [
  'terraform',
  'cloudformation',
  'cdk',
  'pulumi',
  'kubernetes',
  'ansible',
  'shell',
  'image',
] as const;
type CodeTool = (typeof CODE_TOOLS)[number];

/** A place that uses a value written elsewhere. */
export interface Use {
  location: Location;
  /** The resource or module call that uses it, e.g. `aws_rds_cluster.main`. */
  name: string;
}

export interface Asset {
  /** Stable for one place: `file#address`, or an ARN. */
  id: string;
  kind: AssetKind;
  /** The kind of its resource, where that is another: a DB instance that is a database by itself. */
  declaredAs?: 'db-instance';
  product: ProductId | null;
  /** Resource address or identifier, e.g. `aws_rds_cluster.main`. */
  name: string;
  /** The tool whose defaults apply to what is not written. */
  source: CodeTool | 'api';
  /** As written; null when absent. */
  engineVersion: string | null;
  /** As understood; null when unknown, partial or floating. */
  version: string | null;
  /** The known beginning of a partial version (`3.04`, `3`); null otherwise. */
  versionPrefix: string | null;
  resolution: Resolution;
  /** Why the version is unknown, partial or floating. */
  reason: Text | null;
  /** What was declared, what runs and what is pending; all null where nothing is known. */
  versions: { declared: string | null; running: string | null; pending: string | null };
  /** The running version may be newer than the declared one: `ignore_changes`, automatic minor upgrades. */
  mayRunNewer: Text | null;
  settings: Settings;
  /** Settings that are written but whose value cannot be known. */
  unknownSettings: readonly string[];
  links: readonly AssetLink[];
  /** Where the version is written; where the asset is declared when no version is. */
  location: Location;
  /** Where the written value is used, when that is elsewhere. */
  uses: readonly Use[];
  /** How many of it this declaration makes (`count`, `for_each`, module calls); 1 when not known. */
  count: number;
  /** The environment that a variables file stands for (`prod.tfvars`), or null. */
  environment: string | null;
  /**
   * One of several to choose from, which the code is not seen to take; `release`: whichever it takes, only the release is
   * not certain, the system is; `replaced`: a default in place of which all code that uses it gives another value;
   * `uncalled`: part of a module or class that no scanned code uses, beside others that are used.
   */
  isUnselected?: Unselected;
  /** All of them have to be met for it to exist; absent where it always does. */
  conditions?: readonly Condition[];
  /** Absent where its code does not say. */
  deployedTo?: DeployedTo;
  /** Why a setting is unknown, where the code says it: a condition, or that changes of it are ignored. */
  unknownBecause?: Readonly<Record<string, Text>>;
}

export const UNSELECTED = [true, 'release', 'replaced', 'uncalled'] as const;
export type Unselected = (typeof UNSELECTED)[number];

/** True if nobody makes it: a module without the values that all of its users give, or a module without users. */
export function isReplaced({ isUnselected }: Pick<Asset, 'isUnselected'>): boolean {
  return isUnselected === 'replaced' || isUnselected === 'uncalled';
}

/** What is there, or may be. */
export function withoutReplaced<T extends Pick<Asset, 'isUnselected'>>(assets: readonly T[]): readonly T[] {
  return assets.some(isReplaced) ? assets.filter((asset) => !isReplaced(asset)) : assets;
}

/** What you run, and what could not be read of it. */
export interface Inventory {
  assets: readonly Asset[];
  suppressions: readonly Suppression[];
  problems: readonly Problem[];
  /** Only of accounts: the calls whose answers are missing. What needs them is unknown there, not absent. */
  unreadable?: readonly UnreadableCall[];
}

export const EMPTY_INVENTORY: Inventory = { assets: [], suppressions: [], problems: [] };

/** A call that was refused, failed or was not asked, in one Region of one account. */
export interface UnreadableCall {
  /** `rds:DescribeEventSubscriptions` */
  operation: string;
  account: string;
  region: string;
  /** The name of the error; `tier` where the scan was not to ask, `aggregator` where only AWS Config was asked. */
  reason: string;
}

/** A written request to leave something out, in a comment or in `.errata-lens.yaml`. */
export interface Suppression {
  /** A rule id, a bug id, or a prefix such as `check/`; empty where none is named. */
  target: string;
  /** The whole file, or the lines it speaks about; or the ARN of what runs. */
  scope: { file: string; lines: { first: number; last: number } | null } | { address: string };
  reason: string | null;
  /** Last day, as it is written: YYYY-MM-DD where it is one; null means for ever. */
  until: string | null;
  /** Where the suppression itself is written. */
  location: Location;
}
