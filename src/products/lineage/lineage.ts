import type { Confidence, KnownBug, Release, Text } from '../../model/index.ts';

/**
 * Whether a version contains the fix of a bug, by the rules of docs/contributing/architecture.md ("Which releases have a bug").
 *
 * - `yes`, `no`: as the notes tell.
 * - `doubtful`: inferred from dates alone, while a patch of a later branch lists the same fix again.
 */
export type Contained = 'yes' | 'doubtful' | 'no';

/** Which releases of one product descend from which. Built once per catalogue; every question is then a look-up. */
export interface Lineage {
  release(version: string): Release | undefined;
  /** Releases of a branch, oldest version first. */
  onBranch(branch: string): readonly Release[];
  branches(): readonly string[];
  newestOnBranch(branch: string): Release | undefined;
  newestOnLine(line: string): Release | undefined;
  newest(): Release | undefined;
  /** Day on which a branch began, or null for a branch that the catalogue does not know. */
  begin(branch: string): string | null;
  /** The release of another line whose fixes a version contains, as the notes state. */
  baseOf(version: string): string | null;
  /** Whether the code of `version` contains what release `fix` brought. */
  containsRelease(version: string, fix: string): boolean;
  containsFix(version: string, bug: KnownBug): Contained;
  /**
   * The fixing release of each branch: the last one that lists the bug, because an earlier listing was not complete; of a
   * CVE the first, because a page that lists it again takes nothing back.
   */
  fixes(bug: KnownBug): ReadonlyMap<string, string>;
  /**
   * The lowest release of the branch of which the notes tell the same: a version has its bugs until their own branch fixes
   * them, but for bugs whose words name versions. The version itself where each is judged by itself.
   */
  firstAlike(version: string): string;
  /** How sure it is that a version has a bug, and why; null where it contains the fix or is out of the bug's bounds. */
  judge(bug: KnownBug, version: string): Judgement | null;
  /**
   * As {@link judge}, of a version as somebody pins it: where the vendor applies patches by itself, it may run any of
   * them, and `inVersions` are those that have the bug where not all do.
   */
  judgePin(bug: KnownBug, version: string): Judgement | null;
  /** Whether a release's fixes concern a version: on its own line, or on one whose code continues the other's. */
  concerns(release: string, version: string): boolean;
}

/** What is claimed of a bug in a version. */
export interface Judgement {
  confidence: Confidence;
  reason: Text;
  inVersions?: readonly string[];
}
