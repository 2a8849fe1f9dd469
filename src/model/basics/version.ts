import { memoize } from './memoize.ts';

/**
 * A release number as its integer parts: `2.11.1` is [2, 11, 1], `3.05.0.1` is [3, 5, 0, 1]. The `semver` package
 * cannot read these (zero-padded minors, two to five parts), so numbers are compared part by part here; ranges that people
 * write are read with its help in version-range.ts.
 */
export type VersionParts = readonly number[];

const NUMBERS = /^\d{1,9}(?:\.\d{1,9}){0,5}$/;

/** Integer parts of a dotted number; null for any other text. */
export function parseVersion(text: string): VersionParts | null {
  return NUMBERS.test(text) ? text.split('.').map(Number) : null;
}

/** Negative, zero or positive if `a` is below, equal to or above `b`. Missing parts are lowest: 3.05.0 < 3.05.0.1. */
export function compareVersions(a: string, b: string): number {
  return compareParts(numbersOf(a), numbersOf(b));
}

/** Like {@link compareVersions}, for two numbers in parts. */
export function compareParts(left: VersionParts, right: VersionParts): number {
  for (let i = 0; i < left.length || i < right.length; i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Memoized: a scan compares a few hundred versions hundreds of thousands of times. */
const numbersOf = memoize((version: string): VersionParts => version.split('.').map(Number));

export function isSameVersion(a: string, b: string): boolean {
  return compareVersions(a, b) === 0;
}

/** Version in a constant's name: `5.7.12` for `VER_5_7_12`; null for anything else. */
export function versionOfConstant(written: string): string | null {
  return /^VER_(\d+(?:_\d+)*)$/.exec(written)?.[1]?.replaceAll('_', '.') ?? null;
}
