import {
  LEVELS,
  OUTCOMES,
  type BugView,
  type Outcome,
  type UrgencyLevel,
  type VersionView,
} from './messages.ts';

/** The user's filters, kept by the editor while the page is hidden. */
export interface Filters {
  text: string;
  levels: readonly UrgencyLevel[];
  outcomes: readonly Outcome[];
  /** Empty for any. */
  feature: string;
  release: string;
  /** Version of the chosen target; empty if none is chosen. */
  target: string;
}

const DEFAULT_FILTERS: Filters = {
  text: '',
  levels: LEVELS,
  outcomes: OUTCOMES,
  feature: '',
  release: '',
  target: '',
};

/** Parses kept filters; invalid values get their defaults. */
export function readFilters(kept: unknown): Filters {
  if (typeof kept !== 'object' || kept === null) return DEFAULT_FILTERS;
  const given = kept as Partial<Record<keyof Filters, unknown>>;
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    text: words(given.text),
    levels: keepKnown(LEVELS, given.levels),
    outcomes: keepKnown(OUTCOMES, given.outcomes),
    feature: words(given.feature),
    release: words(given.release),
    target: words(given.target),
  };
}

function keepKnown<T extends string>(all: readonly T[], kept: unknown): readonly T[] {
  return Array.isArray(kept) ? all.filter((each) => kept.includes(each)) : all;
}

/** The chosen target, else the first. */
export function targetOf({ targets }: VersionView, { target }: Filters): string {
  return (targets.find(({ version }) => version === target) ?? targets[0])?.version ?? '';
}

/** Bugs to show, in their given order; for a target only those that it affects. */
export function shownBugs(view: VersionView, filters: Filters): BugView[] {
  const { levels, outcomes, feature, release } = filters;
  const target = targetOf(view, filters);
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  return view.bugs.filter((bug) => {
    const outcome = bug.outcomes[target];
    if (target !== '' && (outcome === undefined || !outcomes.includes(outcome))) return false;
    if (!levels.includes(bug.level)) return false;
    if (feature !== '' && !bug.features.includes(feature)) return false;
    if (release !== '' && bug.fix !== release) return false;
    const searched = [bug.title, bug.why, bug.details, bug.fix ?? '', ...bug.features]
      .join(' ')
      .toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
