import type { Confidence, KnownBug, Release, Text } from '../../model/index.ts';

/**
 * Result of the search for a fix in a version, by the rules of docs/contributing/lineage.md.
 * - `yes`, `no`: stated by the notes.
 * - `doubtful`: inferred from dates alone, while a patch of a later branch lists the same fix again.
 */
export type FixSearch = 'yes' | 'doubtful' | 'no';

/** Ancestry of one product's releases. Built once per catalogue, so that every query is a look-up. */
export interface Lineage {
  release(version: string): Release | undefined;
  /** Releases of a branch, in ascending order of version. */
  onBranch(branch: string): readonly Release[];
  branches(): readonly string[];
  newestOnBranch(branch: string): Release | undefined;
  newestOnLine(line: string): Release | undefined;
  newest(): Release | undefined;
  /** Day on which a branch began; null for a branch that the catalogue lacks. */
  begin(branch: string): string | null;
  /** Release of another line whose fixes a version contains, as its notes state. */
  baseOf(version: string): string | null;
  /** True if the code of `version` contains the fixes of release `fix`. */
  containsRelease(version: string, fix: string): boolean;
  containsFix(version: string, bug: KnownBug): FixSearch;
  /**
   * Fixing release of each branch: the last one that lists the bug, because earlier fixes were incomplete; for a CVE
   * the first, because repeating it on a page revokes nothing.
   */
  fixes(bug: KnownBug): ReadonlyMap<string, string>;
  /**
   * Lowest release of the branch that has the same bugs, except for bugs with bounds that name versions: a version has
   * the bugs of its branch until it fixes them. The version itself if the product judges each version separately.
   */
  firstAlike(version: string): string;
  /**
   * Confidence that a version has a bug, and the reason; null if it contains the fix or is outside the bug's bounds.
   */
  judge(bug: KnownBug, version: string): Judgement | null;
  /**
   * Like {@link judge}, for a pinned version: if the vendor applies patches by itself, any of them may run, and
   * `inVersions` are those with the bug unless all have it.
   */
  judgePin(bug: KnownBug, version: string): Judgement | null;
  /** Fact by which a version lacks a bug that {@link judge} does not place in it; null if it is only that no notes do. */
  absence?(bug: KnownBug, version: string): Text | null;
  /** True if a release's fixes concern a version: on its own line, or on one whose code continues the other's. */
  concerns(release: string, version: string): boolean;
}

/** Judgement of a bug in a version. */
export interface Judgement {
  confidence: Confidence;
  reason: Text;
  inVersions?: readonly string[];
}
