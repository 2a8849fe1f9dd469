import type { AssetKind, LinkRole, SettingValue } from '../model/index.ts';
import type { OwnTypeName } from './cdk/own-types.ts';

/** Tools that have names of their own for what the API names. */
export type Tool = 'terraform' | 'cloudformation' | 'cdk' | 'pulumi' | 'kubernetes' | 'ansible' | 'shell';

/**
 * What a setting holds.
 * - `part`: a text that tells much even where a part of it is not known
 * - `structure`: a list or map whose keys are the API's
 * - `pairs`: a list of names and values; a map to some tools
 * - `queries`: queries of metrics; Terraform writes the metric of one otherwise
 * - `collections`: metrics that are collected, with their granularity; most tools only name the metrics
 * - `verbatim`: a map whose keys are the user's own, or a text of JSON; a part of it that is not known is null
 * - `script`: commands in lists and maps; what is not known of one stands as the code that says it
 * - `content`: the text of a file, or the map or list that it is made of; what is not known of it stands as it is written
 * - `attribute`: one of the keys and values that load balancers and target groups have: a text
 * - `answer`: what only the API tells, or what other resources make: no tool writes it
 */
export type SettingType =
  | 'text'
  | 'part'
  | 'number'
  | 'boolean'
  | Structure
  | 'verbatim'
  | 'content'
  | 'script'
  | 'attribute'
  | 'answer';
type Structure = 'structure' | 'pairs' | 'queries' | 'collections';

/** Whether a setting holds a list or map whose keys are the API's. */
export function isStructure(type: SettingType | undefined): type is Structure {
  return type === 'structure' || type === 'pairs' || type === 'queries' || type === 'collections';
}

/** A tool's paths of a setting (`health_check.path`), the one to write first; null where it has none. */
type Names = string | readonly string[] | null;

/** What a database can be made of, which tells its version; of a snapshot it can have a newer one. */
export type Source = 'replica' | 'copy' | 'globalSource' | 'snapshot';

/** A setting of a resource. Where a tool's names are not given, its naming rule gives them (`spelling.ts`). */
export interface Setting {
  type: SettingType;
  /** The request's field where the answer's is named otherwise: all tools but Terraform follow the request. */
  request?: string;
  terraform?: Names;
  cloudformation?: Names;
  /** The property of the CDK's own constructs. */
  cdk?: Names;
  /** The type of the CDK that its own constructs take for it, where that is no literal. */
  cdkType?: OwnTypeName;
  /** The CDK has a duration for it, the API a number of these. */
  cdkUnit?: 'days';
  /** The method of the CDK's own constructs that gives it what it is given, or switches it on. */
  cdkMethod?: string;
  /** Properties of the CDK that say it where it is not written. */
  cdkSwitches?: readonly Switch[];
  ansible?: Names;
  /** Fields of it that a tool writes beside it, by the paths of these. */
  beside?: Partial<Record<'terraform' | 'cdk', Readonly<Record<string, string>>>>;
  /** It is the older form of another setting, which has these values for it. */
  olderOf?: { setting: string; on: string; off: string };
  /** Names that any tool may have for it besides. */
  also?: readonly string[];
  /** The path of it in the API's answer, where that is not its name: `0` for the first of a list. */
  answer?: string;
  /** It names what a database without a written version has its version of. */
  source?: Source;
  /** The order of its items says something: what came first, or what is preferred. */
  isOrdered?: true;
  /** The call that tells it, where the description of the resource does not. */
  call?: string;
  /** What holds where it is not written, for the service and the tools that leave it to the service. */
  default?: SettingValue;
  /** The default of the Terraform AWS provider, and of Pulumi's, where it has one of its own. */
  terraformDefault?: SettingValue;
}

/**
 * A property that switches a setting on by being written, or by one value. Any other value leaves it as it is, or
 * switches it off.
 */
interface Switch {
  property: string;
  on?: string;
  isOffOtherwise?: true;
}

/** Something of a resource that names other assets. */
export interface Link {
  role: LinkRole;
  /** The kinds that it can name. */
  to: readonly AssetKind[];
  /** The other asset belongs to this one. */
  isReversed?: true;
  /** The settings that name it. */
  settings?: readonly string[];
  /** Paths that are no settings. */
  terraform?: readonly string[];
  cloudformation?: readonly string[];
  cdk?: readonly string[];
  /** The kinds that it can name in the CDK, which has one construct for several of them. */
  cdkTo?: readonly AssetKind[];
}

/** What tools call a resource. */
interface Types {
  terraform?: readonly string[];
  /** Of Terraform's provider that follows CloudFormation: its arguments are CloudFormation's properties. */
  awscc?: readonly string[];
  cloudformation?: string;
  /** The CDK's own constructs, with the defaults of each; `Cfn…` constructs go by CloudFormation's type. */
  cdk?: Readonly<Record<string, Readonly<Record<string, SettingValue>>>>;
  /** Methods of the CDK's constructs that make one, with the class of what they make. */
  cdkMethods?: Readonly<Record<string, string>>;
  /** Pulumi's provider, and Crossplane's that follow Terraform: a class of the service. */
  pulumi?: readonly string[];
  /** Of controllers of Kubernetes that name it otherwise than the API and Pulumi. */
  kubernetes?: readonly string[];
  ansible?: readonly string[];
}

/**
 * What AWS Config records of a resource: settings that every such resource has, others, and those that it never records.
 * What of the first and the last has no record is unknown, not absent. `spelled`: names that are not the setting's.
 */
interface Recorded {
  always: readonly string[];
  often: readonly string[];
  never: readonly string[];
  spelled?: Readonly<Record<string, string>>;
}

/** A kind of resource, as some types of every tool make it. */
export interface Resource {
  kind: AssetKind;
  types: Types;
  /** Where the API tells what the settings mean and what holds without them. */
  page: string;
  /** The setting that is its own name, by which others name it. */
  name?: string;
  /** CloudFormation's `Ref` gives something else than the name. */
  isReferredById?: true;
  /** It has an engine and a version; `aurora` where the engine is left out and the version is one of such an engine. */
  database?: { impliedEngine: 'aurora' | null };
  /** The property of CloudFormation in which all others are, unless their names say where. */
  within?: string | undefined;
  settings: Readonly<Record<string, Setting>>;
  /** CloudFormation's list of keys and values: every key is a setting of that name. */
  attributes?: string;
  /** It holds an engine's parameters: every parameter is a setting of its own name. */
  hasParameters?: true;
  config?: Recorded;
  links?: readonly Link[];
}
