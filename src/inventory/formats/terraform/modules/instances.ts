import { text } from '../../../../l10n/index.ts';
import type { Condition, DeploymentTarget, Text } from '../../../../model/index.ts';
import {
  type Context,
  creationCondition,
  shortCode,
  evaluate,
  creationConditions,
  isFixed,
  knownRowsOf,
  valueIfCreated,
} from '../../../../values/hcl/index.ts';
import { maxInstances, objectAt, scalarOf, unknown, type Value } from '../../../../values/index.ts';
import type { ModuleCall, ResourceDeclaration } from '../../../hcl/module.ts';
import { deployedToOf } from './deployed-to.ts';
import type { Scope } from '../../../hcl/scope.ts';
import {
  attributeOf,
  type Block,
  type Body,
  type Expression,
  locate,
  type Span,
} from '../../../../syntax/index.ts';

/** Instance of a resource: one key of `for_each`, or all instances that `count` creates. */
export interface Instance {
  /** Empty, or `["key"]`. */
  suffix: string;
  /** Key of `for_each`; null with `count` or neither. */
  key: string | null;
  bindings: ReadonlyMap<string, Value>;
  count: number | null;
  /** True if only a default disables it: a deployment can enable it. */
  isOff?: boolean;
  /** Conditions of the deployment under which it exists. */
  conditions: readonly Condition[];
}

/** Name and place of a draft's declaration. */
export interface Declaration {
  name: string;
  file: string;
  span: Span;
  count: number | null;
  /** True if the instance is off by default. */
  isOff?: boolean;
  /** Conditions, including those of the module. */
  conditions?: readonly Condition[];
  deployedTo?: DeploymentTarget | undefined;
}

/** Declaration as fields of a draft. */
export function draftOfDeclaration({ name, file, span, count, conditions = [], deployedTo }: Declaration) {
  return {
    source: 'terraform',
    ...{ name, file, at: locate(span), count },
    ...(conditions.length > 0 && { conditions }),
    ...(deployedTo !== undefined && { deployedTo }),
  } as const;
}

/** One resource that a block creates, with the context of its expressions. */
export interface ResourceInstance {
  /** Key of `for_each`. */
  key: string | null;
  context: Context;
  declared: Declaration;
}

/** A resource in a deployed module. Its instances are evaluated once for several passes. */
export class UsedResource {
  readonly scope: Scope;
  readonly type: string;
  /** Block, parsed on first access; most are never needed. */
  readonly block: Block;
  readonly #declaration: ResourceDeclaration;
  #instances: readonly ResourceInstance[] | null = null;

  constructor(declaration: ResourceDeclaration, scope: Scope) {
    this.#declaration = declaration;
    this.scope = scope;
    this.type = declaration.type;
    this.block = declaration.block;
  }

  /** Instances of the resource. Parses the block. */
  instances(): readonly ResourceInstance[] {
    return (this.#instances ??= createdBy(this.#declaration, this.scope));
  }
}

/** Instances that a resource block or module call creates. */
export function createdBy(
  { address, block, file }: Pick<ResourceDeclaration | ModuleCall, 'address' | 'block' | 'file'>,
  scope: Scope,
): ResourceInstance[] {
  const { body, labels, typeSpan } = block;
  const deployedTo = deployedToOf(body, scope, scope.context(address, 'literal'));
  return instancesOf(body, scope, address).map(
    ({ suffix, key, bindings, count, conditions, isOff = false }) => ({
      key,
      context: scope.context(address, 'literal', bindings),
      declared: {
        name: `${scope.prefix}${address}${suffix}`,
        file: scope.calledFrom ?? file,
        span: labels.at(-1) ?? typeSpan,
        count,
        isOff,
        conditions: [...scope.conditions, ...conditions],
        deployedTo,
      },
    }),
  );
}

/** True if a block creates nothing as written, by its code or a default. */
export function createsNothing(body: Body, scope: Scope): boolean {
  return instancesOf(body, scope, '').every(({ isOff }) => isOff === true);
}

/**
 * Instances by `count` and `for_each`. Empty if the code or the caller of its module sets 0. An instance disabled only
 * by a default stays, marked as off.
 */
export function instancesOf(body: Body, scope: Scope, owner: string): Instance[] {
  const context = scope.context(owner, 'literal');
  const isCalled = scope.calledFrom !== null;
  const count = attributeOf(body, 'count');
  if (count !== undefined) return instancesOfCount(count.value, context, isCalled);
  const forEach = attributeOf(body, 'for_each');
  if (forEach !== undefined) return instancesOfKeys(forEach.value, context, isCalled);
  return [{ suffix: '', key: null, bindings: new Map(), count: 1, conditions: [] }];
}

function instancesOfCount(written: Expression, context: Context, isCalled: boolean): Instance[] {
  const value = scalarOf(valueIfCreated(evaluate(written, context)))?.value;
  if (value === 0 && (isCalled || isFixed(written, context))) return [];
  const index = unknown(text('inventory.severalValues'), null);
  const bindings = new Map([['count', objectAt({ index }, written)]]);
  const count = typeof value === 'number' ? value : null;
  const conditions = creationConditions(written, context);
  return [{ suffix: '', key: null, bindings, count, isOff: count === 0, conditions }];
}

function instancesOfKeys(forEach: Expression, context: Context, isCalled: boolean): Instance[] {
  const collection = valueIfCreated(evaluate(forEach, context));
  const { rows, rest } = knownRowsOf(collection);
  const isSetHere = isCalled || isFixed(forEach, context);
  if (rows.length === 0 && rest === null && !isSetHere)
    return [instanceOffByDefault(forEach, collection, context)];
  const conditions = creationConditions(forEach, context);
  const isMany = rows.length > maxInstances;
  const instances = isMany ? [] : rows.map((row) => ({ ...instanceOfRow(row, forEach), conditions }));
  // A row with an unknown name represents all remaining rows.
  const hasUnknownKey = instances.some(({ key }) => key === null);
  if (!isMany && (rest === null || hasUnknownKey)) return instances;
  const bindings = unknownBindings(forEach, collection, text('inventory.severalValues'));
  return [...instances, { suffix: '', key: null, bindings, count: countOf(collection), conditions }];
}

function instanceOfRow(
  [key, value]: readonly [Value, Value],
  forEach: Expression,
): Omit<Instance, 'conditions'> {
  const name = scalarOf(key)?.text ?? null;
  return {
    suffix: name === null ? '' : `["${name}"]`,
    key: name,
    bindings: new Map([['each', objectAt({ key, value }, forEach)]]),
    count: name === null ? null : 1,
  };
}

/** The instance that a deployment creates if it fills a collection whose default is empty. */
function instanceOffByDefault(forEach: Expression, collection: Value, context: Context): Instance {
  const code = shortCode(forEach);
  const isTooLong = code === '…';
  const reason = isTooLong
    ? text('inventory.leftEmpty.forEach')
    : text('inventory.leftEmpty', { name: code });
  const bindings = unknownBindings(forEach, collection, reason);
  const conditions = [creationCondition(forEach, context)];
  return { suffix: '', key: null, bindings, count: null, isOff: true, conditions };
}

/** `each` with an unknown key and value, for the reason of the collection if that is unknown itself. */
function unknownBindings(forEach: Expression, collection: Value, reason: Text): Instance['bindings'] {
  const value = unknown(collection.kind === 'unknown' ? collection.reason : reason, forEach);
  return new Map([['each', objectAt({ key: value, value }, forEach)]]);
}

/** Number of keys; null if unknown. */
function countOf(collection: Value): number | null {
  if (collection.kind === 'list' && collection.rest === undefined) return collection.items.length;
  return collection.kind === 'map' && collection.isComplete ? collection.fields.size : null;
}
