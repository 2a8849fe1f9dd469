import type { AssetKind, LinkRole, SettingValue } from '../model/index.ts';
import type { OwnTypeName } from './cdk/own-types.ts';

/** Tools with their own names for the API's fields. */
export type Tool = 'terraform' | 'cloudformation' | 'cdk' | 'pulumi' | 'kubernetes' | 'ansible' | 'shell';

/**
 * Type of a setting's value.
 * - `part`: a text that is useful even if a part of it is unknown
 * - `structure`: a list or map whose keys are the API's
 * - `pairs`: a list of names and values; a map in some tools
 * - `queries`: queries of metrics; Terraform writes their metric differently
 * - `collections`: collected metrics with their granularity; most tools only name the metrics
 * - `verbatim`: a map with the user's own keys, or a JSON text; unknown parts are null
 * - `script`: commands in lists and maps; unknown parts appear as their code
 * - `content`: the text of a file, or the map or list that it is made of; unknown parts appear as written
 * - `attribute`: one of the keys and values of load balancers and target groups: a text
 * - `answer`: known only from the API, or created by other resources: no tool writes it
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

/** True for a list or map whose keys are the API's. */
export function isStructure(type: SettingType | undefined): type is Structure {
  return type === 'structure' || type === 'pairs' || type === 'queries' || type === 'collections';
}

/** Paths of a setting in a tool (`health_check.path`), the one for writing first; null if it has none. */
type Names = string | readonly string[] | null;

/** Source of a database's version if it has none of its own; after a snapshot it can be newer. */
export type Source = 'replica' | 'copy' | 'globalSource' | 'snapshot';

/** A setting of a resource. A tool without explicit names follows its naming rule (`spelling.ts`). */
export interface Setting {
  type: SettingType;
  /** Field of the API request, if the response has another name: all tools but Terraform use the request's. */
  request?: string;
  terraform?: Names;
  cloudformation?: Names;
  /** Property of the CDK's own constructs. */
  cdk?: Names;
  /** Type of the value that the CDK's own constructs take; absent for a literal. */
  cdkType?: OwnTypeName;
  /** Present if the CDK has a duration, and the API a number of these units. */
  cdkUnit?: 'days';
  /** Method of the CDK's own constructs that sets it to its argument, or switches it on. */
  cdkMethod?: string;
  /** CDK properties that imply it if it is not written. */
  cdkSwitches?: readonly Switch[];
  ansible?: Names;
  /** Fields of the setting that a tool writes as properties beside it, by their paths. */
  beside?: Partial<Record<'terraform' | 'cdk', Readonly<Record<string, string>>>>;
  /** Newer setting that replaces it, with the corresponding values. */
  olderOf?: { setting: string; on: string; off: string };
  /** Further names in any tool. */
  also?: readonly string[];
  /** Path in the API response, if different from the setting's name: `0` for the first of a list. */
  answer?: string;
  /** Present if the setting references the source of a database's version, for a database without a version of its own. */
  source?: Source;
  /** True if the order of its items matters. */
  isOrdered?: true;
  /** Call that returns it, if the description of the resource does not contain it. */
  call?: string;
  /** Default of the service, and of tools that leave it to the service. */
  default?: SettingValue;
  /** Own default of the Terraform AWS provider, and of Pulumi's. */
  terraformDefault?: SettingValue;
}

/**
 * A property that switches a setting on by being written, or by one value. Any other value leaves it unchanged, or
 * switches it off.
 */
interface Switch {
  property: string;
  on?: string;
  isOffOtherwise?: true;
}

/** A reference of a resource to other assets. */
export interface Link {
  role: LinkRole;
  /** Kinds that it can reference. */
  to: readonly AssetKind[];
  /** True if the other asset belongs to this one. */
  isReversed?: true;
  /** Settings that contain the reference. */
  settings?: readonly string[];
  /** Paths of the reference in each tool that are not settings. */
  terraform?: readonly string[];
  cloudformation?: readonly string[];
  cdk?: readonly string[];
  /** Kinds that it can reference in the CDK, which has one construct for several of them. */
  cdkTo?: readonly AssetKind[];
}

/** Types of a resource in each tool. */
interface Types {
  terraform?: readonly string[];
  /** Types of Terraform's provider that follows CloudFormation: its arguments are CloudFormation's properties. */
  awscc?: readonly string[];
  cloudformation?: string;
  /** The CDK's own constructs, with the defaults of each; `Cfn…` constructs follow CloudFormation's type. */
  cdk?: Readonly<Record<string, Readonly<Record<string, SettingValue>>>>;
  /** Methods of the CDK's constructs that create one, with the created class. */
  cdkMethods?: Readonly<Record<string, string>>;
  /** Class in Pulumi's provider, and in the Crossplane providers that follow Terraform. */
  pulumi?: readonly string[];
  /** Kinds of Kubernetes controllers, if not named like the API or Pulumi. */
  kubernetes?: readonly string[];
  ansible?: readonly string[];
}

/**
 * Settings of a resource in AWS Config: those that every such resource has, others, and those that are never recorded.
 * A missing record of the first or last group means unknown, not absent. `spelled`: names that differ from the
 * setting's.
 */
interface Recorded {
  always: readonly string[];
  often: readonly string[];
  never: readonly string[];
  spelled?: Readonly<Record<string, string>>;
}

/** A resource with its types in every tool. */
export interface Resource {
  kind: AssetKind;
  types: Types;
  /** API page with the meanings and defaults of the settings. */
  page: string;
  /** Setting with its own name, for references by others. */
  name?: string;
  /** True if CloudFormation's `Ref` returns something other than the name. */
  isReferredById?: true;
  /** Present if it has an engine and a version; `aurora` if an omitted engine with a version means an Aurora engine. */
  database?: { impliedEngine: 'aurora' | null };
  /** CloudFormation property that contains all others, except those with a path of their own. */
  within?: string | undefined;
  settings: Readonly<Record<string, Setting>>;
  /** CloudFormation property with a list of keys and values: each key is the name of a setting. */
  attributes?: string;
  /** True if it contains an engine's parameters: every parameter is a setting of its own name. */
  hasParameters?: true;
  config?: Recorded;
  links?: readonly Link[];
}
