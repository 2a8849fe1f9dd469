/** The page about a version, with its bugs or upgrades: renders the state that the extension sends. */
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { readFilters, type Filters } from './filters.ts';
import { createPage, type Page } from './layout.ts';
import type { FromVersionPage, ToVersionPage } from './messages.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromVersionPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const editor = acquireVsCodeApi();
let filters = readFilters(editor.getState());

window.addEventListener('message', ({ data }: MessageEvent<ToVersionPage>) => {
  const page: Page = createPage(
    data.view,
    filters,
    (message) => editor.postMessage(message),
    (change: Partial<Filters>) => {
      filters = { ...filters, ...change };
      editor.setState(filters);
      page.show(filters);
    },
  );
  page.show(filters);
});
editor.postMessage({ type: 'ready' });
