import {
  PRODUCT_PARTS,
  FEATURES,
  IMPACTS,
  KINDS,
  SEVERITIES,
  TRAITS,
  type BugBounds,
  type CveDifference,
  type Feature,
  type FixCommits,
  type KnownBug,
  type Needs,
  type ProductId,
  type Release,
  type SupportPeriod,
} from '../../model/index.ts';

/** Terms that rows name by number. Each file has its own list: a term that is added later moves none of an older file. */
export const TAXONOMY = {
  kinds: KINDS,
  impacts: IMPACTS,
  severities: SEVERITIES,
  features: FEATURES,
  traits: TRAITS,
  parts: PRODUCT_PARTS,
};

/**
 * The embedded snapshot: facts, digests and titles in our own words, no vendor sentence. Rows are tuples, with repeated
 * words as numbers of a table, so that it is small and loads fast. Written only by scripts/snapshot.ts.
 */
export interface SnapshotFile {
  format: 3;
  asOf: string;
  /** Product of the file. */
  product: ProductId;
  taxonomy: typeof TAXONOMY;
  /** Section names, reasons of labels, addresses, extensions and names of parts of the server, by number. */
  words: readonly string[];
  /** Digests of bullets, by number, separated by blanks. */
  digests: string;
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

/** Without the fields that follow from the file and from {@link USUAL_RELEASE}. */
export type SnapshotRelease = Pick<Release, 'version' | 'date' | 'line' | 'branch'> &
  Partial<Omit<Release, 'items' | 'product' | 'url' | 'extensions'>> & {
    /** Number of the address. */
    url: number;
    /** Numbers of texts `name version`, one for each extension. */
    extensions?: readonly number[];
    /**
     * For each item the number of its digest, and the number of its section times the number of kinds plus the number
     * of its kind.
     */
    items: readonly number[];
  };

/** Defaults of a release; only differences are written. */
export const USUAL_RELEASE = {
  lts: false,
  status: [],
  communityVersion: null,
  comparedTo: null,
} satisfies Partial<Release>;

export type SnapshotBug = readonly [
  id: string,
  title: string,
  impact: number,
  severity: number,
  features: readonly number[],
  /** For each listing the number of the release and that of the bullet's digest. */
  listings: readonly number[],
  why: readonly number[],
  /** Numbers of the traits. */
  traits: readonly number[],
  /** Fields that most bugs lack. */
  more?: Partial<Pick<KnownBug, 'cves' | 'communityBugs' | 'aliases' | 'listedJointly'>> & {
    /** Differences from empty bounds. */
    bounds?: Partial<BugBounds>;
    /** Numbers of the impacts after the first. */
    consequences?: readonly number[];
    /** Present if different from the conjunction of all features. */
    needs?: readonly (readonly number[])[];
    /** Ids of the bugs that share its bullet. */
    joins?: readonly string[];
    /** Numbers of the names. */
    names?: readonly number[];
    /** The title in Japanese. */
    ja?: string;
    commits?: SnapshotCommits;
    /** Number of the part. */
    part?: number;
    extension?: string;
  },
];

/** Commits on the main branch, major versions with a commit, the day of the last one, and fields that most fixes lack. */
export type SnapshotCommits = readonly [
  main: string,
  lines: string,
  day: string | null,
  more?: Pick<FixCommits, 'mainDay' | 'harmlessFrom'>,
];

/** Default needs for a bug's features; only different ones are written. */
export function usualNeeds(features: readonly Feature[]): Needs {
  return features.map((feature) => [feature]);
}

/** Default aliases for a bug's listings; only different ones are written. */
export function usualAliases({ id, listings }: Pick<KnownBug, 'id' | 'listings'>): string[] {
  return [...new Set(listings.map(({ digest }) => digest))].filter((digest) => digest !== id);
}
