import {
  argumentsOf,
  callOfClass,
  matchesInCode,
  firstOfChain,
  namesUsedIn,
  qualifiedNameOf,
  type Program,
  propertiesOf,
  type Property,
  stringIn,
  variableOf,
  type Node,
} from '../../../../syntax/programs/index.ts';
import type { AssetKind } from '../../../../model/index.ts';
import { typesOf } from '../../../../vocabulary/index.ts';
import { passedProperties, resolve } from '../../../../values/programs/index.ts';

/** A call that creates a resource. */
export interface Construct {
  kind: AssetKind;
  name: string;
  /** Node of the class name. */
  className: Node;
  call: Node;
  properties: readonly Property[];
  /** The variable or field that keeps it. */
  variable: string | null;
  /** Receiver, if a method of another construct created it. */
  createdFrom: Node | null;
}

const DATABASE_KINDS: ReadonlySet<AssetKind> = new Set([
  'database',
  'db-instance',
  'global-cluster',
  'cluster-parameter-group',
  'db-snapshot',
]);
/** Classes of Pulumi's provider whose names other services share. */
const AMBIGUOUS_CLASSES: ReadonlyMap<string, AssetKind> = new Map(
  [...typesOf('pulumi')]
    .filter(([type, { kind }]) => DATABASE_KINDS.has(kind) && !/:Db/.test(type))
    .map(([type, { kind }]) => [type.slice(type.indexOf(':') + 1), kind] as const),
);
/** Classes of the CDK and CDK for Terraform. */
const DATABASE_CLASSES: ReadonlyMap<string, AssetKind> = new Map(
  [...typesOf('cdk'), ...typesOf('cdktf')]
    .filter(([, { kind }]) => DATABASE_KINDS.has(kind))
    .map(([name, { kind }]) => [name, kind] as const),
);
const DATABASE_CLASS = patternOf(DATABASE_CLASSES.keys());
/** Classes that other services name alike: machines and volumes have instances and snapshots, too. */
const SHARED_CLASS = /^(?:Instance|Snapshot|SnapshotCopy)$/;
const OF_RDS = String.raw`(?<=\brds\s*\.\s*(?:New)?)`;
const CLASS_OR_AMBIGUOUS = patternOf(
  [...DATABASE_CLASSES.keys(), ...AMBIGUOUS_CLASSES.keys()].map((name) =>
    SHARED_CLASS.test(name) ? OF_RDS + name : name,
  ),
);
/** Services and clouds whose constructs have the same names as those of RDS. */
const OTHER_SERVICES = ['docdb', 'documentdb', 'neptune', 'redshift', 'alicloud', 'huaweicloud'];
/** Names that are also parts of other words. */
const SHORT_SERVICES = ['ecs', 'eks', 'msk', 'dax', 'emr'];
const OTHER_SERVICE = new RegExp(
  String.raw`${OTHER_SERVICES.join('|')}|(?:^|[\s._/])(?:${SHORT_SERVICES.join('|')})(?:$|[\s._/])`,
  'i',
);
const RDS_IMPORT = /pulumi[\w./@-]*aws|[Aa]ws[./][Rr]ds/;
const maxConstructs = 2000;
/** Scope or context, then the identifier. */
const ID_POSITIONS = 2;

/** Constructs of a program for databases and groups, in source order. */
export function constructsIn(program: Program): Construct[] {
  const pattern = databaseClassIn(program.source.text);
  return findConstructs(
    pattern,
    program,
    (name) => DATABASE_CLASSES.get(name) ?? AMBIGUOUS_CLASSES.get(name),
  );
}

/** True if the text of a program can contain database constructs. */
export function mayMakeDatabases(text: string): boolean {
  return text.search(CLASS_OR_AMBIGUOUS) >= 0 && text.search(databaseClassIn(text)) >= 0;
}

function databaseClassIn(text: string): RegExp {
  return RDS_IMPORT.test(text) ? CLASS_OR_AMBIGUOUS : DATABASE_CLASS;
}

/** Pattern that finds calls of classes; in Go, a `New…` function takes the place of a class. */
export function patternOf(classes: Iterable<string>): RegExp {
  const called = String.raw`\s*(?:(?:\?\.\s*)?[(<{]|\??\.\s*(?:[bB]uilder|create)(?!\w))`;
  return new RegExp(`(?<![\\w$])(?:New)?(?:${[...classes].join('|')})(?![\\w$])(?=${called})`, 'g');
}

/** Calls of classes that match `pattern` and belong to a kind, in source order. */
export function findConstructs(
  pattern: RegExp,
  program: Program,
  kindOf: (className: string) => AssetKind | undefined,
): Construct[] {
  return matchesInCode(pattern, maxConstructs, program).flatMap(({ node, code }) => {
    const name = code.replace(/^New/, '');
    const kind = kindOf(name);
    const call = kind === undefined ? null : callOfClass(node);
    if (kind === undefined || call === null || OTHER_SERVICE.test(qualifiedNameOf(node))) return [];
    return [constructOf(kind, name, node, call)];
  });
}

function constructOf(kind: AssetKind, type: string, className: Node, call: Node): Construct {
  const isBuilder = call.type === 'method_invocation' && call.childForFieldName('object') !== null;
  const properties = isBuilder ? propertiesOf(call) : passedProperties(call);
  const variable = variableOf(call);
  const id = identifierIn(argumentsOf(isBuilder ? firstOfChain(call) : call)) ?? variable;
  const name = id === null ? type : `${type}.${id}`;
  return { kind, name, className, call, properties, variable, createdFrom: null };
}

/** Identifier of a construct: the first known text after the scope. */
export function identifierIn(args: readonly Node[]): string | null {
  for (const argument of args.slice(0, ID_POSITIONS)) {
    if (argument.type === 'keyword_argument') return null;
    const string = stringIn(resolve(argument).node);
    if (string !== null) return string.text.slice(0, 80);
  }
  return null;
}

/** True if an expression refers to a construct: `cluster`, `this.cluster.ref`. */
export function refersTo(expression: Node, { variable }: Construct): boolean {
  return variable !== null && variable !== '' && namesUsedIn(expression).has(variable);
}
