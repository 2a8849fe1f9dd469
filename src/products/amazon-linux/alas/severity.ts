import type { Severity } from '../../../model/index.ts';

/** Severities by the security center's words; `important` is the second highest of four. */
const SEVERITY_OF: Record<string, Severity> = {
  critical: 'critical',
  important: 'high',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
};

/** Severity for one of the security center's words, in any case; null for any other word. */
export function severityOf(word: string): Severity | null {
  return SEVERITY_OF[word.trim().toLowerCase()] ?? null;
}
