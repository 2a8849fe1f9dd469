import { locationKey } from '../../../model/index.ts';
import { locate, type Call, type Expression, type Span } from '../../../syntax/index.ts';
import type { Context } from '../context.ts';
import {
  choice,
  mapAt,
  missingValue,
  optionsOf,
  scalarOf,
  type MapValue,
  type Option,
  type Value,
} from '../../value/value.ts';

/**
 * Evaluates `merge(…)` field by field. If an argument is one of several maps, each field may have its value in any of
 * them; a map without the field leaves the previous value.
 */
export function mergeObjects(args: readonly Value[], call: Call, context: Context): MapValue {
  const fields = new Map<string, Value>();
  const others: Value[] = [];
  let isComplete = true;
  // `merge(list...)` merges the items of the list.
  for (const arg of args.flatMap((each) =>
    each.kind === 'list' ? [...each.items, each.rest ?? []].flat() : each,
  )) {
    const options = optionsOf(arg);
    isComplete &&= options.every(({ result }) => isCompleteMap(result));
    others.push(...options.flatMap(({ result }) => (result.kind === 'map' ? (result.others ?? []) : [])));
    for (const name of new Set(options.flatMap(({ result }) => namesOf(result)))) {
      const before = fields.get(name);
      fields.set(name, choice(options.map((option) => mergedField(option, name, before, call))));
      const isReplaced = options.every(({ result }) => result.kind === 'map' && result.fields.has(name));
      if (isReplaced && before !== undefined) noteReplaced(before, call, context);
    }
  }
  return mapAt(fields, call, isComplete, others);
}

function isCompleteMap(result: Value): boolean {
  return result.kind === 'map' ? result.isComplete : scalarOf(result)?.value === null;
}

function namesOf(result: Value): readonly string[] {
  return result.kind === 'map' ? [...result.fields.keys()] : [];
}

function mergedField({ label, result }: Option, name: string, before: Value | undefined, span: Span) {
  const field = result.kind === 'map' ? result.fields.get(name) : undefined;
  return { label, result: field ?? before ?? missingValue(name, span) };
}

function noteReplaced(value: Value, call: Call, { scope }: Context): void {
  const { replaced } = scope.surroundings;
  for (const { result } of optionsOf(value)) {
    if (result.kind !== 'scalar') continue;
    const place = locationKey(locate(result.span));
    replaced.set(place, (replaced.get(place) ?? new Set<Expression>()).add(call));
  }
}

/** True if everything that references a value overrides it, so that it has no effect. */
export function isReplacedEverywhere(
  span: Span,
  references: number,
  { replaced }: Context['scope']['surroundings'],
): boolean {
  const by = replaced.get(locationKey(locate(span)));
  return by !== undefined && by.size >= references;
}
