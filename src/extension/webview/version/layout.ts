import { button, createElement } from '../dom.ts';
import { checkboxGroup, selectField, searchField } from './controls.ts';
import { shownBugs, targetOf, type Filters } from './filters.ts';
import {
  LEVELS,
  OUTCOMES,
  type BugView,
  type FromVersionPage,
  type SectionView,
  type TargetView,
  type VersionView,
} from './messages.ts';

/** Maximum number of rows. An operating system can lack thousands of fixes. */
const MAX_ROWS = 300;

/** The page, created once per view. `show` renders what depends on the filters. */
export interface Page {
  show(filters: Filters): void;
}

function bugTable(body: HTMLElement, title: string, { words, targets }: VersionView): HTMLElement {
  const columns = [
    words.columnUrgency,
    words.columnBug,
    words.columnFix,
    ...(targets.length > 0 ? [words.columnOutcome] : []),
  ];
  const headers = columns.map((column) => createElement('th', { scope: 'col' }, column));
  return createElement(
    'table',
    { 'aria-label': title, class: 'bugs' },
    createElement('thead', {}, createElement('tr', {}, ...headers)),
    body,
  );
}

/** Elements of a table of bugs, which the filters change. */
interface BugList extends Page {
  elements: readonly HTMLElement[];
}

function bugList(view: VersionView, title: string): BugList {
  const { words } = view;
  const status = createElement('p', { role: 'status' });
  const body = createElement('tbody');
  const more = button(words.more, 'more', () => fill(Infinity));
  const table = bugTable(body, title, view);
  let shown: readonly BugView[] = [];
  let target = '';
  function fill(limit: number): void {
    body.replaceChildren(...shown.slice(0, limit).map((bug) => bugRow(bug, target, view)));
    more.hidden = shown.length <= limit;
  }
  return {
    elements: [status, table, more],
    show(filters) {
      target = targetOf(view, filters);
      shown = shownBugs(view, filters);
      const all = target === '' ? view.bugs.length : view.bugs.filter((bug) => target in bug.outcomes).length;
      status.textContent =
        shown.length === 0
          ? words.none
          : words.count.replace('{shown}', String(shown.length)).replace('{all}', String(all));
      table.hidden = shown.length === 0;
      fill(MAX_ROWS);
    },
  };
}

/** Creates header, targets, filters and tables. */
export function createPage(
  view: VersionView,
  initial: Filters,
  send: (message: FromVersionPage) => void,
  choose: (change: Partial<Filters>) => void,
): Page {
  const { words, upstream } = view;
  const details = createElement('div', { class: 'details' });
  const hasTargets = view.targets.length > 0;
  const allBugs = [...view.bugs, ...(upstream?.bugs ?? [])];
  const own = bugList(view, words.bugs);
  const ofUpstream = upstream && bugList({ ...view, bugs: upstream.bugs }, upstream.title);

  document.body.replaceChildren(
    createElement(
      'main',
      {},
      createElement('h1', {}, view.title),
      ...view.introduction.slice(0, 1).map((sentence) => createElement('p', { class: 'headline' }, sentence)),
      ...actionsOf(view, send),
      ...paragraphs(view.introduction.slice(1)),
      ...(hasTargets ? [targetTable(view)] : []),
      ...(hasTargets ? [targetChoice(view, initial, choose), details] : []),
      ...(view.source === null ? [] : [sectionOf(view.source, words)]),
      ...(allBugs.length === 0
        ? []
        : [createElement('h2', {}, words.bugs), filterBar({ ...view, bugs: allBugs }, initial, choose)]),
      ...(view.bugs.length === 0 ? [] : own.elements),
      ...(upstream === null || ofUpstream === null
        ? []
        : [
            createElement('h2', {}, upstream.title),
            ...paragraphs(upstream.sentences),
            ...(upstream.bugs.length === 0 ? [] : ofUpstream.elements),
          ]),
      commandOf(view, send),
    ),
  );
  return {
    show(filters) {
      own.show(filters);
      ofUpstream?.show(filters);
      const target = targetOf(view, filters);
      const chosen = view.targets.find(({ version }) => version === target);
      details.replaceChildren(...(chosen?.sections ?? []).map((section) => sectionOf(section, words)));
    },
  };
}

function paragraphs(sentences: readonly string[]): HTMLElement[] {
  return sentences.map((sentence) => createElement('p', {}, sentence));
}

/** Buttons at the top of the page. */
function actionsOf(
  { actions: { set, brief } }: VersionView,
  send: (message: FromVersionPage) => void,
): HTMLElement[] {
  const buttons = [
    ...(set === null ? [] : [button(set.label, 'set', () => send({ type: 'setVersion' }))]),
    ...(brief === null ? [] : [button(brief, 'brief', () => send({ type: 'prepareBrief' }))]),
  ];
  return buttons.length === 0 ? [] : [createElement('div', { class: 'actions' }, ...buttons)];
}

function filterBar(
  view: VersionView,
  initial: Filters,
  choose: (change: Partial<Filters>) => void,
): HTMLElement {
  const { words, bugs, targets } = view;
  const features = [...new Set(bugs.flatMap((bug) => bug.features))].sort();
  const releases = [...new Set(bugs.flatMap((bug) => bug.fix ?? []))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return createElement(
    'div',
    { class: 'filters', role: 'search' },
    searchField(words.search, initial.text, (text) => choose({ text })),
    checkboxGroup(words.urgency, LEVELS, words.levels, initial.levels, (levels) => choose({ levels })),
    ...(targets.length > 0
      ? [
          checkboxGroup(words.outcome, OUTCOMES, words.outcomes, initial.outcomes, (outcomes) =>
            choose({ outcomes }),
          ),
        ]
      : []),
    ...(features.length > 0
      ? [selectField(words.feature, words.any, features, initial.feature, (feature) => choose({ feature }))]
      : []),
    selectField(words.release, words.any, releases, initial.release, (release) => choose({ release })),
  );
}

function targetTable({ targets, columns, words }: VersionView): HTMLElement {
  // In a narrow window, CSS shows rows as cards, which removes the semantics of a table; the roles restore them.
  const head = createElement(
    'tr',
    { role: 'row' },
    ...columns.map((column) => createElement('th', { role: 'columnheader', scope: 'col' }, column)),
  );
  const rows = targets.map(({ cells: [name = '', ...cells], isRecommended }) =>
    createElement(
      'tr',
      { role: 'row', ...(isRecommended ? { class: 'recommended' } : {}) },
      createElement('th', { role: 'rowheader', scope: 'row' }, name),
      ...cells.map((cell, index) =>
        createElement(
          'td',
          { role: 'cell', 'data-column': columns[index + 1] ?? '' },
          createElement('span', {}, ...withWholeDates(cell)),
        ),
      ),
    ),
  );
  return createElement(
    'table',
    { role: 'table', class: 'targets', 'aria-label': words.target },
    createElement('thead', { role: 'rowgroup' }, head),
    createElement('tbody', { role: 'rowgroup' }, ...rows),
  );
}

/** Parts of a text in which no date breaks at a hyphen. */
function withWholeDates(words: string): (HTMLElement | string)[] {
  return words
    .split(/(\d{4}-\d\d-\d\d)/)
    .map((part, index) => (index % 2 === 1 ? createElement('span', { class: 'date' }, part) : part));
}

function targetChoice(
  { targets, words }: VersionView,
  initial: Filters,
  choose: (change: Partial<Filters>) => void,
): HTMLElement {
  const select = createElement('select', {}, ...targets.map(optionOf));
  if (targets.some(({ version }) => version === initial.target)) select.value = initial.target;
  select.addEventListener('change', () => choose({ target: select.value }));
  return createElement('p', { class: 'target' }, createElement('label', {}, `${words.target} `, select));
}

function optionOf({ version, cells }: TargetView): HTMLElement {
  return createElement('option', { value: version }, cells[0] ?? version);
}

function sectionOf({ title, lines }: SectionView, { page, brackets }: VersionView['words']): HTMLElement {
  const [open, close] = brackets;
  const items = lines.map(({ text, url }) =>
    createElement(
      'li',
      {},
      text,
      ...(url === null ? [] : [open, createElement('a', { href: url }, page), close]),
    ),
  );
  return createElement('section', {}, createElement('h2', {}, title), createElement('ul', {}, ...items));
}

function bugRow(bug: BugView, target: string, { words, targets }: VersionView): HTMLElement {
  const outcome = bug.outcomes[target];
  const fix = bug.fix ?? '–';
  return createElement(
    'tr',
    { class: bug.level },
    createElement('td', { class: 'level' }, words.levels[bug.level]),
    createElement(
      'td',
      {},
      createElement('strong', {}, bug.title),
      createElement('span', { class: 'why' }, bug.why),
      createElement('span', { class: 'why' }, bug.details),
    ),
    createElement('td', {}, bug.url === null ? fix : createElement('a', { href: bug.url }, fix)),
    ...(targets.length > 0
      ? [createElement('td', {}, outcome === undefined ? '' : words.outcomes[outcome])]
      : []),
  );
}

function commandOf({ command, words }: VersionView, send: (message: FromVersionPage) => void): HTMLElement {
  return createElement(
    'p',
    { class: 'command' },
    `${words.command} `,
    createElement('code', {}, command),
    ' ',
    button(words.copy, 'copy', () => send({ type: 'copyCommand' })),
  );
}
