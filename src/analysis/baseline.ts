import type { Finding } from '../model/index.ts';
import { worseThan, type EarlierFinding } from './bugs/changes/version-change.ts';

/** Findings of an earlier scan, with their file. */
export interface Baseline {
  file: string;
  findings: readonly EarlierFinding[];
}

/**
 * Marks findings of the baseline as suppressed: they are shown but never count. Findings that got worse since then count.
 */
export function withBaseline(
  findings: readonly Finding[],
  baseline: Baseline | null,
  reason: string,
): readonly Finding[] {
  if (baseline === null) return findings;
  const worse = new Set(worseThan(findings, baseline.findings));
  const suppressed = { by: baseline.file, reason, until: null };
  return findings.map((finding) =>
    finding.suppressed !== null || worse.has(finding) ? finding : { ...finding, suppressed },
  );
}
