import { text } from '../../l10n/index.ts';
import type { Condition, DeploymentTarget } from '../../model/index.ts';
import {
  argumentOf,
  type Expression,
  type HclFile,
  type Span,
  type TraversalStep,
} from '../../syntax/index.ts';
import {
  computedAtDeployment,
  type Context,
  evaluate,
  type ResolvedName,
  type InputLookup,
  knownRowsOf,
  lookedUpVersion,
  policyDocument,
  type ScopeView,
  type Surroundings,
  withTypeDefaults,
} from '../../values/hcl/index.ts';
import type { WorkspaceView } from '../reading/format.ts';
import { declarationsOf, type ModuleFolder, type ResourceDeclaration } from './module.ts';
import {
  type Origin,
  type Scalar,
  mapAt,
  mapOptions,
  missingValue,
  objectAt,
  scalarAt,
  scalarOf,
  TOO_COMPLEX,
  unknown,
  type Unknown,
  type Value,
} from '../../values/index.ts';
import { isPolicyDocument, versionLookup } from '../../vocabulary/index.ts';

const NO_BINDINGS: ReadonlyMap<string, Value> = new Map();
const IDENTITY_NAME = /(?:^|_)(?:id|arn|arn_suffix|name|identifier)s?$/;

/** Value that a caller or variables file sets for a variable; undefined if none. */
export type VariableLookup = (variable: string) => Value | undefined;

/** Surroundings of a folder's code, with the readers of embedded text. */
export interface FolderContext extends Surroundings, Pick<WorkspaceView, 'embedded'> {}

/** An instance of a module: its declarations, and the values from its caller or variables files. */
export class Scope implements ScopeView {
  readonly module: ModuleFolder;
  /** Prefix of the addresses in this module: empty, or `module.db.`. */
  readonly prefix: string;
  /** Calling module; null for the deployed module. */
  readonly caller: Scope | null;
  /** File of the outermost module call; null in the deployed module. */
  readonly calledFrom: string | null;
  readonly surroundings: FolderContext;
  /** Instances of called modules, by address without the prefix: `module.db`, `module.db["a"]`. */
  readonly children = new Map<string, Scope>();
  /** Looks up the inputs that the caller passes. */
  readonly inputs: InputLookup;
  readonly given: VariableLookup;
  /** Conditions of the deployment under which the module exists. */
  readonly conditions: readonly Condition[];
  /** Provider that the caller passes for a name, `aws` or `aws.us`; null if none. */
  readonly providerGiven: ((name: string) => DeploymentTarget | null) | null;
  private readonly variables = new Map<string, Value>();
  private readonly localValues = new Map<string, Value>();
  private readonly outputs = new Map<string, Value>();
  private readonly attributes = new Map<string, Value>();

  constructor(
    asAttributeOf: Pick<Scope, 'module' | 'prefix' | 'calledFrom' | 'surroundings'> &
      Partial<Pick<Scope, 'caller' | 'conditions' | 'providerGiven'>>,
    given: VariableLookup,
    inputs: InputLookup = () => null,
  ) {
    this.module = asAttributeOf.module;
    this.prefix = asAttributeOf.prefix;
    this.caller = asAttributeOf.caller ?? null;
    this.calledFrom = asAttributeOf.calledFrom;
    this.surroundings = asAttributeOf.surroundings;
    this.conditions = asAttributeOf.conditions ?? [];
    this.providerGiven = asAttributeOf.providerGiven ?? null;
    this.given = given;
    this.inputs = inputs;
  }

  get folder(): string {
    return this.module.folder;
  }

  get locals(): ModuleFolder['locals'] {
    return this.module.locals;
  }

  context(owner: string, origin: Origin, bindings = NO_BINDINGS): Context {
    return { scope: this, owner: `${this.prefix}${owner}`, origin, bindings, evaluate };
  }

  /** Resolves a reference; null if its root is no name of Terraform's. */
  lookUp(expression: Expression & { kind: 'reference' }, context: Context): ResolvedName | null {
    const { root, steps } = expression;
    const name = steps[0]?.kind === 'attribute' ? steps[0].name : null;
    switch (root) {
      case 'var':
        return name === null ? null : { result: this.variable(name), rest: steps.slice(1) };
      case 'local':
        return name === null ? null : { result: this.local(name), rest: steps.slice(1) };
      case 'module':
        return name === null ? null : this.output(expression, context);
      case 'path':
        return name === null ? null : { result: this.folderPath(name, expression), rest: [] };
      case 'data':
        return this.resource(expression, `data.${namesOfSteps(steps, 2).join('.')}`, steps.slice(2), context);
      default:
        return steps.length === 0 || name === null
          ? null
          : this.resource(expression, `${root}.${name}`, steps.slice(1), context);
    }
  }

  /** Value of a variable: from the caller or a variables file, else its default. */
  variable(name: string): Value {
    return this.variables.get(name) ?? computeOnce(this.variables, name, () => this.valueOfVariable(name));
  }

  private valueOfVariable(name: string): Value {
    const declared = this.module.variables.get(name);
    const given = this.given(name);
    const isNull = given !== undefined && scalarOf(given)?.value === null;
    if (given !== undefined && !(isNull && (declared?.defaultValue ?? null) !== null))
      return withTypeDefaults(given, declared?.type ?? null, this.context(`var.${name}`, 'default'));
    if (declared === undefined) return unknown(text('inventory.notDeclared', { name: `var.${name}` }), null);
    const { defaultValue, type } = declared;
    if (defaultValue === null) return unknown(text('inventory.noDefault', { name: `var.${name}` }), null);
    const context = this.context(`var.${name}`, 'default');
    return withTypeDefaults(evaluate(defaultValue, context), type, context);
  }

  local(name: string): Value {
    const { localValues: known } = this;
    return known.get(name) ?? computeOnce(known, name, () => this.valueOfLocal(name));
  }

  private valueOfLocal(name: string): Value {
    const attribute = this.module.locals.get(name);
    if (attribute === undefined) return missingValue(`local.${name}`, null);
    return evaluate(attribute.value, this.context(`local.${name}`, 'constant'));
  }

  /** Argument of a resource, from its block. */
  argument(resource: ResourceDeclaration, name: string, bindings?: ReadonlyMap<string, Value>): Value | null {
    const attribute = argumentOf(resource.block, name);
    if (attribute === undefined) return null;
    return evaluate(attribute.value, this.context(resource.address, 'literal', bindings));
  }

  /** `path.module`, `path.root`: as a path from the scanned folder. */
  private folderPath(name: string, span: Span): Value {
    const { folder } = this.module;
    const value = name === 'module' ? folder : this.surroundings.root;
    return scalarAt(value, span);
  }

  private output(expression: Expression & { kind: 'reference' }, context: Context): ResolvedName | null {
    const [call, ...rest] = expression.steps;
    const name = call?.kind === 'attribute' ? call.name : '';
    const [next] = rest;
    const key = next?.kind === 'index' ? scalarOf(evaluate(next.key, context)) : null;
    const child = this.child(name, key?.text ?? null);
    const steps = next?.kind === 'attribute' ? rest : rest.slice(1);
    if (child !== undefined && steps.length === 0) {
      const outputs = [...child.module.outputs.keys()].flatMap((each) => {
        const result = child.outputNamed(each);
        return result === null ? [] : [[each, result] as const];
      });
      return { result: mapAt(new Map(outputs), expression), rest: [] };
    }
    const result = child?.outputNamed(steps[0]?.kind === 'attribute' ? steps[0].name : '') ?? null;
    return result === null
      ? {
          result: {
            ...generatedValue(expression, `${this.prefix}module.${name}`),
            attribute: attributeIn(expression.steps.slice(1)),
          },
          rest: [],
        }
      : { result, rest: steps.slice(1) };
  }

  private outputNamed(name: string): Value | null {
    const value = this.module.outputs.get(name);
    if (value === undefined) return null;
    return (
      this.outputs.get(name) ??
      computeOnce(this.outputs, name, () => evaluate(value, this.context(`output.${name}`, 'constant')))
    );
  }

  private child(name: string, key: string | null): Scope | undefined {
    const keyed = key === null ? undefined : this.children.get(`module.${name}["${key}"]`);
    return (
      keyed ??
      this.children.get(`module.${name}`) ??
      [...this.children].find(([address]) => address.startsWith(`module.${name}[`))?.[1]
    );
  }

  /** Attribute of a resource: a written argument, else a value that AWS generates. */
  private resource(
    expression: Expression & { kind: 'reference' },
    address: string,
    steps: readonly TraversalStep[],
    context: Context,
  ): ResolvedName | null {
    const declared = this.module.resources.get(address);
    if (declared === undefined) return null;
    const index = steps[0]?.kind === 'index' ? steps[0] : null;
    const key = index === null ? null : scalarOf(evaluate(index.key, context));
    const full = `${this.prefix}${address}${typeof key?.value === 'string' ? `["${key.text}"]` : ''}`;
    const rest = steps.filter((step, i) => step.kind !== 'splat' && !(i === 0 && step.kind === 'index'));
    const name = rest[0]?.kind === 'attribute' ? rest[0].name : null;
    const row =
      typeof key?.value === 'string' ? this.eachOfInstance(declared, key.value) : new Map<string, Value>();
    const written = name === null || row === null ? null : this.attributeOf(declared, name, full, row);
    if (written === null)
      return { result: { ...generatedValue(expression, full), attribute: attributeIn(steps) }, rest: [] };
    const attribute = attributeIn(steps);
    return {
      result: mapOptions(written, (inner) => valueFromResource(full, attribute, inner)),
      rest: rest.slice(1),
    };
  }

  /** Attribute that code decides: a written argument, a version lookup. */
  private attributeOf(
    resource: ResourceDeclaration,
    name: string,
    address: string,
    row: ReadonlyMap<string, Value>,
  ): Value | null {
    const { block } = resource;
    const lookup = versionLookup(resource.type, name);
    if (lookup !== undefined) {
      const source = { address, span: block.labels[1] ?? block.typeSpan };
      return computeOnce(this.attributes, `${address}.${name}`, () =>
        lookedUpVersion(lookup, (argument) => this.argument(resource, argument, row), source),
      );
    }
    if (isPolicyDocument(resource.type, name)) {
      const at = block.labels[1] ?? block.typeSpan;
      return computeOnce(this.attributes, `${address}.${name}`, () =>
        policyDocument(block.body, this.context(resource.address, 'literal', row), at),
      );
    }
    if (argumentOf(block, name) === undefined) return null;
    return computeOnce(
      this.attributes,
      `${address}.${name}`,
      () => this.argument(resource, name, row) ?? missingValue(name, null),
    );
  }

  /** `each` of a resource's instance, by its key in `for_each`; null if unknown. */
  private eachOfInstance(
    { block, address }: ResourceDeclaration,
    key: string,
  ): ReadonlyMap<string, Value> | null {
    const forEach = argumentOf(block, 'for_each')?.value;
    const { rows } =
      forEach === undefined ? { rows: [] } : knownRowsOf(evaluate(forEach, this.context(address, 'literal')));
    const found = rows.find(([each]) => scalarOf(each)?.text === key);
    if (forEach === undefined || found === undefined) return null;
    return new Map([['each', objectAt({ key: found[0], value: found[1] }, forEach)]]);
  }
}

/** Computes a value once; a circular value is unknown. */
function computeOnce(known: Map<string, Value>, name: string, compute: () => Value): Value {
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, unknown(TOO_COMPLEX, null));
  const result = compute();
  known.set(name, result);
  return result;
}

/** Scope of files that are no deployed module: variables, settings, a Packer template. */
export function loneScope(
  folder: string,
  files: readonly HclFile[],
  surroundings: FolderContext,
  given: VariableLookup = () => undefined,
): Scope {
  return new Scope(
    { module: declarationsOf(folder, files), prefix: '', calledFrom: null, surroundings },
    given,
  );
}

/** Stands for a value that AWS generates. A resource's address represents its name: only its presence matters. */
function generatedValue(expression: Expression & { kind: 'reference' }, resource: string): Scalar | Unknown {
  const last = expression.steps.at(-1);
  if (last?.kind !== 'attribute' || !IDENTITY_NAME.test(last.name))
    return computedAtDeployment(expression, [resource]);
  return scalarAt(resource, expression, { resources: [resource] });
}

function valueFromResource(
  resource: string,
  attribute: string,
  result: Exclude<Value, { kind: 'choice' }>,
): Value {
  return result.kind === 'scalar' || result.kind === 'unknown'
    ? { ...result, resources: [resource], attribute }
    : result;
}

/** Attribute path in a resource, as written: `[0].identifier`; `[*]` means any of several. */
function attributeIn(steps: readonly TraversalStep[]): string {
  return steps.reduce((path, step) => {
    if (step.kind === 'attribute') return path === '' ? step.name : `${path}.${step.name}`;
    return step.kind === 'index' && step.key.kind === 'literal' ? `${path}[${step.key.text}]` : `${path}[*]`;
  }, '');
}

function namesOfSteps(steps: readonly TraversalStep[], count: number): string[] {
  return steps.slice(0, count).flatMap((step) => (step.kind === 'attribute' ? [step.name] : []));
}
