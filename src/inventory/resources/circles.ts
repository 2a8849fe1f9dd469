/** The units from the one that is referred to again down to the one that refers to it; null where there is no circle. */
export function circleTo(target: string, ancestors: readonly string[]): readonly string[] | null {
  const at = ancestors.indexOf(target);
  return at < 0 ? null : ancestors.slice(at);
}

/** Each unit of a circle finds it when it is read: it is told where it leads back to its first unit. */
export function isTold([target = '', ...others]: readonly string[]): boolean {
  return others.every((other) => target < other);
}
