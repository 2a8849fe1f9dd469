import type { Asset, ParameterValues } from '../../model/index.ts';
import type { Resource } from '../../vocabulary/index.ts';

/** A resource that a fix adds, described once for all tools. */
export interface NewResource {
  type: NewType;
  /** Second half of the resource's name, after the name of the asset: `save-logs` in `shop-save-logs`. */
  words: string;
  settings: Readonly<Record<string, NewValue>>;
  /** Comment in the generated code. */
  remark?: string;
}

/**
 * Names of a resource type in each tool. Names of settings are converted (`policyDocument` to `policy_document` and
 * `PolicyDocument`), unless they are listed here; null if a tool does not have the setting.
 */
export interface NewType {
  /** Suffix of names in tools that do not show the type beside the name. */
  suffix: string;
  /** Resource type in templates, `AWS::SNS::Topic`; null if only Terraform has this resource. */
  template: string | null;
  terraform: string;
  inTerraform?: Readonly<Record<string, string | null>>;
  inTemplate?: Readonly<Record<string, string | null>>;
  /** Settings that are lists in templates. */
  listed?: readonly string[];
  /** The CDK's higher-level construct, if it is better than the generated one, and the names of its attributes. */
  construct?: { className: string; takesSettings?: true } & Partial<Record<Reference['what'], string>>;
  /** Attributes that other resources refer to. */
  attributes?: Partial<Record<Reference['what'], AttributeNames>>;
  resource?: Resource;
}

/** Names of an attribute in each tool. */
export interface AttributeNames {
  /** Attribute of the resource, or a function from its address to an expression. */
  terraform: string | ((address: string) => string);
  /** Function of CloudFormation. */
  template: 'Ref' | 'Arn' | ((reference: Reference) => JoinedText);
}

/** Value of a setting of a new resource. A plain object is a map, whose keys are kept as they are. */
export type NewValue = string | number | boolean | readonly NewValue[] | Fields | Tagged;

interface Fields {
  readonly [name: string]: NewValue;
}

/** Values other than literals. */
type Tagged =
  | Reference
  | JoinedText
  | PseudoParameter
  | Document
  | Pairs
  | Struct
  | Parameters
  | Script
  | CdkObject
  | VerbatimCode;

/** An attribute of a new or existing resource that is known only after deployment. */
export interface Reference {
  is: 'reference';
  to: NewResource | Asset;
  /** `construct`: the object itself, in a program. */
  what: 'name' | 'arn' | 'automation' | 'construct';
}

/** A text composed of parts. */
export interface JoinedText {
  is: 'joined';
  parts: readonly (string | Reference | PseudoParameter)[];
}

/** A property of the account or Region that the code is deployed to. */
export interface PseudoParameter {
  is: 'pseudo';
  name: 'Partition' | 'Region' | 'AccountId';
}

/** A JSON document: a policy, a pattern. */
export interface Document {
  is: 'document';
  content: NewValue;
}

/** Names and values: a map in Terraform, a list of structures elsewhere. */
export interface Pairs {
  is: 'pairs';
  /** Name of the structure for each name and value. */
  of: string;
  rows: readonly (readonly [name: string, value: NewValue])[];
}

/** A structure whose fields have different names in each tool: a block in Terraform. */
export interface Struct {
  is: 'struct';
  of: string;
  fields: Readonly<Record<string, NewValue>>;
}

/** Parameters of an engine: a block for each in Terraform, a map elsewhere. */
export interface Parameters extends ParameterValues {
  is: 'parameters';
}

/** Lines of a script: one text in Terraform, a list elsewhere. */
export interface Script {
  is: 'script';
  lines: readonly NewValue[];
}

/** An object of the CDK, by its class or a static method: `new iam.ServicePrincipal('ec2.amazonaws.com')`. */
export interface CdkObject {
  is: 'made';
  module: 'iam';
  of: string;
  method: string | null;
  given: string;
}

/** Code from the file itself, verbatim. */
export interface VerbatimCode {
  is: 'written';
  code: string;
}

/**
 * Error for a reference that cannot be expressed at its place: its target is in another module, one of several, or
 * unknown.
 */
export class InexpressibleError extends Error {}

export function reference(to: NewResource | Asset, what: Reference['what']): Reference {
  return { is: 'reference', to, what };
}

export function concat(...parts: JoinedText['parts']): JoinedText {
  return { is: 'joined', parts };
}

export function pseudoParameter(name: PseudoParameter['name']): PseudoParameter {
  return { is: 'pseudo', name };
}

export function document(content: NewValue): Document {
  return { is: 'document', content };
}

export function struct(of: string, fields: Struct['fields']): Struct {
  return { is: 'struct', of, fields };
}

/** All references in a value, at any depth. */
export function referencesIn(value: NewValue): readonly Reference[] {
  if (typeof value !== 'object') return [];
  if (isList(value)) return value.flatMap(referencesIn);
  if (!isTagged(value)) return Object.values(value).flatMap(referencesIn);
  switch (value.is) {
    case 'reference':
      return [value];
    case 'joined':
      return value.parts.flatMap(referencesIn);
    case 'document':
      return referencesIn(value.content);
    case 'pairs':
      return value.rows.flatMap(([, each]) => referencesIn(each));
    case 'struct':
      return Object.values(value.fields).flatMap(referencesIn);
    case 'script':
      return value.lines.flatMap(referencesIn);
    case 'parameters':
    case 'pseudo':
    case 'made':
    case 'written':
      return [];
  }
}

/** True for values other than literals and maps. */
export function isTagged(value: Fields | Tagged): value is Tagged {
  return 'is' in value;
}

export function isStruct(value: NewValue): value is Struct {
  return typeof value === 'object' && !isList(value) && isTagged(value) && value.is === 'struct';
}

export function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}

/** True for a reference to a resource that is also new. */
export function isNewResource(to: Reference['to']): to is NewResource {
  return 'words' in to;
}
