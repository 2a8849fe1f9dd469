import type { Location } from './location.ts';
import type { ProductId } from './product.ts';
import type { Problem, Text } from './basics/text.ts';

/** Kinds of resources in an inventory. */
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
  'db-snapshot',
  'operating-system',
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** Ways in which a version was found. */
export const VERSION_ORIGINS = [
  'literal',
  'default',
  'variable',
  'mapping',
  'constant',
  'partial',
  'floating',
  'unknown',
] as const;
export type VersionOrigin = (typeof VERSION_ORIGINS)[number];

export type SettingValue =
  string | number | boolean | null | readonly SettingValue[] | { readonly [name: string]: SettingValue };

/**
 * Settings by the camelCase field names of the RDS, Auto Scaling and Elastic Load Balancing APIs, and engine parameters
 * by their own names, whatever the source. Absent means "not written": the source's own default applies.
 */
export type Settings = Readonly<Record<string, SettingValue>>;

/**
 * Entry of `unknownSettings` of a parameter group and its users: the group also sets parameters that are unknown, so
 * any parameter missing from its settings may be among them.
 */
export const OTHER_PARAMETERS = 'parameters';

/** Entry of `unknownSettings`: any setting that is not written may be set by something unknown. */
export const OTHER_SETTINGS = '*';

/** Setting of a cluster that lists its {@link NamedExtension}s. */
export const NAMED_EXTENSIONS = 'namedExtensions';

/** An extension of a database engine that code names. */
export interface NamedExtension extends Record<string, string | boolean> {
  name: string;
  /** `db/schema.sql:3`, or the parameter that loads it. */
  where: string;
  /** True for this cluster's own extension; false if it belongs to one of several clusters, and which is unknown. */
  isOwn: boolean;
}

/** True if a setting may have an unknown value. */
export function isUnknownSetting(
  { settings, unknownSettings }: Pick<Asset, 'settings' | 'unknownSettings'>,
  name: string,
): boolean {
  if (unknownSettings.includes(name)) return true;
  return unknownSettings.includes(OTHER_SETTINGS) && !isSet(settings, name);
}

/** Id of the cluster that an instance is a member of; null for any other asset. */
export function clusterOfInstance({ kind, links }: Pick<Asset, 'kind' | 'links'>): string | null {
  if (kind !== 'db-instance') return null;
  return links.find(({ role }) => role === 'member-of')?.assetId ?? null;
}

/** Like {@link isUnknownSetting}, for an engine's parameter. */
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

/** A condition, decided at deployment, for a resource to exist: of a template, of `count`, of a program's `if`. */
export interface Condition {
  /** Key of the decision; other code may have conditions of the same name. */
  key: string;
  /** Condition as written: `IsProduction`, `var.environment == "prod"`. */
  name: string;
  /** True if the condition has to hold, false if it must not. */
  holds: boolean;
}

/** `IsProduction`, `not IsProduction`. */
export function conditionText({ name, holds }: Condition): string {
  return holds ? name : `not ${name}`;
}

/** Conditions that are not yet met. */
export function unmetConditions(
  conditions: readonly Condition[] = [],
  met: readonly Condition[] = [],
): readonly Condition[] {
  return conditions.filter(
    ({ key, holds }) => !met.some((other) => other.key === key && other.holds === holds),
  );
}

/** Deployment target of a resource, as far as its code states it. */
export interface DeploymentTarget {
  /** Region; null if unknown. */
  region: string | null;
  /** Provider other than its code's default: `aws.us`. */
  provider: string | null;
}

/**
 * True if two resources are in the same Region, as far as is known; a provider with an unknown Region counts as another
 * Region.
 */
export function isSameRegion(
  one: DeploymentTarget | undefined,
  other: DeploymentTarget | undefined,
): boolean {
  const [a, b] = [one?.region ?? null, other?.region ?? null];
  return a !== null && b !== null ? a === b : (one?.provider ?? null) === (other?.provider ?? null);
}

/** Roles of links between assets. */
export const LINK_ROLES = [
  'member-of', // instance → cluster, cluster → global cluster, hook → group
  'cluster-parameter-group',
  'parameter-group',
  'source', // replica → the instance that it follows
  'restored-from', // database → the one that its snapshot or its copy at a point in time was made of
  'launch-template',
  'target-group',
  'load-balancer',
  'image', // launch template → image; family of images → its image that is named beside it
  'built-by', // machine, image search → image build; build → its recipe, components and base
  'notifies', // alarm, rule, topic, subscription, hook → receiver of its messages
  'role', // function, hook, instance profile → its role; machine → its instance profile
  'policy', // role → its policies
  'key', // topic → the key that encrypts it
  'bucket', // trail, load balancer → destination of its logs
  'watches', // alarm, subscription, rule → its subject; association → the owner of its instances
] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

export interface AssetLink {
  role: LinkRole;
  assetId: string;
  /** Conditions that all have to hold for the link to exist. */
  conditions?: readonly Condition[];
}

/** Tools whose code declares resources. */
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

/** A place that uses a value defined elsewhere. */
export interface Use {
  location: Location;
  /** The resource or module call that uses it, e.g. `aws_rds_cluster.main`. */
  name: string;
}

export interface Asset {
  /** Stable for one place: `file#address`, or an ARN. */
  id: string;
  kind: AssetKind;
  /** Kind of its resource, if different: a DB instance that is a standalone database. */
  declaredAs?: 'db-instance';
  product: ProductId | null;
  /** Resource address or identifier, e.g. `aws_rds_cluster.main`. */
  name: string;
  /** Tool whose defaults apply to unwritten settings. */
  source: CodeTool | 'api';
  /** Version as written; null if absent. */
  engineVersion: string | null;
  /** Parsed version; null if unknown, partial or floating. */
  version: string | null;
  /** Known beginning of a partial version (`3.04`, `3`); null otherwise. */
  versionPrefix: string | null;
  resolution: VersionOrigin;
  /** Reason why the version is unknown, partial or floating. */
  reason: Text | null;
  /** Declared, running and pending version; each null if unknown. */
  versions: { declared: string | null; running: string | null; pending: string | null };
  /** Reason why the running version may be newer than the declared one: `ignore_changes`, automatic minor upgrades. */
  mayRunNewer: Text | null;
  settings: Settings;
  /** Settings that are written but whose value is unknown. */
  unknownSettings: readonly string[];
  links: readonly AssetLink[];
  /** Place of the version, or of the asset's declaration if it has none. */
  location: Location;
  /** Places that use the version, if it is written elsewhere. */
  uses: readonly Use[];
  /** Number of resources that this declaration makes (`count`, `for_each`, module calls); 1 if unknown. */
  count: number;
  /** Environment of a variables file (`prod.tfvars`), or null. */
  environment: string | null;
  /**
   * One of several options, without evidence that the code selects it; `release`: only the release is uncertain, the
   * system is the same for all options; `replaced`: a default that every user overrides; `uncalled`: part of a module
   * or class that no scanned code uses, although others are used.
   */
  isUnselected?: Unselected;
  /** Conditions that all have to hold for it to exist; absent if it always exists. */
  conditions?: readonly Condition[];
  /** Absent if its code does not state it. */
  deployedTo?: DeploymentTarget;
  /** Reasons why settings are unknown, if the code states them: a condition, or ignored changes. */
  unknownBecause?: Readonly<Record<string, Text>>;
}

export const UNSELECTED = [true, 'release', 'replaced', 'uncalled'] as const;
export type Unselected = (typeof UNSELECTED)[number];

/** True if it is never created: all users of the module override it, or the module has no users. */
export function isNeverCreated({ isUnselected }: Pick<Asset, 'isUnselected'>): boolean {
  return isUnselected === 'replaced' || isUnselected === 'uncalled';
}

/** Assets without those that are never created. */
export function withoutNeverCreated<T extends Pick<Asset, 'isUnselected'>>(
  assets: readonly T[],
): readonly T[] {
  return assets.some(isNeverCreated) ? assets.filter((asset) => !isNeverCreated(asset)) : assets;
}

/** Assets, and what could not be read. */
export interface Inventory {
  assets: readonly Asset[];
  suppressions: readonly Suppression[];
  problems: readonly Problem[];
  /** Calls without an answer, for account scans only. Anything that depends on them is unknown, not absent. */
  unreadable?: readonly UnreadableCall[];
}

export const EMPTY_INVENTORY: Inventory = { assets: [], suppressions: [], problems: [] };

/** A call that was refused, failed or skipped, in one Region of one account. */
export interface UnreadableCall {
  /** `rds:DescribeEventSubscriptions` */
  operation: string;
  account: string;
  region: string;
  /** Name of the error; `tier` if the scan's tier excludes the call, `aggregator` if only AWS Config was asked. */
  reason: string;
}

/** A suppression in a comment or in `.errata-lens.yaml`. */
export interface Suppression {
  /** A rule id, a bug id, or a prefix such as `check/`; empty for all. */
  target: string;
  /** The whole file, a range of its lines, or the ARN of a running resource. */
  scope: { file: string; lines: { first: number; last: number } | null } | { address: string };
  reason: string | null;
  /** Last day, as written: YYYY-MM-DD if valid; null means without end. */
  until: string | null;
  /** Place of the suppression itself. */
  location: Location;
}
