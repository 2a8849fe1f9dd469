import type { OsFix, Severity } from '../../model/index.ts';

/** A package that has a fix. */
export interface FixedPackage {
  name: string;
  /** `[epoch:]version-release`. */
  version: string;
}

/** One security advisory of an operating system, whatever its source. */
export interface Advisory {
  /** `ALAS2023-2026-100`, `ALASUNBOUND-1.17-2023-001`: opaque, unique in one generation. */
  id: string;
  severity: Severity;
  /** The source package. */
  package: string;
  cves: readonly string[];
  /** YYYY-MM-DD */
  date: string;
  /** Its page; empty if the source names none. */
  url: string;
  /** Packages with the fix, each name and version once; empty if the source names none. */
  fixed: readonly FixedPackage[];
  /** Part of the repository, if it is not the core: an extras topic, `kernel-livepatch`, `nvidia`. */
  channel: string | null;
}

/** An advisory and the first known release with its fix. */
export interface PlacedAdvisory {
  advisory: Advisory;
  version: string;
  assigned: OsFix['assigned'];
}
