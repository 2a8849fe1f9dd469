import type { Severity } from '../../../model/index.ts';

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
