import { compareParts, memoize, type VersionParts } from '../../model/index.ts';
import type { ProductVersions, VersionReading } from '../product.ts';

/*
 * A release is a minor version of the community, `16.6`, a revision of it by the vendor, `16.6-R2`, or one of Extended Support,
 * `11.22-rds.20240418`. The API knows no revisions: whatever pins 16.6 may run any of them, as the vendor applies them.
 */

const WRITTEN =
  /^(?<major>9\.[3-6]|[1-9]\d)(?:\.(?<minor>\d{1,3}))?(?:-r(?<revision>\d{1,2})|-rds\.(?<day>20\d{6}))?$/i;
/** A constant of the AWS CDK: `VER_16_6`, `VER_11_22_RDS_20240418`, `VER_16_6_R2`. */
const CONSTANT = /^VER_(\d+(?:_\d+)*)(_R\d+|_RDS_\d+)?$/;

interface Parts {
  /** `16`, `9.6`. */
  major: string;
  /** Null of a major version alone. */
  minor: string | null;
  /** 1 where none is written; of Extended Support the day, 20240418. */
  revision: number;
}

const partsOf = memoize((version: string): Parts | null => {
  const { major, minor, revision, day } = WRITTEN.exec(version)?.groups ?? {};
  if (major === undefined || (minor === undefined && (revision ?? day) !== undefined)) return null;
  return { major, minor: minor ?? null, revision: Number(day ?? revision ?? 1) };
});

function readVersion(written: string): VersionReading {
  const parts = partsOf(plainForm(written.trim()));
  if (parts === null) return { form: 'unknown' };
  return parts.minor === null
    ? { form: 'partial', prefix: parts.major }
    : { form: 'release', version: nameOf(parts) };
}

function plainForm(text: string): string {
  const [, number, revision = ''] = CONSTANT.exec(text) ?? [];
  if (number === undefined) return text;
  return number.replaceAll('_', '.') + revision.replace('_', '-').replace('_', '.');
}

function nameOf({ revision, ...parts }: Parts): string {
  const minor = minorName(parts);
  if (revision === 1) return minor;
  return minor + (isDay(revision) ? `-rds.${revision}` : `-R${revision}`);
}

function minorName({ major, minor }: Pick<Parts, 'major' | 'minor'>): string {
  return minor === null ? major : `${major}.${minor}`;
}

function isDay(revision: number): boolean {
  return revision > 1_000_000;
}

/** `16.6` of `16.6-R2`; the version that the community publishes. */
export const minorOf = memoize((version: string): string => {
  const parts = partsOf(version);
  return parts === null ? version : minorName(parts);
});

/** The version as the API knows it: without a revision, which nobody can ask for. */
export const apiVersion = memoize((version: string): string => {
  const parts = partsOf(version);
  return parts === null || isDay(parts.revision) ? version : minorName(parts);
});

/** True of a release of Extended Support. */
export function isOfExtendedSupport(version: string): boolean {
  return isDay(partsOf(version)?.revision ?? 1);
}

/** The day in the number of a release of Extended Support, YYYY-MM-DD: that of the community's fixes; null of all others. */
export function dayInVersion(version: string): string | null {
  if (!isOfExtendedSupport(version)) return null;
  return version.slice(-8).replace(/^(\d{4})(\d{2})/, '$1-$2-');
}

const orderOf = memoize((version: string): VersionParts => {
  const parts = partsOf(version);
  const numbers = minorOf(version).split('.').map(Number);
  return [...numbers, parts?.revision ?? 1];
});

/** A written version changed to another release of its line, as a number or a constant of the CDK. */
function rewrite(written: string, from: string, to: string): string | null {
  if (VERSIONS.line(from) !== VERSIONS.line(to)) return null;
  const target = apiVersion(to);
  if (CONSTANT.test(written.trim())) {
    const [constant = ''] = /VER_\w+$/.exec(written.trim()) ?? [];
    return written.replace(constant, `VER_${target.toUpperCase().replaceAll(/[.-]/g, '_')}`);
  }
  return written.toLowerCase().endsWith(from.toLowerCase()) ? written.slice(0, -from.length) + target : null;
}

export const VERSIONS: ProductVersions = {
  read: readVersion,
  // Aurora PostgreSQL has such numbers, too.
  readAlone(written) {
    const understood = readVersion(written);
    const isOwn = understood.form === 'release' && understood.version !== minorOf(understood.version);
    return isOwn ? understood.version : null;
  },
  compare: (a, b) => compareParts(orderOf(a), orderOf(b)),
  line: memoize((version: string) => partsOf(version)?.major ?? version),
  // Who runs a release of Extended Support has asked for it by its own number.
  branch: apiVersion,
  isUnder: (version, prefix) => VERSIONS.line(version) === prefix || minorOf(version) === prefix,
  rewrite,
};
