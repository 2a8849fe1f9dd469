/** Part of the key of a value: objects by identity, all else by value. */
type Key = object | string | number | boolean | null | undefined;

/** Texts and numbers that are kept beside each other before they are all forgotten: more than one scan asks about. */
const MOST = 20_000;

/**
 * Returns a function that computes its value once for the same arguments. Objects are held weakly, so a value lives as long
 * as the objects that it was computed from; of texts and numbers {@link MOST} are kept. Only for pure functions.
 * @param compute its parameters have no defaults: what is passed beyond them (by `map`, the index) does not count
 * @param keyOf the parts of the key, where arguments that differ have the same value
 */
export function memoize<Args extends readonly Key[], Value>(
  compute: (...args: Args) => Value,
  keyOf: (...args: Args) => readonly Key[] = (...args) => args.slice(0, compute.length),
): (...args: Args) => Value {
  const root = new Level<Value>();
  return (...args) => {
    let level = root;
    for (const key of keyOf(...args)) level = level.below(key);
    if (level.value !== NOTHING) return level.value;
    return (level.value = compute(...args));
  };
}

/** Stands for a value that is not computed yet: `undefined` and `null` are values. */
const NOTHING: unique symbol = Symbol('nothing');

/** The values below one beginning of a list of arguments. */
class Level<Value> {
  value: Value | typeof NOTHING = NOTHING;
  #byObject: WeakMap<object, Level<Value>> | null = null;
  #byText: Map<Key, Level<Value>> | null = null;

  below(key: Key): Level<Value> {
    if (typeof key === 'object' && key !== null)
      return getOrInsert((this.#byObject ??= new WeakMap()), key, newLevel<Value>);
    this.#byText ??= new Map();
    if (this.#byText.size >= MOST && !this.#byText.has(key)) this.#byText.clear();
    return getOrInsert(this.#byText, key, newLevel<Value>);
  }
}

function newLevel<Value>(): Level<Value> {
  return new Level();
}

/** The value of a map under a key; where there is none, it is made and put there. */
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

/** Returns a table of values that end with the objects they belong to, for objects whose type has no place for them. */
export function sideTable<Owner extends object, Value>(): Pick<WeakMap<Owner, Value>, 'get' | 'set'> {
  return new WeakMap();
}
