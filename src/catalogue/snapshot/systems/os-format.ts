import type { Catalogue } from '../../../model/index.ts';

/**
 * Operating systems in the embedded snapshot: names and versions of packages, CVE numbers, days and topics; no vendor
 * sentence. Repeated values are numbers of a table, and bugs are not stored: they follow from the packages.
 */
export interface OsSnapshotFile {
  format: 1;
  asOf: string;
  /** Products whose notes were read on another day. */
  readOn?: Readonly<Partial<Record<string, string>>>;
  names: readonly string[];
  versions: readonly string[];
  /** Architectures of one package, joined with blanks. */
  arches: readonly string[];
  /** Without `CVE-`. */
  cves: readonly string[];
  /** Parts of the repository; number 0 is the core. */
  channels: readonly string[];
  /** Names of the sections of notices. */
  sections: readonly string[];
  releases: readonly OsSnapshotRelease[];
  /** Empty if the origin has none. */
  advisories: readonly OsSnapshotAdvisory[];
  /** Number of each system's advisories for parts that no release above contains. */
  laterAdvisories?: NonNullable<Catalogue['laterAdvisories']>;
  /** Images with their own numbers, newest first. */
  images: readonly OsSnapshotImage[];
}

export type OsSnapshotRelease = readonly [
  product: number,
  version: string,
  date: string,
  /** File name of the page, below the product's guide; a whole address if elsewhere. */
  page: string,
  /** Null if only name and day are known. */
  packages: readonly OsSnapshotPackage[] | null,
  notices: readonly OsSnapshotNotice[],
];

/** Numbers of name, version, architectures and channel, then of the CVEs. */
export type OsSnapshotPackage = readonly number[];

export type OsSnapshotAdvisory = readonly [
  id: string,
  severity: number,
  /** Number of the name of its source package. */
  name: number,
  /** YYYYMMDD */
  day: number,
  channel: number,
  /** Number of the first release with the fix. */
  release: number,
  /** 1 if the release was found by the advisory's day. */
  byDay: 0 | 1,
  /** Pairs of numbers, one for each fixed package: its name, then its version. */
  fixed: readonly number[],
  ...cves: number[],
];

export type OsSnapshotImage = readonly [
  publisher: number,
  product: number,
  /** YYYYMMDD */
  day: number,
  version: string | null,
  isWithdrawn: 0 | 1,
  contents: readonly OsSnapshotContents[],
  changes: readonly OsSnapshotChange[],
];

/** Numbers of the versions of the parts (-1: unknown), then of the names of minor versions of Kubernetes. */
export type OsSnapshotContents = readonly number[];

/** Numbers of kind, part, version and pull request, and the day of the revert; -1: none. */
export type OsSnapshotChange = readonly [
  kind: number,
  part: number,
  version: number,
  pull: number,
  day: number,
];

/** Digest, number of the section, number of the topic, then numbers of the CVEs. */
export type OsSnapshotNotice = readonly [digest: string, section: number, topic: number, ...cves: number[]];
