import { compareSeverity, type FindingSeverity } from '../../model/index.ts';

/** Lowest severity of visible rows, or `all`. */
export type SeverityFilter = 'all' | Exclude<FindingSeverity, 'info'>;

export const SEVERITY_FILTERS = [
  'all',
  'low',
  'unrated',
  'medium',
  'high',
  'critical',
] as const satisfies readonly SeverityFilter[];

/**
 * Icon and colour of each severity. The icons differ as well, so that colour is not needed. No colour is red, because
 * nothing is an error of the editor. A test measures the contrast in every built-in theme.
 */
export const SEVERITY_BADGES: Readonly<Record<FindingSeverity, { icon: string; colour: string }>> = {
  critical: { icon: 'warning', colour: 'list.warningForeground' },
  high: { icon: 'warning', colour: 'list.warningForeground' },
  medium: { icon: 'info', colour: 'problemsInfoIcon.foreground' },
  unrated: { icon: 'question', colour: 'icon.foreground' },
  low: { icon: 'info', colour: 'problemsInfoIcon.foreground' },
  info: { icon: 'info', colour: 'descriptionForeground' },
};

export function isSeverityFilter(value: unknown): value is SeverityFilter {
  return SEVERITY_FILTERS.some((filter) => filter === value);
}

export function passesFilter(severity: FindingSeverity | null, filter: SeverityFilter): boolean {
  return filter === 'all' || (severity !== null && compareSeverity(severity, filter) <= 0);
}

/** Highest severity; null if there is none. */
export function highestSeverity(severities: readonly (FindingSeverity | null)[]): FindingSeverity | null {
  return severities.filter((each) => each !== null).sort(compareSeverity)[0] ?? null;
}
