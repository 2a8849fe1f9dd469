import { type MapValue, maxPinDepth, maxPins, type Value } from '../../../../values/index.ts';
import {
  DATABASE_NAME,
  type Keyed,
  mayBePin,
  type Pin,
  pinsAmong,
} from '../../../resources/passes/version-pin.ts';

/** A version in an object: a module input, or an entry of a custom map. */
export interface ObjectPin extends Pin {
  /** Keys from the searched value to the object. */
  path: readonly string[];
  object: MapValue;
}

/** Engine versions at any depth of a value. Lists of texts are allowed choices, not pins. */
export function pinsIn(result: Value, path: readonly string[] = [], found: ObjectPin[] = []): ObjectPin[] {
  if (path.length > maxPinDepth || found.length > maxPins) return found;
  if (result.kind === 'list') {
    for (const [i, item] of result.items.entries())
      if (hasParts(item)) pinsIn(item, [...path, String(i)], found);
  }
  if (result.kind === 'choice') for (const option of result.options) pinsIn(option.result, path, found);
  if (result.kind !== 'map') return found;
  const written: Keyed[] = [];
  result.fields.forEach((field, key) => {
    if (mayBePin(key, field)) written.push(keyedPath([key, field]));
  });
  const beside = (): Keyed[] => [...result.fields].map(keyedPath);
  const pins = written.length === 0 ? [] : pinsAmong(written, [DATABASE_NAME, ...path], beside);
  for (const pin of pins) found.push({ ...pin, path, object: result });
  result.fields.forEach((field, key) => {
    if (hasParts(field)) pinsIn(field, [...path, key], found);
  });
  return found;
}

function keyedPath([key, field]: readonly [string, Value]): Keyed {
  return { key, value: () => field };
}

function hasParts({ kind }: Value): boolean {
  return kind !== 'scalar' && kind !== 'unknown';
}
