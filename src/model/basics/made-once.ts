/** What is kept under a key; where there is nothing, it is made. */
export function madeOnce<K, V extends object | string | number | boolean | null>(
  kept: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const before = kept.get(key);
  if (before !== undefined) return before;
  const made = make();
  kept.set(key, made);
  return made;
}

/** A function of objects that answers once for each, and keeps the answer as long as the object is there. */
export function answeredOnceEach<K extends object, V extends object | string | number | boolean | null>(
  answer: (key: K) => V,
): (key: K) => V {
  const kept = new WeakMap<K, V>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const answered = answer(key);
    kept.set(key, answered);
    return answered;
  };
}
