/** Messages between the extension and the page about a version. All words are already in the editor's language. */

export const LEVELS = ['urgent', 'ordinary', 'minor'] as const;
export type UrgencyLevel = (typeof LEVELS)[number];

/** Outcome of a bug in an upgrade, in the order of the list. */
export const OUTCOMES = ['new', 'stays', 'undetermined', 'fixed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface VersionView {
  words: Words;
  title: string;
  /** First sentences: counts, advice, or the reason for missing counts. */
  introduction: readonly string[];
  /** Labels of possible actions; null for each that is not possible. */
  actions: { set: ActionView | null; brief: string | null };
  /** Empty on a page about bugs only. */
  targets: readonly TargetView[];
  columns: readonly string[];
  /** Sentences about the version itself, with their pages. */
  source: SectionView | null;
  bugs: readonly BugView[];
  /** The terminal command with the same result. */
  command: string;
}

/** A button that sets a version. */
export interface ActionView {
  version: string;
  label: string;
}

export interface Words {
  bugs: string;
  search: string;
  urgency: string;
  feature: string;
  release: string;
  any: string;
  target: string;
  outcome: string;
  /** Template with `{shown}` and `{all}`. */
  count: string;
  more: string;
  none: string;
  columnUrgency: string;
  columnBug: string;
  columnFix: string;
  columnOutcome: string;
  command: string;
  copy: string;
  copied: string;
  page: string;
  /** Brackets around the name of a page. */
  brackets: readonly [open: string, close: string];
  levels: Record<UrgencyLevel, string>;
  outcomes: Record<Outcome, string>;
}

export interface SectionView {
  title: string;
  lines: readonly { text: string; url: string | null }[];
}

export interface TargetView {
  version: string;
  cells: readonly string[];
  isRecommended: boolean;
  sections: readonly SectionView[];
}

export interface BugView {
  id: string;
  title: string;
  level: UrgencyLevel;
  why: string;
  details: string;
  features: readonly string[];
  /** Nearest release that fixes it; null if none is named. */
  fix: string | null;
  url: string | null;
  /** Outcome by target; absent if the bug affects neither version. */
  outcomes: Readonly<Record<string, Outcome>>;
}

export interface ToVersionPage {
  type: 'show';
  view: VersionView;
}

export interface FromVersionPage {
  type: 'ready' | 'copyCommand' | 'setVersion' | 'prepareBrief';
}
