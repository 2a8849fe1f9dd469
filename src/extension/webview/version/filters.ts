import {
  LEVELS,
  OUTCOMES,
  type BugView,
  type Outcome,
  type UrgencyLevel,
  type VersionView,
} from './messages.ts';

/** What the person chose to see. Kept by the editor while the page is hidden. */
export interface Filters {
  text: string;
  levels: readonly UrgencyLevel[];
  outcomes: readonly Outcome[];
  /** Empty for any. */
  feature: string;
  release: string;
  /** The version of a target; empty before one is known. */
  target: string;
}

const ALL: Filters = { text: '', levels: LEVELS, outcomes: OUTCOMES, feature: '', release: '', target: '' };

/** What was kept, where it still makes sense. */
export function readFilters(kept: unknown): Filters {
  if (typeof kept !== 'object' || kept === null) return ALL;
  const given = kept as Partial<Record<keyof Filters, unknown>>;
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    text: words(given.text),
    levels: chosen(LEVELS, given.levels),
    outcomes: chosen(OUTCOMES, given.outcomes),
    feature: words(given.feature),
    release: words(given.release),
    target: words(given.target),
  };
}

function chosen<T extends string>(all: readonly T[], kept: unknown): readonly T[] {
  return Array.isArray(kept) ? all.filter((each) => kept.includes(each)) : all;
}

/** The target that is looked at: the one that was chosen, else the first. */
export function targetOf({ targets }: VersionView, { target }: Filters): string {
  return (targets.find(({ version }) => version === target) ?? targets[0])?.version ?? '';
}

/** The bugs that are shown, in the order in which they came; of a target those that it has to do with. */
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
    const told = [bug.title, bug.why, bug.details, bug.fix ?? '', ...bug.features].join(' ').toLowerCase();
    return words.every((word) => told.includes(word));
  });
}
