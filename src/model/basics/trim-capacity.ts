/** Copy of an array without spare capacity, which a grown array has for up to sixteen items, in each node of a tree. */
export function trimCapacity<T>(grown: readonly T[]): readonly T[] {
  return grown.length === 0 ? NONE : grown.slice();
}

const NONE: readonly never[] = [];
