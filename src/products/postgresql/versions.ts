import { compareVersions, parseVersion } from '../../model/index.ts';
import type { ProductVersions, VersionReading } from '../product.ts';

const UNKNOWN: VersionReading = { form: 'unknown' };
/** First major version whose versions have two numbers. */
const FIRST_MAJOR_OF_TWO_NUMBERS = 10;

/** Reads a version: `16.6` and `REL_16_6` are releases, `16` is a range; before 10 a release has three numbers. */
function readPostgresqlVersion(written: string): VersionReading {
  const plain = written
    .trim()
    .replace(/^(?:v|postgres(?:ql)? )/i, '')
    .replace(/^REL_?(?=\d)/, '')
    .replaceAll('_', '.');
  const numbers = parseVersion(plain);
  if (numbers === null) return UNKNOWN;
  const [first = 0] = numbers;
  const parts = first < FIRST_MAJOR_OF_TWO_NUMBERS ? 3 : 2;
  if (numbers.length > parts || first > 99) return UNKNOWN;
  const version = numbers.join('.');
  return numbers.length === parts ? { form: 'release', version } : { form: 'partial', prefix: version };
}

/** Major version, whose minor releases are consecutive: `16`, `9.6`. */
export function majorOf(version: string): string {
  const [first = '', second = ''] = version.split('.', 2);
  return Number(first) < FIRST_MAJOR_OF_TWO_NUMBERS && second !== '' ? `${first}.${second}` : first;
}

/**
 * Versions of PostgreSQL. A major version is one branch: its minor releases are consecutive, and it descends from no
 * other.
 */
export const VERSIONS: ProductVersions = {
  read: readPostgresqlVersion,
  readAlone: () => null,
  compare: compareVersions,
  line: majorOf,
  branch: majorOf,
  isUnder: (version, prefix) => version.startsWith(`${prefix}.`),
  rewrite: (written, from, to) =>
    majorOf(from) === majorOf(to) && written.endsWith(from) ? written.slice(0, -from.length) + to : null,
};
