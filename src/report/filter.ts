import type { ListFilter } from '../analysis/index.ts';
import { text } from '../l10n/index.ts';
import type { Text } from '../model/index.ts';

/** Conditions of a filter as options of the command line; empty without any. */
export function filterWords({ severity, impact }: ListFilter): string[] {
  return [
    ...(severity === undefined ? [] : [`--severity ${severity}`]),
    ...(impact === undefined ? [] : [`--impact ${impact}`]),
  ];
}

/** Field of JSON with the conditions of a filter; none without any. */
export function filterJson(filter: ListFilter): { filter?: ListFilter } {
  return filterWords(filter).length === 0 ? {} : { filter };
}

/** The conditions as a cell of a table: `severity=high impact=data`. */
export function filterCell(filter: ListFilter): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** Sentence about the findings that a filter by severity leaves out; null without one. */
export function severityFilterText({ severity }: ListFilter = {}): Text | null {
  return severity === undefined ? null : text('report.filtered', { severity: text(`severity.${severity}`) });
}
