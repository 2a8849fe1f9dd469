/** Messages between the extension and the checklist page. All texts are in the editor's language. */

export const LEVELS = ['must', 'should', 'could'] as const;
export type Level = (typeof LEVELS)[number];

/** In the order of the page. */
export const ANSWERS = ['fail', 'unknown', 'pass', 'not-applicable'] as const;
export type CheckAnswer = (typeof ANSWERS)[number];

export interface ChecklistView {
  words: Words;
  /** False in Restricted Mode: no export is offered. */
  mayWrite: boolean;
  summary: string;
  loops: readonly LoopView[];
  resources: readonly ResourceView[];
  tables: readonly TableView[];
  rows: readonly RowView[];
}

export interface Words {
  title: string;
  resources: string;
  allResources: string;
  checks: string;
  none: string;
  filterLevel: string;
  filterAnswer: string;
  export: string;
  exportMarkdown: string;
  exportCsv: string;
  details: string;
  why: string;
  fix: string;
  command: string;
  snippet: string;
  copyCode: string;
  copy: string;
  fixInFile: string;
  caution: string;
  note: string;
  documentation: string;
  accept: string;
  loop: string;
  chain: string;
  updated: string;
  levels: Record<Level, string>;
  answers: Record<CheckAnswer, string>;
}

export interface ResourceView {
  key: string;
  name: string;
  kind: string;
  score: string;
  pass: number;
  answered: number;
  /** Text about failed checks of level must; null if there are none. */
  mustFailures: string | null;
  /** Label of the button that fixes all of them; null if edits can fix fewer than two. */
  fixAll: string | null;
}

/** Table of a resource's logs, replacement triggers, and ways to save evidence. */
export interface TableView {
  key: string;
  resource: string;
  caption: string;
  columns: readonly string[];
  rows: readonly { id: string; mark: string | null; cells: readonly CellView[] }[];
}

export interface CellView {
  state: 'good' | 'bad' | 'unknown' | 'plain' | 'none';
  text: string;
  detail: string | null;
}

export interface PlaceView {
  label: string;
  /** Label of the button that opens the file; null if there is no file. */
  open: string | null;
}

export interface RowView {
  key: string;
  resource: string;
  resourceName: string;
  level: Level;
  answer: CheckAnswer;
  title: string;
  evidence: string;
  /** Missing links of the chain and failed parts of the check. */
  missing: readonly string[];
  notes: readonly string[];
  places: readonly PlaceView[];
  why: string;
  fix: FixView | null;
  caution: string | null;
  accepted: string | null;
  canAccept: boolean;
  help: string;
}

export interface FixView {
  title: string;
  command: string;
  /** Code to copy into a program; null if the fix is no code. */
  snippet: string | null;
  /** Label of the button that edits the file; null if no edit can fix the check. */
  fixInFile: string | null;
}

export interface LoopView {
  key: string;
  resource: string;
  message: string;
  chain: readonly ChainView[];
}

export interface ChainView {
  title: string;
  name: string;
  state: 'weak' | 'unknown' | 'holds';
  stateWord: string;
  detail: string;
}

/** Difference between two states of a list. */
export interface ListChange<T> {
  /** Items that are new or have changed. */
  changed: readonly T[];
  /** All keys in order; null if unchanged. */
  keys: readonly string[] | null;
}

/** View with its long lists reduced to changes. */
export interface ViewChange extends Omit<ChecklistView, 'rows' | 'tables'> {
  rows: ListChange<RowView>;
  tables: ListChange<TableView>;
}

export interface ToPage {
  type: 'show';
  view: ViewChange;
  /** Key of the resource to scroll to; null to keep the position. */
  goTo: string | null;
}

export type FromPage =
  | { type: 'ready' }
  | { type: 'open'; key: string; place: number }
  | { type: 'accept' | 'copy' | 'fix' | 'fixAll'; key: string }
  | { type: 'export'; format: ExportFormat };

export type ExportFormat = 'markdown' | 'csv';
