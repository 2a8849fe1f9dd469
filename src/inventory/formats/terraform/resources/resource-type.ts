import type { AssetKind, LinkRole } from '../../../../model/index.ts';

/**
 * How a resource type becomes an asset. `settings`: argument → setting; a dotted argument is in a nested block
 * (`health_check.path`), and a whole nested block becomes an object. Settings have the names that the CloudFormation
 * format gives them. Names of arguments: the documentation of the Terraform AWS provider.
 */
export interface ResourceType {
  kind: AssetKind;
  /** Argument of the database engine. */
  engine?: string;
  /** The engine of a version of Aurora MySQL where none is written. */
  impliedEngine?: 'aurora';
  /** Argument, or path of arguments, that carries the version. */
  version?: string;
  settings: Readonly<Record<string, string>>;
  /** As `settings`, for arguments that `special-settings.ts` gives another shape. */
  shaped?: Readonly<Record<string, string>>;
  /** Argument, or path of arguments → role of what it refers to. */
  links?: Readonly<Record<string, LinkRole>>;
  /** Links that lead from the other resource to this one. */
  reverseLinks?: Readonly<Record<string, LinkRole>>;
  /** The setting that other resources name this one by, where they do so by text. */
  identifier?: string;
}
