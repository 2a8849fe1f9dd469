import type { Attribute, Branches, Expression, SourceFile, Step } from '../../syntax/index.ts';
import type { Budget } from '../budget.ts';
import type { Listing } from '../members.ts';
import type { How, MapValue, Value } from '../value.ts';

/** What an expression can see, and whose it is. */
export interface Context {
  scope: ScopeView;
  /** The resource, module call, local or variable that the expression belongs to, e.g. `aws_rds_cluster.main`. */
  owner: string;
  /** How a literal in this expression counts as written. */
  how: How;
  /** Names that only the expression sees: `each`, `count`, the variables of a `for`. */
  bindings: ReadonlyMap<string, Value>;
  /** Follows another expression: handed in, so that operations and functions need not know who calls them. */
  evaluate: (expression: Expression, context: Context) => Value;
}

/** The module that an expression stands in, as far as expressions ask for it. */
export interface ScopeView {
  /** `` or `module.db.`: what the addresses in it begin with. */
  readonly prefix: string;
  /** The folder that it stands in. */
  readonly folder: string;
  /** The file that calls the module; null for what is deployed by itself. */
  readonly calledFrom: string | null;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly surroundings: Surroundings;
  /** As written by the caller of the module: a text that is known in part only is no value yet. */
  readonly inputs: Inputs;
  context(owner: string, how: How, bindings?: ReadonlyMap<string, Value>): Context;
  /** Null when the name is none of Terraform's. */
  lookUp(expression: Expression & { kind: 'reference' }, context: Context): Found | null;
}

/** What the scopes of one reading share. */
export interface Surroundings extends Listing {
  /** Bounds what one reading may cost, whatever its files say. */
  readonly budget: Budget;
  /** The folder that is deployed. */
  readonly root: string;
  /** The folder of the file that includes the code which asks; without it the code stands for itself. */
  readonly including?: string;
  /** A file that code names; null when it cannot be read. */
  readonly readFile: (file: string) => SourceFile | null;
  /** What a file of Terragrunt tells others: its `locals` and `inputs`. */
  readonly readConfig: (source: SourceFile) => MapValue;
  /** The values that a variables file gives. */
  readonly readVariables: (source: SourceFile) => MapValue;
  /** Places of values in whose stead `merge` puts others, and the calls that do. */
  readonly replaced: Map<string, Set<Expression>>;
  readonly branches: Branches;
}

/** A value found for the beginning of a traversal, and the steps that remain. */
export interface Found {
  result: Value;
  rest: readonly Step[];
}

/** What a caller writes for a variable, before it is evaluated; null when it gives none, or none can be shown. */
export type Inputs = (variable: string) => { expression: Expression; context: Context } | null;
