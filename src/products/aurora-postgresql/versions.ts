import { compareParts, parseVersion, memoize, type VersionParts } from '../../model/index.ts';
import type { ProductVersions, VersionReading } from '../product.ts';
import { fromOldNumber, toOldNumber } from './old-numbering.ts';

/*
 * A release is a patch of a minor version: 17.7.2 of 17.7. The first one has no patch number here, `17.7`, although
 * pages and `aurora_version()` also write 12.17.0, and although code that pins 17.7 may run any patch of it. The minor
 * versions of 9.6 have three numbers. Limitless Database is built apart: 16.4-limitless has the patches 16.4.101,
 * 16.4.102 …
 */

/** A constant of the AWS CDK: `VER_15_4`, `VER_16_4_LIMITLESS`. */
const CDK_CONSTANT = /^VER_(\d+(?:_\d+)*)(_LIMITLESS)?$/;
const LIMITLESS = '-limitless';
/** First patch number of Limitless Database; no other minor version has as many patches. */
const FIRST_LIMITLESS = 100;
/** First major version whose minor versions have two numbers, and an upper bound. */
const [OLDEST, ABOVE_ALL] = [10, 100];
const UNKNOWN_VERSION: VersionReading = { form: 'unknown' };

interface Parts {
  /** `17`, `9.6`. */
  major: string;
  /** `17.7`, `9.6.22`; null for a bare major version. */
  minor: string | null;
  patch: number;
  limitless: boolean;
}

/** `17.7` and `17.7.0` are one release, `17` a range; `3.4.8` is 11.9.8. */
function readVersion(written: string): VersionReading {
  const parts = partsOf(plainForm(written.trim()));
  if (parts === null) return UNKNOWN_VERSION;
  return parts.minor === null
    ? { form: 'partial', prefix: parts.major }
    : { form: 'release', version: nameOf(parts, parts.minor) };
}

function nameOf({ patch, limitless }: Parts, minor: string): string {
  if (patch > 0) return `${minor}.${patch}`;
  return limitless ? minor + LIMITLESS : minor;
}

const partsOf = memoize((name: string): Parts | null => {
  const number = name.endsWith(LIMITLESS) ? name.slice(0, -LIMITLESS.length) : name;
  const numbers = parseVersion(fromOldNumber(number) ?? number);
  if (numbers === null) return null;
  const [first = 0, second] = numbers;
  const is96 = first === 9 && second === 6;
  if (!is96 && (first < OLDEST || first >= ABOVE_ALL)) return null;
  const places = is96 ? 3 : 2;
  if (numbers.length > places + 1) return null;
  const patch = numbers[places] ?? 0;
  return {
    major: numbers.slice(0, places - 1).join('.'),
    minor: numbers.length < places ? null : numbers.slice(0, places).join('.'),
    patch,
    limitless: number !== name || patch >= FIRST_LIMITLESS,
  };
});

function plainForm(text: string): string {
  const [, number, limitless] = CDK_CONSTANT.exec(text) ?? [];
  if (number === undefined) return text.toLowerCase();
  return number.replaceAll('_', '.') + (limitless === undefined ? '' : LIMITLESS);
}

/** Line of a version: `17`, `9.6`, `16-limitless`. Limitless Database is built separately and has lines of its own. */
const lineOf = memoize((version: string) => {
  const parts = partsOf(version);
  if (parts === null) return version;
  return parts.limitless ? parts.major + LIMITLESS : parts.major;
});

/** Minor version: `17.7`, `9.6.22`, `16.4-limitless`. */
export const minorOf = memoize((version: string) => {
  const parts = partsOf(version);
  return parts === null ? version : nameOf({ ...parts, patch: 0 }, parts.minor ?? parts.major);
});

/** True for a minor version or patch of Limitless Database. */
export function isLimitless(version: string): boolean {
  return partsOf(version)?.limitless ?? false;
}

/** True for a minor version: code that pins it runs any of its patches, as the vendor applies them. */
export function namesMinor(version: string): boolean {
  const parts = partsOf(version);
  return parts !== null && parts.minor !== null && parts.patch === 0;
}

/** Name of a release in Aurora's own numbering; the version itself if it has none. */
export function oldName(version: string): string {
  const parts = partsOf(version);
  return (parts?.minor && toOldNumber(parts.minor, parts.patch)) ?? version;
}

/** Compares versions; Limitless Database follows the same minor version without it. */
function compare(a: string, b: string): number {
  return compareParts(orderOf(a), orderOf(b));
}

const orderOf = memoize((version: string): VersionParts => plainNumber(version).split('.').map(Number));

function plainNumber(version: string): string {
  const parts = partsOf(version);
  if (parts === null || parts.minor === null) return version.replace(LIMITLESS, '');
  const patch = parts.limitless ? Math.max(parts.patch, FIRST_LIMITLESS) : parts.patch;
  return `${parts.minor}.${patch}`;
}

/**
 * Replaces the release in a written version with the minor version of one of its line, as the API has no name for patches:
 * a number, with `-limitless`, or a CDK constant. Null if they are the same.
 */
function rewrite(written: string, from: string, to: string): string | null {
  const target = minorOf(to);
  if (lineOf(from) !== lineOf(to) || target === from) return null;
  for (const spell of [
    (name: string) => name,
    (name: string) => name.toUpperCase().replaceAll(/[.-]/g, '_'),
  ]) {
    const old = spell(from);
    if (written.endsWith(old)) return written.slice(0, -old.length) + spell(target);
  }
  return null;
}

/** Range of the number in a version that only this engine writes this way; null for any other text. */
export function numberRange(written: string): { start: number; end: number } | null {
  const number = /^(\d+\.\d+)-limitless$/i.exec(written)?.[1];
  return number === undefined ? null : { start: 0, end: number.length };
}

export const VERSIONS: ProductVersions = {
  read: readVersion,
  readAlone(written) {
    const understood = readVersion(written);
    // Other products use the numbers of Aurora's own numbering, too.
    if (understood.form === 'unknown' || fromOldNumber(written.trim()) !== null) return null;
    return understood.form === 'release' ? understood.version : written.trim();
  },
  compare,
  line: lineOf,
  branch: minorOf,
  isUnder: (version, prefix) => lineOf(version) === prefix || minorOf(version) === prefix,
  rewrite,
};
