import { text } from '../../../../l10n/index.ts';
import { evaluate } from '../values/evaluate.ts';
import { rowsOf } from '../values/operations.ts';
import { maxInstances } from '../../../values/limits.ts';
import { mapAt, scalarOf, unknown, type Value } from '../../../values/value.ts';
import type { Scope } from './scope.ts';
import { attributeOf, type Body } from '../../../../syntax/index.ts';

/** One instance of a resource: a key of `for_each`, or all that `count` makes. */
export interface Instance {
  /** `` or `["key"]`. */
  suffix: string;
  bindings: ReadonlyMap<string, Value>;
  count: number | null;
}

/**
 * What `count` and `for_each` make of a block. Nothing where the code itself says 0, or the caller of its module does; what
 * only a default switches off is there for those who switch it on.
 */
export function instancesOf(body: Body, scope: Scope, owner: string): Instance[] {
  const context = scope.context(owner, 'literal');
  const count = attributeOf(body, 'count');
  if (count !== undefined) {
    const value = scalarOf(evaluate(count.value, context))?.value;
    if (value === 0 && (count.value.kind === 'literal' || scope.calledFrom !== null)) return [];
    const index = unknown(text('inventory.severalValues'), null);
    const bindings = new Map([['count', objectOf({ index }, count.value)]]);
    return [{ suffix: '', bindings, count: typeof value === 'number' ? value : null }];
  }
  const forEach = attributeOf(body, 'for_each');
  if (forEach === undefined) return [{ suffix: '', bindings: new Map(), count: 1 }];
  const collection = evaluate(forEach.value, context);
  const rows = rowsOf(collection);
  if (rows === null || rows.length > maxInstances) {
    const reason = collection.kind === 'unknown' ? collection.reason : text('inventory.severalValues');
    const value = unknown(reason, forEach.value);
    return [
      {
        suffix: '',
        bindings: new Map([['each', objectOf({ key: value, value }, forEach.value)]]),
        count: countOf(collection),
      },
    ];
  }
  return rows.map(([key, value]) => ({
    suffix: `["${scalarOf(key)?.text ?? ''}"]`,
    bindings: new Map([['each', objectOf({ key, value }, forEach.value)]]),
    count: 1,
  }));
}

/** How many keys there are; null where that is not known. */
function countOf(collection: Value): number | null {
  if (collection.kind === 'list' && collection.rest === undefined) return collection.items.length;
  return collection.kind === 'map' && collection.isComplete ? collection.fields.size : null;
}

function objectOf(fields: Record<string, Value>, span: Body['attributes'][number]['value']): Value {
  return mapAt(new Map(Object.entries(fields)), span);
}
