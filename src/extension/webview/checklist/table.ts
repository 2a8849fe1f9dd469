import { icon, createElement } from '../dom.ts';
import type { CellView, TableView } from './messages.ts';

const ICONS: Record<CellView['state'], string | null> = {
  good: 'pass',
  bad: 'error',
  unknown: 'question',
  none: 'dash',
  plain: null,
};

/** Collapsible table of a resource's evidence, with headers for screen readers. */
export function tableElement(
  { key, caption, columns, rows }: TableView,
  former: HTMLElement | null,
): HTMLElement {
  const head = createElement(
    'tr',
    {},
    ...columns.map((column) => createElement('th', { scope: 'col' }, column)),
  );
  const body = rows.map(({ mark, cells: [first, ...rest] }) =>
    createElement(
      'tr',
      {},
      createElement(
        'th',
        { scope: 'row' },
        first?.text ?? '',
        ...(mark === null ? [] : [createElement('span', { class: 'mark' }, icon('star-full'), mark)]),
      ),
      ...rest.map(cellElement),
    ),
  );
  const table = createElement(
    'table',
    { 'aria-label': caption },
    createElement('thead', {}, head),
    createElement('tbody', {}, ...body),
  );
  const details = createElement(
    'details',
    { class: 'overview' },
    createElement('summary', { 'data-focus': `${key} overview` }, caption),
    // Focusable, so that the keyboard can scroll a wide table.
    createElement('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': caption }, table),
  );
  details.open = !(former instanceof HTMLDetailsElement) || former.open;
  return details;
}

function cellElement({ state, text, detail }: CellView): HTMLElement {
  const name = ICONS[state];
  return createElement(
    'td',
    { class: `cell-${state}` },
    createElement('span', { class: 'state' }, ...(name === null ? [] : [icon(name)]), text),
    ...(detail === null ? [] : [createElement('span', { class: 'detail' }, detail)]),
  );
}
