/** As Map.groupBy, where a value can belong to several groups. */
export function groupByEach<T>(
  values: Iterable<T>,
  keysOf: (value: T) => Iterable<string>,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}
