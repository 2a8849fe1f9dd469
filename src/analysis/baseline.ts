import type { Finding } from '../model/index.ts';
import { worseThan, type EarlierFinding } from './bugs/changes/version-change.ts';

/** What an earlier scan found, and the file that says so. */
export interface Baseline {
  file: string;
  findings: readonly EarlierFinding[];
}

/** Findings of the baseline as suppressed: they are shown as such and never count. What got worse since then counts. */
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
