import { bugTitle, inBrackets, say, text, type Language } from '../../../l10n/index.ts';
import { type Text } from '../../../model/index.ts';
import { productName, productOf } from '../../../products/index.ts';
import { isSafeLink } from '../../../report/index.ts';
import type { NewsArgument } from '../../contributions/argument-schemas.ts';
import type { ArgumentsOf } from '../../contributions/arguments.ts';
import { commandLink } from '../../contributions/commands.ts';
import type { CommandName, NewsCommand } from '../../contributions/names.ts';
import { countOf, type SortedNews } from './marks.ts';
import { labelOf, NEXT_STEPS, placeOf, type LastLook, type NewsItem } from './news.ts';
import { versionAdviceText } from '../../../watch/index.ts';
import { newsSummary, type Status } from '../status.ts';

/** Content of the document *What's New for You*. */
export interface NewsPage {
  sorted: SortedNews;
  lastLook: LastLook | null;
  status: Status;
}

/** Commands that links of the document may run. */
export const PAGE_COMMANDS = [
  'news.markRead',
  'news.markUnread',
  'news.snooze',
  'news.mute',
  'news.unmute',
  'news.openCode',
  'showUpgrade',
  'showLog',
] as const satisfies readonly CommandName[];
type PageCommand = (typeof PAGE_COMMANDS)[number];

/** Maximum number of assets in the list of an alert; its message counts all. */
const MAX_RESOURCES_LISTED = 10;
/** Maximum number of versions that an alert offers to compare. */
const MAX_VERSIONS = 3;

/**
 * The document as HTML without scripts: actions are links to commands. Untrusted text is escaped; other links lead only
 * to the vendor's pages.
 */
export function newsPageHtml(page: NewsPage, language: Language, nonce: string): string {
  const { sorted, status, lastLook } = page;
  const words = (message: Text): string => escapeHtml(say(message, language));
  const summary = newsSummary(lastLook, countOf(sorted));
  const log = status.hasProblem ? ` ${actionLink('showLog', [], words(text('news.action.log')))}` : '';
  const details = [status.label, ...status.details].map(words).join(' · ');
  const sections = [
    section(
      words(text('news.section.fresh')),
      sorted.fresh.map((item) => article(item, language, 'fresh')),
    ),
    section(
      words(text('news.section.snoozed')),
      sorted.snoozed.map(({ item, until }) => article(item, language, 'snoozed', until)),
    ),
    section(
      words(text('news.section.read')),
      sorted.read.map((item) => article(item, language, 'read')),
    ),
    section(words(text('news.section.muted')), mutedProducts(sorted.muted, language)),
  ];
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words(text('news.title'))}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${words(text('news.title'))}</h1>
<p class="summary">${words(summary)}</p>
<p class="meta">${details}${log}</p>
${sections.join('\n')}
</main>
</body>
</html>`;
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `<section><h2>${title}</h2>${entries.join('\n')}</section>`;
}

function article(
  item: NewsItem,
  language: Language,
  state: 'fresh' | 'read' | 'snoozed',
  until: string | null = null,
): string {
  const words = (message: Text): string => escapeHtml(say(message, language));
  const { severity, message, kind, foundOn, url } = item;
  const page = isSafeLink(url)
    ? ` · <a href="${escapeHtml(url)}">${words(text('news.page'))}: ${escapeHtml(pageName(url))}</a>`
    : '';
  const returnText = until === null ? '' : ` · ${words(text('news.until', { until }))}`;
  return `<article class="${severity} ${state}">
<h3><span class="severity">${words(text(`severity.${severity}`))}</span> ${words(labelOf(item))}</h3>
<p>${words(message)}</p>
${bugsOf(item, language)}${changesOf(item, language)}
<h4>${words(text('news.resources'))}</h4>
${resourcesOf(item, language)}
<h4>${words(text('news.next'))}</h4>
${adviceOf(item, language)}<p>${words(text(NEXT_STEPS[kind]))}${upgradesOf(item, language)}</p>
<p class="meta">${words(text('news.since', { day: foundOn }))}${returnText}${page}</p>
<p class="actions">${actionsOf(item, language, state).join(' ')}</p>
</article>`;
}

function bugsOf({ kind, bugs }: NewsItem, language: Language): string {
  if (bugs.length === 0 || kind === 'changed-notes') return '';
  const rows = bugs.map(
    (bug) =>
      '<li><span ' +
      `class="severity">${escapeHtml(say(text(`severity.${bug.severity}`), language))}</span> ` +
      `${escapeHtml(say(bugTitle(bug), language))}</li>`,
  );
  return `<ul>${rows.join('')}</ul>`;
}

function changesOf({ changes }: NewsItem, language: Language): string {
  if (changes.length === 0) return '';
  const word = (key: 'watch.before' | 'watch.after'): string => escapeHtml(say(text(key), language));
  const rows = changes.flatMap(({ before, after }) => [
    before === null ? '' : `<dt>${word('watch.before')}</dt><dd>${escapeHtml(before)}</dd>`,
    after === null ? '' : `<dt>${word('watch.after')}</dt><dd>${escapeHtml(after)}</dd>`,
  ]);
  return `<dl>${rows.join('')}</dl>`;
}

function resourcesOf({ id, resources }: NewsItem, language: Language): string {
  const words = (message: Text): string => escapeHtml(say(message, language));
  if (resources.length === 0) return `<p>${words(text('news.noResources'))}</p>`;
  const rows = resources.slice(0, MAX_RESOURCES_LISTED).map((about, resource) => {
    const label = escapeHtml(about.name + inBrackets(say(placeOf(about), language), language));
    return 'file' in about.location
      ? `<li>${actionLink('news.openCode', [{ id, resource }], label)}</li>`
      : `<li>${label}</li>`;
  });
  const more = resources.length - MAX_RESOURCES_LISTED;
  if (more > 0) rows.push(`<li>${words(text('news.moreResources', { count: more }))}</li>`);
  return `<ul>${rows.join('')}</ul>`;
}

function adviceOf({ advice = [] }: NewsItem, language: Language): string {
  const rows = advice.slice(0, MAX_VERSIONS).flatMap((each) => {
    const words = versionAdviceText(each);
    return words === null ? [] : [`<li>${escapeHtml(say(words, language))}</li>`];
  });
  return rows.length === 0 ? '' : `<ul>${rows.join('')}</ul>\n`;
}

/** Links to upgrade comparisons, for engines only. */
function upgradesOf({ product, versions, release, kind }: NewsItem, language: Language): string {
  if (productOf(product).advice === null || kind === 'changed-notes' || kind === 'source-unreadable')
    return '';
  const shown = kind === 'withdrawn' ? versions : versions.filter((version) => version !== release);
  const links = shown.slice(0, MAX_VERSIONS).map((version) => {
    const label = escapeHtml(say(text('news.action.upgrade', { version }), language));
    return actionLink('showUpgrade', [version], label);
  });
  return links.length === 0 ? '' : ` ${links.join(' · ')}`;
}

type NewsAction = Extract<PageCommand, NewsCommand>;

function actionsOf(item: NewsItem, language: Language, state: 'fresh' | 'read' | 'snoozed'): string[] {
  const { id, product } = item;
  const about = say(labelOf(item), language);
  const action = (name: NewsAction, message: Text, argument: NewsArgument): string => {
    const label = say(message, language);
    // Names the alert, because the same actions are repeated for each.
    return actionLink(name, [argument], escapeHtml(label), `${label}: ${about}`);
  };
  const mute = action('news.mute', text('news.action.mute', { product: productName(product) }), {
    product,
  });
  const snooze = action('news.snooze', text('news.action.snooze'), { id });
  const unreadText = state === 'snoozed' ? text('news.action.wake') : text('news.action.unread');
  return state === 'fresh'
    ? [action('news.markRead', text('news.action.read'), { id }), snooze, mute]
    : [action('news.markUnread', unreadText, { id }), snooze, mute];
}

function mutedProducts(muted: readonly NewsItem[], language: Language): string[] {
  return [...Map.groupBy(muted, ({ product }) => product)].map(([product, { length }]) => {
    const label = say(text('news.action.unmute', { product: productName(product) }), language);
    return `<p>${productName(product)} (${length}) ${actionLink('news.unmute', [{ product }], escapeHtml(label))}</p>`;
  });
}

/** @param label HTML */
function actionLink<N extends PageCommand>(
  name: N,
  given: ArgumentsOf<N>,
  label: string,
  spoken?: string,
): string {
  const aria = spoken === undefined ? '' : ` aria-label="${escapeHtml(spoken)}"`;
  return `<a href="${escapeHtml(commandLink(name, ...given))}"${aria}>${label}</a>`;
}

function pageName(url: string): string {
  const { hostname, pathname } = new URL(url);
  return decodeURIComponent(pathname.split('/').at(-1) ?? '') || hostname;
}

function escapeHtml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const STYLE = `
main { max-width: 60rem; margin: 0 auto; padding: 0.5rem 1rem 2rem; line-height: 1.5; }
h1 { font-size: 1.6em; font-weight: 500; margin: 0.5em 0 0.2em; }
h2 { font-size: 1.2em; font-weight: 600; margin: 1.5em 0 0.5em; }
h3 { font-size: 1.1em; font-weight: 600; margin: 0 0 0.4em; }
h4 { font-size: 1em; font-weight: 600; margin: 0.8em 0 0.1em; }
p, ul, dl { margin: 0.2em 0; }
ul { padding-left: 1.4em; }
dd { margin: 0 0 0.3em 1.4em; }
article { border: 1px solid var(--vscode-panel-border, currentColor); border-left-width: 4px;
  border-radius: 4px; padding: 0.8em 1em; margin: 0.7em 0; }
article.critical.fresh, article.high.fresh { border-left-color: var(--vscode-editorWarning-foreground); }
.severity { border: 1px solid currentColor; border-radius: 3px; padding: 0 0.4em; font-size: 0.85em; font-weight: 400; }
.summary { font-size: 1.1em; }
.meta { color: var(--vscode-descriptionForeground); margin-top: 0.6em; }
.actions { margin-top: 0.7em; display: flex; flex-wrap: wrap; gap: 0.5em; }
.actions a { background: var(--vscode-button-secondaryBackground); color: var(--vscode-button-secondaryForeground);
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent));
  border-radius: 3px; padding: 0.15em 0.7em; }
.actions a:hover { background: var(--vscode-button-secondaryHoverBackground); }
p a { text-decoration: underline; }
p.actions a { text-decoration: none; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;
