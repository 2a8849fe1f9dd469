/** What the extension and the page about a version say to each other. Every word is already in the editor's language. */

export const LEVELS = ['urgent', 'ordinary', 'minor'] as const;
export type UrgencyLevel = (typeof LEVELS)[number];

/** What becomes of a bug by an upgrade, in the order in which it is listed. */
export const OUTCOMES = ['new', 'stays', 'undetermined', 'fixed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface VersionView {
  words: Words;
  title: string;
  /** What comes first: counts, advice, or why nothing is counted. */
  says: readonly string[];
  /** What can be done about it from here; null where it cannot. */
  actions: { set: ActionView | null; brief: string | null };
  /** Empty for a page about bugs alone. */
  targets: readonly TargetView[];
  columns: readonly string[];
  /** What is said of the version itself, with the pages that say so. */
  source: SectionView | null;
  bugs: readonly BugView[];
  /** The same in a terminal. */
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
  /** With `{shown}` and `{all}` in it. */
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
  /** What stands around the name of a page. */
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
  /** The release that fixes it nearest; null where none is named. */
  fix: string | null;
  url: string | null;
  /** By target; absent where a target has nothing to do with it. */
  outcomes: Readonly<Record<string, Outcome>>;
}

export interface ToVersionPage {
  type: 'show';
  view: VersionView;
}

export interface FromVersionPage {
  type: 'ready' | 'copyCommand' | 'setVersion' | 'prepareBrief';
}
