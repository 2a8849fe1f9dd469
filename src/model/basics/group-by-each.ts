/** Like Map.groupBy, but a value can belong to several groups. */
export function groupByEach<T, K = string>(
  values: Iterable<T>,
  keysOf: (value: T) => Iterable<K>,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}
