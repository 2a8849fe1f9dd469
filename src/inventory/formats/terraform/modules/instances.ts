import { text } from '../../../../l10n/index.ts';
import type { Condition, DeploymentTarget } from '../../../../model/index.ts';
import {
  type Context,
  creationCondition,
  shortCode,
  evaluate,
  creationConditions,
  knownRowsOf,
  valueIfCreated,
} from '../../../../values/hcl/index.ts';
import { maxInstances, objectAt, scalarOf, unknown, type Value } from '../../../../values/index.ts';
import type { ModuleCall, ResourceDeclaration } from '../../../hcl/module.ts';
import { deployedToOf } from './deployed-to.ts';
import type { Scope } from '../../../hcl/scope.ts';
import { attributeOf, type Block, type Body, locate, type Span } from '../../../../syntax/index.ts';

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
  #made: readonly ResourceInstance[] | null = null;

  constructor(declaration: ResourceDeclaration, scope: Scope) {
    this.#declaration = declaration;
    this.scope = scope;
    this.type = declaration.type;
    this.block = declaration.block;
  }

  /** Instances of the resource. Parses the block. */
  made(): readonly ResourceInstance[] {
    return (this.#made ??= createdBy(this.#declaration, this.scope));
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
  const count = attributeOf(body, 'count');
  if (count !== undefined) {
    const value = scalarOf(valueIfCreated(evaluate(count.value, context)))?.value;
    if (value === 0 && (count.value.kind === 'literal' || scope.calledFrom !== null)) return [];
    const index = unknown(text('inventory.severalValues'), null);
    const bindings = new Map([['count', objectAt({ index }, count.value)]]);
    const made = typeof value === 'number' ? value : null;
    const conditions = creationConditions(count.value, context);
    return [{ suffix: '', key: null, bindings, count: made, isOff: made === 0, conditions }];
  }
  const forEach = attributeOf(body, 'for_each');
  if (forEach === undefined)
    return [{ suffix: '', key: null, bindings: new Map(), count: 1, conditions: [] }];
  const collection = valueIfCreated(evaluate(forEach.value, context));
  const { rows, rest } = knownRowsOf(collection);
  const isSaidHere = forEach.value.kind === 'object' || scope.calledFrom !== null;
  const isLeftEmpty = rows.length === 0 && rest === null && !isSaidHere;
  const isMany = rows.length > maxInstances;
  const known = isMany ? [] : rows;
  const conditions = isLeftEmpty
    ? [creationCondition(forEach.value, context)]
    : creationConditions(forEach.value, context);
  const instances = known.map(([key, value]): Instance => {
    const name = scalarOf(key)?.text ?? null;
    return {
      suffix: name === null ? '' : `["${name}"]`,
      key: name,
      bindings: new Map([['each', objectAt({ key, value }, forEach.value)]]),
      count: name === null ? null : 1,
      conditions,
    };
  });
  // A row with an unknown name represents all remaining rows.
  if (!isMany && !isLeftEmpty && (rest === null || instances.some(({ key }) => key === null)))
    return instances;
  const why = isLeftEmpty
    ? shortCode(forEach.value) === '…'
      ? text('inventory.leftEmpty.forEach')
      : text('inventory.leftEmpty', {
          name: shortCode(forEach.value),
        })
    : text('inventory.severalValues');
  const reason = collection.kind === 'unknown' ? collection.reason : why;
  const value = unknown(reason, forEach.value);
  const others: Instance = {
    suffix: '',
    key: null,
    bindings: new Map([['each', objectAt({ key: value, value }, forEach.value)]]),
    count: isLeftEmpty ? null : countOf(collection),
    isOff: isLeftEmpty,
    conditions,
  };
  return [...instances, others];
}

/** Number of keys; null if unknown. */
function countOf(collection: Value): number | null {
  if (collection.kind === 'list' && collection.rest === undefined) return collection.items.length;
  return collection.kind === 'map' && collection.isComplete ? collection.fields.size : null;
}
