import Range from 'semver/classes/range.js';
import { engineAcceptingVersion, engineOfUnmistakableVersion, readEngineVersion } from '../engine/engines.ts';
import { parseVersion, memoize } from '../../model/index.ts';

/*
 * The `semver` package reads ranges of versions with three numbers. Ours have up to four, with leading zeros
 * (`3.05.0.1`, `2.0.20230307.0`): the third and the fourth become one number, which preserves their order: 3.05.0 <
 * 3.05.0.1 < 3.05.1.
 */

/**
 * Factor for the third number, above any fourth number such as an Amazon Linux 1 day. The third, a day as well, still
 * fits above it.
 */
const FOURTH = 100_000_000;
const FIRST_DAY = 20_000_000;

/** A parsed range. */
export interface VersionRange {
  includes(version: string): boolean;
}

/**
 * Reads a range: `>=2.11.0 <2.11.4`, `^3.10`, `~2.11.1`, `2.11.x` or `2.11.*`, `2.11.0 - 2.11.3`, alternatives with
 * `||`; commas count as blanks. Each version may be a full engine version (`5.7.mysql_aurora.2.11.1`). An incomplete
 * number means every release that begins with it: `3.05`, and for Amazon Linux 2 a day without its build. `^` stays
 * within a major version, and 8.4 is one. After `~>`, as Terraform reads it, the last number may be higher. A name that is
 * not a number (`16.4-limitless`) means itself and its patches. Null if it cannot be read.
 */
export const readVersionRange = memoize((written: string): VersionRange | null => {
  const alternatives = written.split('||').map((alternative) => rangeOf(alternative) ?? nameIn(alternative));
  const known = alternatives.filter((alternative) => alternative !== null);
  if (known.length < alternatives.length) return null;
  return { includes: (version) => known.some((range) => range.includes(version)) };
});

function rangeOf(alternative: string): VersionRange | null {
  const words = alternativeOf(alternative);
  if (words === null) return null;
  const range = new Range(words);
  return {
    includes(version) {
      // A release of two numbers (`2.02`) also matches itself, although other releases begin with it.
      if (version === alternative.trim()) return true;
      const numbers = toSemver(version);
      return numbers !== null && range.test(numbers);
    },
  };
}

/**
 * Range for a version that is not a number, `16.4-limitless`, `16.6-R2`: itself, and releases that its engine publishes
 * under that name.
 */
function nameIn(alternative: string): VersionRange | null {
  const written = alternative.trim().replace(/^=\s*/, '');
  const isName = /^\d[\d.]*-\w/.test(written);
  const versions = (engineOfUnmistakableVersion(written) ?? (isName ? engineAcceptingVersion(written) : null))
    ?.versions;
  const understood = versions?.read(written);
  if (versions === undefined || understood?.form !== 'release') return null;
  const { version: name } = understood;
  return { includes: (version) => version === name || versions.branch(version) === name };
}

/** True if a version is in one of the ranges; an unreadable range contains nothing. */
export function isInRanges(version: string, ranges: readonly string[]): boolean {
  return ranges.some((range) => readVersionRange(range)?.includes(version) ?? false);
}

/** One alternative, in the notation of `semver`; null if it cannot be read. */
function alternativeOf(written: string): string | null {
  const ends = written.trim().replace(/\s+/g, ' ').split(' - ');
  if (ends.length > 2) return null;
  const [from = '', to] = ends;
  if (to !== undefined) return joined([bounds('>=', from), bounds('<=', to)]);
  const words = from.replaceAll(/([<>=^~])\s+/g, '$1').split(/[\s,]+/);
  return joined(
    words.map((word) => {
      const [, operator = '', version = ''] = /^(>=|<=|~>|>|<|=|\^|~|)(.*)$/.exec(word) ?? [];
      return bounds(operator, version);
    }),
  );
}

function joined(parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : parts.join(' ');
}

/** Version without trailing parts that mean any number. */
export function withoutWildcards(written: string): string {
  let end = written.length;
  while (/^\.[*xX]$/.test(written.slice(end - 2, end))) end -= 2;
  return written.slice(0, end);
}

/** Operators with the meaning of `~>` before one and before two numbers; `~` before more. */
const TERRAFORM_OPERATORS = ['>=', '^'];

function bounds(operator: string, written: string): string | null {
  if (/^[*xX]$/.test(written)) return operator === '' ? '*' : null;
  const numbers = parseVersion(plainNumber(withoutWildcards(written)));
  if (numbers === null || numbers.length > 4) return null;
  const [first = 0, second, third, fourth] = numbers;
  const hasEnd = !/[*xX]$/.test(written);
  const asked = operator === '~>' ? (TERRAFORM_OPERATORS[numbers.length - 1] ?? '~') : operator;
  // The major version of 8.4.7 is 8.4.
  const within = asked === '^' && first === 8 && second !== undefined ? '~' : asked;
  if (second === undefined || third === undefined) return within + numbers.join('.');
  // A day of Amazon Linux 2 means each of its builds.
  if (fourth === undefined && (!hasEnd || (first === 2 && third > FIRST_DAY)))
    return openEnd(asked, `${first}.${second}`, third);
  if (!hasEnd) return null;
  return `${within}${first}.${second}.${thirdAndFourth(third, fourth)}`;
}

/** Range of every release that begins with three numbers. */
function openEnd(operator: string, branch: string, third: number): string {
  const low = `${branch}.${thirdAndFourth(third)}`;
  const above = `${branch}.${thirdAndFourth(third + 1)}`;
  switch (operator) {
    case '':
    case '=':
      return `>=${low} <${above}`;
    case '>':
      return `>=${above}`;
    case '<=':
      return `<${above}`;
    default:
      return `${operator}${low}`;
  }
}

/** Number in a version of the API; any other text unchanged. */
function plainNumber(written: string): string {
  const understood = engineOfUnmistakableVersion(written)?.versions.read(written);
  switch (understood?.form) {
    case undefined:
      return written;
    case 'release':
      return understood.version;
    case 'partial':
      return understood.prefix;
    case 'unknown':
      return '';
  }
}

/** Beginning of a revision of RDS, or of a release of its Extended Support. */
const REVISION = /^(\d+\.\d+)(\.\d+)?-(?:R|rds\.)(?=\d+$)/;

/**
 * Release in the notation of `semver`, with two numbers (`17.7`) padded; null if it is not a release number. `16.6-R2` and
 * `11.22-rds.20240418` are above their minor version.
 */
function toSemver(version: string): string | null {
  const numbers = parseVersion(
    version.replace(REVISION, (_, minor: string, patch = '.0') => `${minor}${patch}.`),
  );
  if (numbers === null || numbers.length > 4) return null;
  const isShort = numbers.length === 2 && readEngineVersion(version).form === 'release';
  const [first, second, third = isShort ? 0 : undefined, fourth] = numbers;
  if (first === undefined || second === undefined || third === undefined) return null;
  return `${first}.${second}.${thirdAndFourth(third, fourth)}`;
}

function thirdAndFourth(third: number, fourth = 0): number {
  return Math.min(third * FOURTH + fourth, Number.MAX_SAFE_INTEGER);
}
