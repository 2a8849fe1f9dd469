import type { OsFix, Severity } from '../../model/index.ts';

/** A package that has a fix. */
export interface FixedPackage {
  name: string;
  /** `[epoch:]version-release`. */
  version: string;
}

/** One security advisory of an operating system, wherever it was read. */
export interface Advisory {
  /** `ALAS2023-2026-100`, `ALASUNBOUND-1.17-2023-001`: opaque, unique in one generation. */
  id: string;
  severity: Severity;
  /** The source package. */
  package: string;
  cves: readonly string[];
  /** YYYY-MM-DD */
  date: string;
  /** Its page; empty where its source names none. */
  url: string;
  /** What has the fix, each name and version once; empty where its source does not say. */
  fixed: readonly FixedPackage[];
  /** The part of the repository, where it is not the core: an extras topic, `kernel-livepatch`, `nvidia`. */
  channel: string | null;
}

/** An advisory and the first known release that has its fix. */
export interface PlacedAdvisory {
  advisory: Advisory;
  version: string;
  how: OsFix['assigned'];
}
