import { compareParts, memoize, type VersionParts } from '../../model/index.ts';
import type { ProductVersions, VersionReading } from '../product.ts';

/** Numbering of one engine's releases on Amazon RDS. */
export interface RdsVersions extends ProductVersions {
  /** Community version: `16.6` for `16.6-R2`. */
  readonly minorOf: (version: string) => string;
  /** Version in the API: without a revision, which cannot be requested. */
  readonly apiVersion: (version: string) => string;
  /** False for spellings of the console and the server, `16.6-R1`, `8.0.33.R2.20231201`. */
  readonly isTaken: (written: string) => boolean;
  /** True for a release of Extended Support. */
  readonly isOfExtendedSupport: (version: string) => boolean;
  /**
   * Day in the number of an Extended Support release, YYYY-MM-DD, which is that of the community's fixes; null for all
   * others.
   */
  readonly dayIn: (version: string) => string | null;
}

interface Parts {
  /** `16`, `9.6`, `8.0`. */
  major: string;
  /** Null for a bare major version. */
  minor: string | null;
  /** 1 if absent; for Extended Support the day, 20240418. */
  revision: number;
}

/** A constant of the AWS CDK: `VER_16_6`, `VER_11_22_RDS_20240418`, `VER_16_6_R2`. */
const CDK_CONSTANT = /^VER_(\d+(?:_\d+)*)(_R\d+|_RDS_\d+)?$/;

/**
 * Versions of an engine of Amazon RDS. A release is a minor version of the community, `16.6`, a revision of it by the
 * vendor, `16.6-R2`, or one of Extended Support, `11.22-rds.20240418`. The API knows no revisions: code that pins 16.6
 * may run any of them, as the vendor applies them. A server reports `8.0.33.R2.20231201` and
 * `5.7.44-RDS.20240208.R2.20240210`: with the day of a patch that no page lists.
 * @param major pattern of the engine's major versions
 */
export function rdsVersions(major: RegExp): RdsVersions {
  const written = new RegExp(
    String.raw`^(?<major>${major.source})(?:\.(?<minor>\d{1,3}))?(?:[-.]r(?<revision>\d{1,2})(?:\.20\d{6})?|-rds\.(?<day>20\d{6})(?:\.r\d{1,2}(?:\.20\d{6})?)?)?$`,
    'i',
  );

  const partsOf = memoize((version: string): Parts | null => {
    const { major, minor, revision, day } = written.exec(version)?.groups ?? {};
    if (major === undefined || (minor === undefined && (revision ?? day) !== undefined)) return null;
    return { major, minor: minor ?? null, revision: Number(day ?? revision ?? 1) };
  });

  function read(text: string): VersionReading {
    const parts = partsOf(plainForm(text.trim()));
    if (parts === null) return { form: 'unknown' };
    return parts.minor === null
      ? { form: 'partial', prefix: parts.major }
      : { form: 'release', version: nameOf(parts) };
  }

  const minorOf = memoize((version: string): string => {
    const parts = partsOf(version);
    return parts === null ? version : minorName(parts);
  });

  const apiVersion = memoize((version: string): string => {
    const parts = partsOf(version);
    return parts === null || isDay(parts.revision) ? version : minorName(parts);
  });

  const isOfExtendedSupport = (version: string): boolean => isDay(partsOf(version)?.revision ?? 1);

  const orderOf = memoize((version: string): VersionParts => {
    const numbers = minorOf(version).split('.').map(Number);
    return [...numbers, partsOf(version)?.revision ?? 1];
  });

  const line = memoize((version: string) => partsOf(version)?.major ?? version);

  /** Replaces the release in a written version with one of its line, as a number or a CDK constant. */
  function rewrite(text: string, from: string, to: string): string | null {
    if (line(from) !== line(to)) return null;
    const target = apiVersion(to);
    if (CDK_CONSTANT.test(text.trim())) {
      const [constant = ''] = /VER_\w+$/.exec(text.trim()) ?? [];
      return text.replace(constant, `VER_${target.toUpperCase().replaceAll(/[.-]/g, '_')}`);
    }
    const spelled = text.split(/[^\w.-]/).at(-1) ?? '';
    const understood = read(spelled);
    return understood.form === 'release' && understood.version === from
      ? text.slice(0, -spelled.length) + target
      : null;
  }

  return {
    read,
    readAlone(text) {
      const understood = read(text);
      if (understood.form === 'unknown') return null;
      return understood.form === 'release' ? understood.version : understood.prefix;
    },
    compare: (a, b) => compareParts(orderOf(a), orderOf(b)),
    line,
    // Clusters on Extended Support pin its release by its own number.
    branch: apiVersion,
    isUnder: (version, prefix) => line(version) === prefix || minorOf(version) === prefix,
    rewrite,
    minorOf,
    apiVersion,
    isTaken: (text) => !/[-._]R\d{1,2}(?:\.\d+)?['"\s]*$/i.test(text),
    isOfExtendedSupport,
    dayIn: (version) =>
      isOfExtendedSupport(version) ? version.slice(-8).replace(/^(\d{4})(\d{2})/, '$1-$2-') : null,
  };
}

function plainForm(text: string): string {
  const [, number, revision = ''] = CDK_CONSTANT.exec(text) ?? [];
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
