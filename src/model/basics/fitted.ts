/** The same items in an array without room for more: one that grew has it for up to sixteen, in each node of a tree. */
export function fitted<T>(grown: readonly T[]): readonly T[] {
  return grown.length === 0 ? NONE : grown.slice();
}

const NONE: readonly never[] = [];
