/** The same items in an array of their number: one that grew has room for up to sixteen more, which a tree keeps for each. */
export function fitted<T>(grown: readonly T[]): readonly T[] {
  return grown.length === 0 ? NONE : grown.slice();
}

const NONE: readonly never[] = [];
