import { button, icon, make } from './dom.ts';
import type { Answer, FromPage, RowView, Words } from './messages.ts';

const ICONS: Record<Answer, string> = {
  pass: 'pass',
  fail: 'error',
  unknown: 'question',
  'not-applicable': 'circle-slash',
};

/** One check of one resource. What was unfolded before an update stays unfolded. */
export function rowElement(
  row: RowView,
  words: Words,
  send: (message: FromPage) => void,
  former: HTMLElement | null,
): HTMLElement {
  const heading = make('h3', { tabindex: '-1', 'data-focus': `${row.key} title`, class: 'check' }, row.title);
  const actions = make('div', { class: 'actions' }, placeElement(row, send));
  if (row.canAccept) {
    const label = `${words.accept} ${row.title}: ${row.resourceName}`;
    actions.append(
      button(words.accept, `${row.key} accept`, () => send({ type: 'accept', key: row.key }), {
        'aria-label': label,
      }),
    );
  }
  const details = detailsElement(row, words, send);
  details.open = former?.querySelector('details')?.open ?? false;
  return make(
    'article',
    { class: `row answer-${row.answer}` },
    make(
      'div',
      { class: 'head' },
      make('span', { class: 'answer' }, icon(ICONS[row.answer]), words.answers[row.answer]),
      heading,
    ),
    make('p', { class: 'evidence' }, `${row.resourceName}: ${row.evidence}`),
    ...(row.accepted === null ? [] : [make('p', { class: 'accepted' }, icon('verified'), row.accepted)]),
    actions,
    details,
  );
}

function placeElement({ key, place }: RowView, send: (message: FromPage) => void): HTMLElement {
  if (place.open === null) return make('span', { class: 'place' }, place.label);
  return button(place.label, `${key} open`, () => send({ type: 'open', key }), { 'aria-label': place.open });
}

function detailsElement(row: RowView, words: Words, send: (message: FromPage) => void): HTMLDetailsElement {
  const list = make('dl');
  const add = (term: string, ...what: (Node | string)[]): void => {
    list.append(make('dt', {}, term), make('dd', {}, ...what));
  };
  add(words.why, row.why);
  if (row.missing.length > 0) {
    add(row.evidence === '' ? '' : words.answers[row.answer], bulletList(row.missing));
  }
  if (row.fix !== null) {
    add(words.fix, row.fix.title);
    add(
      words.command,
      make('code', {}, row.fix.command),
      button(words.copy, `${row.key} copy`, () => send({ type: 'copy', key: row.key }), {
        'aria-label': `${words.copy}: ${row.title}`,
      }),
    );
  }
  if (row.care !== null) add(words.care, row.care);
  if (row.notes.length > 0) add(words.note, bulletList(row.notes));
  const link = make('a', { href: row.help, 'data-focus': `${row.key} help` }, words.documentation);
  const summary = make('summary', { 'data-focus': `${row.key} details` }, words.details);
  summary.setAttribute('aria-label', `${words.details}: ${row.title}`);
  return make('details', {}, summary, list, link);
}

function bulletList(items: readonly string[]): HTMLElement {
  return make('ul', {}, ...items.map((item) => make('li', {}, item)));
}
