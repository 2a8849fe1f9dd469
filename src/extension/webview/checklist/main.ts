/** The checklist page: renders the state that the extension sends, and reports the user's actions. */
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { createPage, type Page } from './layout.ts';
import type { ChecklistView, FromPage, RowView, TableView, ToPage } from './messages.ts';
import { ReceivedList } from './received-list.ts';
import { sortForReading, readFilters } from './state.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const editor = acquireVsCodeApi();
let filters = readFilters(editor.getState());
let page: Page | null = null;
let shown: ChecklistView | null = null;
const rows = new ReceivedList<RowView>();
const tables = new ReceivedList<TableView>();

function show(): void {
  if (shown === null) return;
  page ??= createPage(
    shown.words,
    filters,
    (message) => editor.postMessage(message),
    (change) => {
      filters = change(filters);
      editor.setState(filters);
      show();
    },
  );
  const isKnown = filters.resource === null || shown.resources.some(({ key }) => key === filters.resource);
  page.show(shown, isKnown ? filters : { ...filters, resource: null });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const { view } = data;
  shown = { ...view, rows: sortForReading(rows.take(view.rows)), tables: tables.take(view.tables) };
  if (data.goTo !== null) {
    filters = { ...filters, resource: data.goTo };
    editor.setState(filters);
  }
  show();
  if (data.goTo !== null) page?.focusResource(data.goTo);
});
editor.postMessage({ type: 'ready' });
