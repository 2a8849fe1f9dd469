/** Part of a cache key: objects by identity, everything else by value. */
type Key = object | string | number | boolean | null | undefined;

/** Capacity for texts and numbers on one level, cleared when full; larger than one scan needs. */
const MAX_ENTRIES = 20_000;

/**
 * Returns a function that computes its value once for the same arguments. Objects are held weakly, so a value lives as
 * long as the objects that it was computed from; up to {@link MAX_ENTRIES} texts and numbers are kept. Only for pure
 * functions.
 * @param compute without default parameters: additional arguments (by `map`, the index) are not part of the key
 * @param keyOf parts of the key; only needed if different arguments lead to the same value
 */
export function memoize<Args extends readonly Key[], Value>(
  compute: (...args: Args) => Value,
  keyOf?: (...args: Args) => readonly Key[],
): (...args: Args) => Value {
  const root = new Level<Value>();
  return (...args) => {
    const keys: readonly Key[] = keyOf === undefined ? args : keyOf(...args);
    const last = (keyOf === undefined ? compute.length : keys.length) - 1;
    let level = root;
    for (let nth = 0; nth < last; nth++) level = getOrInsert(level.below, keys[nth], newLevel<Value>);
    const known = level.values.get(keys[last]);
    if (known !== undefined) return known === UNDEFINED ? (undefined as Value) : known;
    const value = compute(...args);
    level.values.set(keys[last], value === undefined ? UNDEFINED : value);
    return value;
  };
}

/** Stands for a value of `undefined` in a table. */
const UNDEFINED: unique symbol = Symbol('undefined');

/** Level of the cache's tree, reached by the first parts of a key: values of keys that end here, and further levels. */
class Level<Value> {
  readonly values = new Table<Value | typeof UNDEFINED>();
  readonly below = new Table<Level<Value>>();
}

function newLevel<Value>(): Level<Value> {
  return new Level();
}

/** Values by one part of a key. */
class Table<Value> {
  #byObject: WeakMap<object, Value> | null = null;
  #byText: Map<Key, Value> | null = null;

  get(key: Key): Value | undefined {
    return isObject(key) ? this.#byObject?.get(key) : this.#byText?.get(key);
  }

  set(key: Key, value: Value): void {
    if (isObject(key)) {
      (this.#byObject ??= new WeakMap()).set(key, value);
      return;
    }
    this.#byText ??= new Map();
    if (this.#byText.size >= MAX_ENTRIES && !this.#byText.has(key)) this.#byText.clear();
    this.#byText.set(key, value);
  }
}

function isObject(key: Key): key is object {
  return typeof key === 'object' && key !== null;
}

/** Value of a map for a key, created and stored if missing. */
export function getOrInsert<K, V extends object | string | number | boolean | null>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * Creates a table of values that live as long as the objects they belong to, for objects whose type has no field for
 * them.
 */
export function createWeakTable<Owner extends object, Value>(): Pick<WeakMap<Owner, Value>, 'get' | 'set'> {
  return new WeakMap();
}
