import { memoize } from './memoize.ts';

/**
 * A release number as its integer parts: `2.11.1` is [2, 11, 1], `3.05.0.1` is [3, 5, 0, 1]. The `semver` package
 * cannot read these (zero-padded minors, two to five parts), so numbers are compared part by part here; ranges that people
 * write are read with its help in version-range.ts.
 */
export type VersionParts = readonly number[];

const NUMBERS = /^\d{1,9}(?:\.\d{1,9}){0,5}$/;

/** The integer parts of a dotted number, or null when the text is anything else. */
export function parseVersion(text: string): VersionParts | null {
  return NUMBERS.test(text) ? text.split('.').map(Number) : null;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. Missing parts are lowest: 3.05.0 < 3.05.0.1. */
export function compareVersions(a: string, b: string): number {
  return compareParts(numbersOf(a), numbersOf(b));
}

/** The same of two numbers in parts. */
export function compareParts(left: VersionParts, right: VersionParts): number {
  for (let i = 0; i < left.length || i < right.length; i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A scan compares a few hundred versions some hundred thousand times. */
const numbersOf = memoize((version: string): VersionParts => version.split('.').map(Number));

export function isSameVersion(a: string, b: string): boolean {
  return compareVersions(a, b) === 0;
}

/** The number of a version that a program names by a constant: `5.7.12` of `VER_5_7_12`; null of all else. */
export function numberOfConstant(written: string): string | null {
  return /^VER_(\d+(?:_\d+)*)$/.exec(written)?.[1]?.replaceAll('_', '.') ?? null;
}
