import type {
  BugBounds,
  CveDifference,
  Feature,
  KnownBug,
  Needs,
  Release,
  SupportPeriod,
} from '../../model/index.ts';

/**
 * The embedded snapshot: facts, digests and titles in our own words, no vendor sentence. Rows are tuples and repeated
 * words are numbers into a table, so that it stays small and loads fast. It is written by scripts/snapshot.ts only.
 */
export interface SnapshotFile {
  format: 1;
  asOf: string;
  /** Section names and reasons of labels, by number. */
  words: readonly string[];
  /** Terms of signatures, by number, a blank between (term-table.ts). */
  terms: string;
  releases: readonly SnapshotRelease[];
  bugs: readonly SnapshotBug[];
  support: readonly SupportPeriod[];
  cveDifferences: readonly SnapshotCveDifference[];
}

export type SnapshotCveDifference = readonly [
  cve: CveDifference['cve'],
  onlyInTable: CveDifference['versionsOnlyInTable'],
  onlyInPages: CveDifference['versionsOnlyInPages'],
];

export type SnapshotRelease = Omit<Release, 'items'> & { items: readonly SnapshotItem[] };

/** Digest, number of the section's name, number of the kind. */
export type SnapshotItem = readonly [digest: string, section: number, kind: number];

export type SnapshotBug = readonly [
  id: string,
  title: string,
  impact: number,
  severity: number,
  features: readonly number[],
  /** Number of the release and digest of the bullet. */
  listings: readonly (readonly [release: number, digest: string])[],
  why: readonly number[],
  /** Numbers of the traits. */
  traits: readonly number[],
  /** What most bugs do not have. */
  more?: Partial<Pick<KnownBug, 'cves' | 'communityBugs' | 'aliases' | 'listedJointly'>> & {
    bounds?: BugBounds;
    /** Numbers of the impacts after the first. */
    consequences?: readonly number[];
    /** Where they are not the conjunction of all features. */
    needs?: readonly (readonly number[])[];
    /** Ids. */
    joins?: readonly string[];
    /** Two letters a term. */
    signature?: string;
    /** The title in Japanese. */
    ja?: string;
  },
];

/** The needs that follow from a bug's features; only those of bugs that differ are written. */
export function usualNeeds(features: readonly Feature[]): Needs {
  return features.map((feature) => [feature]);
}

/** The aliases that follow from a bug's listings; only those of bugs that differ are written. */
export function usualAliases({ id, listings }: Pick<KnownBug, 'id' | 'listings'>): string[] {
  return [...new Set(listings.map(({ digest }) => digest))].filter((digest) => digest !== id);
}
