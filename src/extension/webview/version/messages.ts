/** Messages between the extension and the page about a version. All texts are in the editor's language. */

export const LEVELS = ['urgent', 'ordinary', 'minor'] as const;
export type UrgencyLevel = (typeof LEVELS)[number];

/** Outcome of an upgrade for a bug, in the order of the page. */
export const OUTCOMES = ['new', 'stays', 'undetermined', 'fixed'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface VersionView {
  words: Words;
  title: string;
  /** Sentences at the top: counts and advice, or why there are no counts. */
  introduction: readonly string[];
  /** Labels of actions; null if the action is not possible. */
  actions: { set: ActionView | null; brief: string | null };
  /** Empty on a page about bugs. */
  targets: readonly TargetView[];
  columns: readonly string[];
  /** Sentences about the version itself, with links. */
  source: SectionView | null;
  bugs: readonly BugView[];
  /** Bugs of a contained product that are counted apart. */
  upstream: UpstreamView | null;
  /** Terminal command with the same result. */
  command: string;
}

export interface UpstreamView {
  title: string;
  sentences: readonly string[];
  bugs: readonly BugView[];
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
  /** Brackets around a page's name. */
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
  /** Outcome of the bug, by target. A target has no entry if neither version has the bug. */
  outcomes: Readonly<Record<string, Outcome>>;
}

export interface ToVersionPage {
  type: 'show';
  view: VersionView;
}

export interface FromVersionPage {
  type: 'ready' | 'copyCommand' | 'setVersion' | 'prepareBrief';
}
