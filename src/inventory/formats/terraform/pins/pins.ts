import { isEngine } from '../../../../products/index.ts';
import { engineKeys, snakeKey } from '../../../../vocabulary/index.ts';
import { couldBePin, isVersionPin } from '../../../resources/version-pin.ts';
import {
  type MapValue,
  maxPinDepth,
  maxPins,
  optionsOf,
  type Scalar,
  scalarOf,
  type Unknown,
  type Value,
} from '../../../../values/index.ts';

/** An object that holds a version: the input of a module, an entry of a map that people make up. */
export interface Pin {
  /** Keys that lead to the object, from the one that was searched. */
  path: readonly string[];
  object: MapValue;
  engine: Value | null;
  version: Scalar | Unknown;
  /** The row of a map that decides for an environment. */
  environment: string | null;
}

/** Code that deploys something needs no name that says so: a version in full is a database's, whatever its key. */
const SUBJECT = 'database';

/** The Aurora MySQL versions in a value, wherever they are in it. Lists of texts are choices, not pins. */
export function pinsIn(result: Value, path: readonly string[] = [], found: Pin[] = []): Pin[] {
  if (path.length > maxPinDepth || found.length > maxPins) return found;
  if (result.kind === 'list') {
    for (const [i, item] of result.items.entries()) pinsIn(item, [...path, String(i)], found);
  }
  if (result.kind === 'choice') for (const option of result.options) pinsIn(option.result, path, found);
  if (result.kind !== 'map') return found;
  const byName = new Map<string, Value>();
  for (const [key, field] of result.fields) {
    for (const { label: environment, result: option } of optionsOf(field)) {
      // A row that lacks the key.
      if (field.kind === 'choice' && option.kind === 'unknown' && option.isMissing) continue;
      const engine = isCandidate(key, option) ? engineBeside(key, result, byName) : null;
      if (isPin([...path, key], option, engine) || isUnknownPin(key, option, engine)) {
        found.push({ path, object: result, engine, version: option, environment });
      } else pinsIn(option, [...path, key], found);
    }
  }
  return found;
}

/** Whether a value is a pin where the engine beside it says so. */
function isCandidate(key: string, option: Value): boolean {
  return option.kind === 'unknown' ? key === 'engine_version' : couldBe(option);
}

function couldBe(option: Value): option is Scalar {
  if (option.kind !== 'scalar' || option.value === null || typeof option.value === 'boolean') return false;
  return couldBePin(option.text);
}

/** `byName`: the fields by their names in snake case; filled with the first question about them. */
function engineBeside(key: string, { fields }: MapValue, byName: Map<string, Value>): Value | null {
  if (byName.size === 0) for (const [name, field] of fields) byName.set(snakeKey(name), field);
  const name = engineKeys(key).find((candidate) => byName.has(candidate));
  return name === undefined ? null : (byName.get(name) ?? null);
}

function isPin(names: readonly string[], option: Value, engine: Value | null): option is Scalar {
  return couldBe(option) && isVersionPin([SUBJECT, ...names], option.text, engineName(engine));
}

/** Aurora MySQL for certain, of a version that only the deployment knows. */
function isUnknownPin(key: string, option: Value, engine: Value | null): option is Unknown {
  const name = engineName(engine);
  return option.kind === 'unknown' && key === 'engine_version' && name !== null && isEngine(name);
}

function engineName(engine: Value | null): string | null {
  const value = engine === null ? null : scalarOf(engine)?.value;
  return typeof value === 'string' ? value : null;
}
