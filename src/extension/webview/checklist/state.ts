import { ANSWERS, LEVELS, type CheckAnswer, type Level, type RowView } from './messages.ts';

/** The user's filters, which the editor stores while the panel is hidden. */
export interface Filters {
  levels: readonly Level[];
  answers: readonly CheckAnswer[];
  /** Key of the selected resource; null for all. */
  resource: string | null;
}

const DEFAULT_FILTERS: Filters = {
  levels: LEVELS,
  answers: ANSWERS.filter((answer) => answer !== 'not-applicable'),
  resource: null,
};

/** Parses stored filters; uses the default for invalid values. */
export function readFilters(kept: unknown): Filters {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_FILTERS;
  const { levels, answers, resource } = kept as Partial<Record<keyof Filters, unknown>>;
  return {
    levels: Array.isArray(levels) ? LEVELS.filter((level) => levels.includes(level)) : DEFAULT_FILTERS.levels,
    answers: Array.isArray(answers)
      ? ANSWERS.filter((answer) => answers.includes(answer))
      : DEFAULT_FILTERS.answers,
    resource: typeof resource === 'string' ? resource : null,
  };
}

export function isShown(row: RowView, { levels, answers, resource }: Filters): boolean {
  return (
    levels.includes(row.level) &&
    answers.includes(row.answer) &&
    (resource === null || resource === row.resource)
  );
}

/** Sorts rows for reading: failures that were not accepted come first. */
export function sortForReading(rows: readonly RowView[]): RowView[] {
  return [...rows].sort(
    (a, b) =>
      ANSWERS.indexOf(a.answer) - ANSWERS.indexOf(b.answer) || Number(b.canAccept) - Number(a.canAccept),
  );
}

/** Adds an item to a list, or removes it if present. */
export function toggle<T>(items: readonly T[], item: T): T[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
