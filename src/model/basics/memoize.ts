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
  const root = new CacheNode<Value>();
  return (...args) => {
    const keys: readonly Key[] = keyOf === undefined ? args : keyOf(...args);
    const count = keyOf === undefined ? compute.length : keys.length;
    let level = root;
    for (let nth = 0; nth < count; nth++) level = level.below(keys[nth]);
    if (level.value !== NO_VALUE) return level.value;
    return (level.value = compute(...args));
  };
}

/** Marks a value that is not computed yet: `undefined` and `null` are values. */
const NO_VALUE: unique symbol = Symbol('nothing');

/** Node of the cache's tree: its path from the root is the beginning of an argument list. */
class CacheNode<Value> {
  value: Value | typeof NO_VALUE = NO_VALUE;
  #byObject: WeakMap<object, CacheNode<Value>> | null = null;
  #byText: Map<Key, CacheNode<Value>> | null = null;

  below(key: Key): CacheNode<Value> {
    if (typeof key === 'object' && key !== null)
      return getOrInsert((this.#byObject ??= new WeakMap()), key, newLevel<Value>);
    this.#byText ??= new Map();
    if (this.#byText.size >= MAX_ENTRIES && !this.#byText.has(key)) this.#byText.clear();
    return getOrInsert(this.#byText, key, newLevel<Value>);
  }
}

function newLevel<Value>(): CacheNode<Value> {
  return new CacheNode();
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
