import { button, icon, createElement } from '../dom.ts';
import type { CheckAnswer, FromPage, PlaceView, RowView, Words } from './messages.ts';

const ICONS: Record<CheckAnswer, string> = {
  pass: 'pass',
  fail: 'error',
  unknown: 'question',
  'not-applicable': 'circle-slash',
};

/** A check of a resource. Stays expanded after updates. */
export function rowElement(
  row: RowView,
  words: Words,
  send: (message: FromPage) => void,
  former: HTMLElement | null,
): HTMLElement {
  const heading = createElement(
    'h3',
    { tabindex: '-1', 'data-focus': `${row.key} title`, class: 'check' },
    row.title,
  );
  const details = detailsElement(row, words, send);
  const places = row.places.flatMap((place, index) => [' ', placeElement(row.key, place, index, send)]);
  details.open = former?.querySelector('details')?.open ?? false;
  return createElement(
    'article',
    { class: `row answer-${row.answer}` },
    createElement(
      'div',
      { class: 'head' },
      createElement('span', { class: 'answer' }, icon(ICONS[row.answer]), words.answers[row.answer]),
      heading,
      createElement('span', { class: 'of' }, row.resourceName),
    ),
    createElement('p', { class: 'evidence' }, row.evidence, ...places),
    ...(row.accepted === null
      ? []
      : [createElement('p', { class: 'accepted' }, icon('verified'), row.accepted)]),
    ...actionsElement(row, words, send),
    details,
  );
}

/** Buttons of a failed check: apply the fix, copy it, or accept the failure with a reason. */
function actionsElement(row: RowView, words: Words, send: (message: FromPage) => void): HTMLElement[] {
  const actions: HTMLElement[] = [];
  const { fix, key } = row;
  if (fix !== null && row.canAccept) {
    actions.push(
      fix.fixInFile === null
        ? copyButton(row, words, send)
        : button(words.fixInFile, `${key} fix`, () => send({ type: 'fix', key }), {
            'aria-label': fix.fixInFile,
          }),
    );
  }
  if (row.canAccept) {
    const label = `${words.accept} ${row.title}: ${row.resourceName}`;
    const accept = (): void => send({ type: 'accept', key });
    actions.push(button(words.accept, `${key} accept`, accept, { 'aria-label': label }));
  }
  return actions.length === 0 ? [] : [createElement('div', { class: 'actions' }, ...actions)];
}

function copyButton(
  { key, title, fix }: RowView,
  words: Words,
  send: (message: FromPage) => void,
): HTMLElement {
  const label = (fix?.snippet ?? null) === null ? words.copy : words.copyCode;
  return button(label, `${key} copy`, () => send({ type: 'copy', key }), {
    'aria-label': `${label}: ${title}`,
  });
}

function placeElement(
  key: string,
  { label, open }: PlaceView,
  place: number,
  send: (message: FromPage) => void,
): HTMLElement {
  if (open === null) return createElement('span', { class: 'place' }, label);
  const link = createElement(
    'button',
    { type: 'button', class: 'link', 'data-focus': `${key} open ${place}`, 'aria-label': open },
    label,
  );
  link.addEventListener('click', () => send({ type: 'open', key, place }));
  return link;
}

function detailsElement(row: RowView, words: Words, send: (message: FromPage) => void): HTMLDetailsElement {
  const list = createElement('dl');
  const add = (label: string, ...content: (Node | string)[]): void => {
    list.append(createElement('dt', {}, label), createElement('dd', {}, ...content));
  };
  add(words.why, row.why);
  if (row.missing.length > 0) {
    add(row.evidence === '' ? '' : words.answers[row.answer], bulletList(row.missing));
  }
  if (row.fix !== null) {
    add(words.fix, row.fix.title);
    add(
      row.fix.snippet === null ? words.command : words.snippet,
      createElement('code', {}, row.fix.snippet ?? row.fix.command),
      ...(row.fix.fixInFile !== null || !row.canAccept ? [copyButton(row, words, send)] : []),
    );
  }
  if (row.caution !== null) add(words.caution, row.caution);
  if (row.notes.length > 0) add(words.note, bulletList(row.notes));
  const link = createElement('a', { href: row.help, 'data-focus': `${row.key} help` }, words.documentation);
  const summary = createElement('summary', { 'data-focus': `${row.key} details` }, words.details);
  summary.setAttribute('aria-label', `${words.details}: ${row.title}`);
  return createElement('details', {}, summary, list, link);
}

function bulletList(items: readonly string[]): HTMLElement {
  return createElement('ul', {}, ...items.map((item) => createElement('li', {}, item)));
}
