import type { Severity } from '../../../model/index.ts';

/** A package that has a fix. */
export interface FixedPackage {
  name: string;
  /** `[epoch:]version-release`. */
  version: string;
}

/** One advisory of the Amazon Linux Security Center, wherever it was read. */
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

/** The security center's words; `important` is its second of four. */
const SEVERITY_OF: Record<string, Severity> = {
  critical: 'critical',
  important: 'high',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
};

/** What one of the security center's words means, in capitals or not; null for any other word. */
export function severityOf(word: string): Severity | null {
  return SEVERITY_OF[word.trim().toLowerCase()] ?? null;
}
