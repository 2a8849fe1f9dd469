import { type MapValue, maxPinDepth, maxPins, optionsOf, type Value } from '../../../../values/index.ts';
import { DATABASE, type Pin, pinsAmong } from '../../../resources/passes/version-pin.ts';

/** A version in an object: the input of a module, an entry of a map that people make up. */
export interface ObjectPin extends Pin {
  /** Keys that lead to the object, from the one that was searched. */
  path: readonly string[];
  object: MapValue;
}

/** The versions of engines in a value, wherever in it they are. Lists of texts are choices, not pins. */
export function pinsIn(result: Value, path: readonly string[] = [], found: ObjectPin[] = []): ObjectPin[] {
  if (path.length > maxPinDepth || found.length > maxPins) return found;
  if (result.kind === 'list') {
    for (const [i, item] of result.items.entries())
      if (item.kind !== 'scalar') pinsIn(item, [...path, String(i)], found);
  }
  if (result.kind === 'choice') for (const option of result.options) pinsIn(option.result, path, found);
  if (result.kind !== 'map') return found;
  const entries = [...result.fields].map(([key, field]) => ({ key, value: () => field }));
  for (const pin of pinsAmong(entries, [DATABASE, ...path])) found.push({ ...pin, path, object: result });
  for (const [key, field] of result.fields)
    for (const option of optionsOf(field)) pinsIn(option.result, [...path, key], found);
  return found;
}
