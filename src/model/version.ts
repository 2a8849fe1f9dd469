/**
 * A release number as its integer parts: `2.11.1` is [2, 11, 1], `3.05.0.1` is [3, 5, 0, 1]. The `semver` package
 * cannot read these (zero-padded minors, two to five parts), so numbers are compared part by part here.
 */
export type VersionParts = readonly number[];

const NUMBERS = /^\d{1,9}(?:\.\d{1,9}){0,5}$/;

/** The integer parts of a dotted number, or null when the text is anything else. */
export function parseVersion(text: string): VersionParts | null {
  return NUMBERS.test(text) ? text.split('.').map(Number) : null;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. A missing part is below any part: 3.05.0 < 3.05.0.1. */
export function compareVersions(a: string, b: string): number {
  const left = numbersOf(a);
  const right = numbersOf(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The same few hundred numbers are compared some hundred thousand times in a scan. */
const NUMBERS_OF = new Map<string, readonly number[]>();
const MOST_KEPT = 5000;

function numbersOf(version: string): readonly number[] {
  const before = NUMBERS_OF.get(version);
  if (before !== undefined) return before;
  const numbers = version.split('.').map(Number);
  if (NUMBERS_OF.size >= MOST_KEPT) NUMBERS_OF.clear();
  NUMBERS_OF.set(version, numbers);
  return numbers;
}

export function isSameVersion(a: string, b: string): boolean {
  return compareVersions(a, b) === 0;
}

/** The highest of some versions, or null when there are none. */
export function highestVersion(versions: Iterable<string>): string | null {
  let highest: string | null = null;
  for (const version of versions) {
    if (highest === null || compareVersions(version, highest) > 0) highest = version;
  }
  return highest;
}
