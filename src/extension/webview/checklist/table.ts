import { icon, make } from '../dom.ts';
import type { CellView, TableView } from './messages.ts';

const ICONS: Record<CellView['state'], string | null> = {
  good: 'pass',
  bad: 'error',
  unknown: 'question',
  none: 'dash',
  plain: null,
};

/** Table of a resource's evidence, accessible to screen readers; it can be folded. */
export function tableElement(
  { key, caption, columns, rows }: TableView,
  former: HTMLElement | null,
): HTMLElement {
  const head = make('tr', {}, ...columns.map((column) => make('th', { scope: 'col' }, column)));
  const body = rows.map(({ mark, cells: [first, ...rest] }) =>
    make(
      'tr',
      {},
      make(
        'th',
        { scope: 'row' },
        first?.text ?? '',
        ...(mark === null ? [] : [make('span', { class: 'mark' }, icon('star-full'), mark)]),
      ),
      ...rest.map(cellElement),
    ),
  );
  const table = make('table', { 'aria-label': caption }, make('thead', {}, head), make('tbody', {}, ...body));
  const folded = make(
    'details',
    { class: 'overview' },
    make('summary', { 'data-focus': `${key} overview` }, caption),
    // It can be wider than the page, so the keyboard has to be able to scroll it.
    make('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': caption }, table),
  );
  folded.open = !(former instanceof HTMLDetailsElement) || former.open;
  return folded;
}

function cellElement({ state, text, detail }: CellView): HTMLElement {
  const name = ICONS[state];
  return make(
    'td',
    { class: `cell-${state}` },
    make('span', { class: 'state' }, ...(name === null ? [] : [icon(name)]), text),
    ...(detail === null ? [] : [make('span', { class: 'detail' }, detail)]),
  );
}
