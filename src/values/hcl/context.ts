import type {
  Attribute,
  BranchDecisions,
  Expression,
  SourceFile,
  TraversalStep,
} from '../../syntax/index.ts';
import type { Budget } from '../budget.ts';
import type { FolderListing } from '../value/members.ts';
import type { Origin, MapValue, Value } from '../value/value.ts';

/** Names that an expression can use, and its owner. */
export interface Context {
  scope: ScopeView;
  /** Owner of the expression, a resource, module call, local or variable, e.g. `aws_rds_cluster.main`. */
  owner: string;
  /** Origin of a literal in this expression. */
  origin: Origin;
  /** Local names of the expression: `each`, `count`, the variables of a `for`. */
  bindings: ReadonlyMap<string, Value>;
  /** Evaluates another expression; passed in so that operations and functions need not import it. */
  evaluate: (expression: Expression, context: Context) => Value;
}

/** Module around an expression, as far as expressions need it. */
export interface ScopeView {
  /** Prefix of the module's addresses: `` or `module.db.`. */
  readonly prefix: string;
  /** Folder of the module. */
  readonly folder: string;
  /** File with the module's call; null for a root module. */
  readonly calledFrom: string | null;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly surroundings: Surroundings;
  /** Looks up the inputs that the module's caller passes. */
  readonly inputs: InputLookup;
  context(owner: string, origin: Origin, bindings?: ReadonlyMap<string, Value>): Context;
  /** Value of a name; null if Terraform does not define it. */
  lookUp(expression: Expression & { kind: 'reference' }, context: Context): ResolvedName | null;
}

/** Data that the scopes of one reading share. */
export interface Surroundings extends FolderListing {
  /** Cost limit of one reading, whatever its files contain. */
  readonly budget: Budget;
  /** Folder of the deployed root module. */
  readonly root: string;
  /** Folder of the including file; absent for code that is not included. */
  readonly including?: string;
  /** Reads a file that code names; null if it is unreadable. */
  readonly readFile: (file: string) => SourceFile | null;
  /** `locals` and `inputs` of a Terragrunt file, for other files. */
  readonly readConfig: (source: SourceFile) => MapValue;
  /** Values of a variables file. */
  readonly readVariables: (source: SourceFile) => MapValue;
  /** Places of values that `merge` overrides, and the calls that do so. */
  readonly replaced: Map<string, Set<Expression>>;
  readonly branches: BranchDecisions;
}

/** Value at the start of a traversal, and the steps that remain. */
export interface ResolvedName {
  result: Value;
  rest: readonly TraversalStep[];
}

/** Returns the caller's unevaluated expression for a variable; null if there is none, or none can be shown. */
export type InputLookup = (variable: string) => { expression: Expression; context: Context } | null;
