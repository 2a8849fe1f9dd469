// Checks for data from the disk: other programs can have written it.

export type Guard<T> = (value: unknown) => value is T;

/** Guard for an object with exactly these fields; optional ones may be missing. */
export function objectOf<T extends object>(
  fields: { [K in RequiredKeys<T>]: Guard<T[K]> } & { [K in OptionalKeys<T>]?: never },
  optional: { [K in OptionalKeys<T>]-?: Guard<NonNullable<T[K]>> } = {} as never,
): Guard<T> {
  const guards = Object.entries<Guard<unknown>>(fields);
  const others = Object.entries<Guard<unknown>>(optional);
  return (value): value is T => {
    if (!isObject(value)) return false;
    const present = others.filter(([name]) => Object.hasOwn(value, name));
    return (
      Object.keys(value).length === guards.length + present.length &&
      guards.every(([name, guard]) => Object.hasOwn(value, name) && guard(value[name])) &&
      present.every(([name, guard]) => guard(value[name]))
    );
  };
}

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
type RequiredKeys<T> = Exclude<keyof T, OptionalKeys<T>>;

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

export function pairOf<A, B>(first: Guard<A>, second: Guard<B>): Guard<readonly [A, B]> {
  return (value): value is readonly [A, B] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export const isString: Guard<string> = (value) => typeof value === 'string';
export const isNumber: Guard<number> = (value): value is number => typeof value === 'number';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function oneOf<T extends string>(choices: readonly T[]): Guard<T> {
  const known: ReadonlySet<unknown> = new Set(choices);
  return (value): value is T => known.has(value);
}

/** Guard for a map from names to values. Rejects names such as `__proto__`. */
export function recordOf<T>(guard: Guard<T>): Guard<Record<string, T>> {
  return (value): value is Record<string, T> =>
    isObject(value) && Object.entries(value).every(([name, each]) => name !== '__proto__' && guard(each));
}

/** Parses and validates JSON; null if it is invalid. */
export function parseJson<T>(line: string | null, guard: Guard<T>): T | null {
  if (line === null) return null;
  try {
    const value: unknown = JSON.parse(line);
    return guard(value) ? value : null;
  } catch {
    // Invalid JSON, or nested too deeply.
    return null;
  }
}
