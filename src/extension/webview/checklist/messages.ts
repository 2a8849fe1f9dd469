/** What the extension and the checklist's page say to each other. Every word is already in the editor's language. */

export const LEVELS = ['must', 'should', 'could'] as const;
export type Level = (typeof LEVELS)[number];

/** In the order in which checks are listed. */
export const ANSWERS = ['fail', 'unknown', 'pass', 'not-applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

export interface ChecklistView {
  words: Words;
  /** False in Restricted Mode: the page offers no export. */
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
  mend: string;
  care: string;
  note: string;
  documentation: string;
  accept: string;
  loop: string;
  chain: string;
  updated: string;
  levels: Record<Level, string>;
  answers: Record<Answer, string>;
}

export interface ResourceView {
  key: string;
  name: string;
  kind: string;
  score: string;
  pass: number;
  asked: number;
  /** Null when no check of level must fails. */
  mustFail: string | null;
  /** The button that fixes all of them at once; null where the code can mend fewer than two. */
  fixAll: string | null;
}

/** What a resource has at all. */
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
  /** The button's name; null where there is no file to open. */
  open: string | null;
}

export interface RowView {
  key: string;
  resource: string;
  resourceName: string;
  level: Level;
  answer: Answer;
  title: string;
  evidence: string;
  /** Links and sub-rules, each by itself. */
  missing: readonly string[];
  notes: readonly string[];
  places: readonly PlaceView[];
  why: string;
  fix: FixView | null;
  care: string | null;
  accepted: string | null;
  canAccept: boolean;
  help: string;
}

export interface FixView {
  title: string;
  command: string;
  /** Code to put into a program, in place of the command; null where there is none. */
  snippet: string | null;
  /** The button's name where the code can be edited; null where only the command helps. */
  mend: string | null;
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
  says: string;
}

/** What leads from one state of a list to the next. */
export interface ListChange<T> {
  /** What is new or says something else. */
  changed: readonly T[];
  /** All keys in their order; null where they are the same as before. */
  keys: readonly string[] | null;
}

/** A view of which only the changes of its long lists are sent. */
export interface ViewChange extends Omit<ChecklistView, 'rows' | 'tables'> {
  rows: ListChange<RowView>;
  tables: ListChange<TableView>;
}

export interface ToPage {
  type: 'show';
  view: ViewChange;
  /** The key of a resource to go to; null stays where the person is. */
  goTo: string | null;
}

export type FromPage =
  | { type: 'ready' }
  | { type: 'open'; key: string; place: number }
  | { type: 'accept' | 'copy' | 'fix' | 'fixAll'; key: string }
  | { type: 'export'; format: ExportFormat };

export type ExportFormat = 'markdown' | 'csv';
