import {
  LEVELS,
  OUTCOMES,
  type BugView,
  type Outcome,
  type UrgencyLevel,
  type VersionView,
} from './messages.ts';

/** The user's filters, which the editor stores while the page is hidden. */
export interface Filters {
  text: string;
  levels: readonly UrgencyLevel[];
  outcomes: readonly Outcome[];
  /** Empty for all features. */
  feature: string;
  release: string;
  /** Version of the selected target; empty if none is selected. */
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

/** Parses stored filters; uses the default for invalid values. */
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

/** The selected target, or the first one. */
export function targetOf({ targets }: VersionView, { target }: Filters): string {
  return (targets.find(({ version }) => version === target) ?? targets[0])?.version ?? '';
}

/** Bugs that pass the filters, in the given order. */
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
