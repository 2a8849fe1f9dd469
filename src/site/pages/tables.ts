import { LIST_SEPARATOR, bugTitle, say, text, type Language } from '../../l10n/index.ts';
import { memoize, type BugMatch, type KnownBug, type ProductId, type Text } from '../../model/index.ts';
import { isUpstreamOnly } from '../../products/index.ts';
import { externalLink, html, type Html, type Part } from '../html.ts';
import { siteAddresses } from '../places.ts';
import type { PageContext } from './page.ts';

/** A table that scrolls horizontally if the window is narrow. */
export function table(name: string, columns: readonly string[], rows: readonly (readonly Part[])[]): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = null, ...rest]) =>
            html` <tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Table of a version's bugs, in the given order. */
export function bugTable(name: Text, matches: readonly BugMatch[], context: PageContext): Html {
  const { words } = context;
  return tableOfBugs(name, matches, context, [
    ['bug', ({ bug }) => bugLink(bug, context)],
    ['impact', ({ bug }) => words(text(`impact.${bug.impact}`))],
    ['fixedIn', (match) => (isUpstreamOnly(match.bug.product) ? fixLink(match) : (match.nearestFix ?? '–'))],
  ]);
}

/** Bugs of an upstream: the release that fixes a bug links to the upstream's page. */
export function upstreamBugTable(name: Text, matches: readonly BugMatch[], context: PageContext): Html {
  const { words } = context;
  return tableOfBugs(name, matches, context, [
    ['bug', ({ bug }) => bugLink(bug, context)],
    ['urgency', ({ urgency }) => words(text(`urgency.${urgency.level}`))],
    ['impact', ({ bug }) => words(text(`impact.${bug.impact}`))],
    ['fixedIn', fixLink],
  ]);
}

function fixLink({ nearestFix, url }: BugMatch): Part {
  return nearestFix === null ? '–' : externalLink(url, nearestFix);
}

type BugColumn = readonly [name: 'bug' | 'urgency' | 'impact' | 'fixedIn', cell: (match: BugMatch) => Part];

function tableOfBugs(
  name: Text,
  matches: readonly BugMatch[],
  { words }: PageContext,
  columns: readonly BugColumn[],
): Html {
  return table(
    words(name),
    columns.map(([column]) => words(text(`site.column.${column}`))),
    matches.map((match) => columns.map(([, cell]) => cell(match))),
  );
}

/** Title of a bug with a link to its page; those of an upstream have none here. */
export function bugLink(bug: KnownBug, context: PageContext): Html {
  if (isUpstreamOnly(bug.product)) return titleOf(bug, context.language);
  return html`<a href="${context.links.to(siteAddresses.bug(bug.product, bug.id))}"
    >${titleOf(bug, context.language)}</a
  >`;
}

/** Title of a bug. Memoized, because it is on the pages of all affected releases. */
const titleOf = memoize((bug: KnownBug, language: Language): Html => html`${say(bugTitle(bug), language)}`);

export function releaseLink(product: ProductId, version: string, { links }: PageContext): Html {
  return html`<a href="${links.to(siteAddresses.release(product, version))}">${version}</a>`;
}

/** List of named facts, without those that are null. */
export function factList(
  rows: readonly (readonly [name: Text | string, value: Part])[],
  { words }: PageContext,
): Html {
  const stated = rows.filter(([, value]) => value !== null);
  return html`<dl>
    ${stated.map(
      ([name, value]) =>
        html` <dt>${typeof name === 'string' ? name : words(name)}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** Joins parts with commas: `a, b, c`. */
export function commaList(parts: readonly Part[], { language }: PageContext): Part {
  return parts.map((part, index) => (index === 0 ? part : [LIST_SEPARATOR[language], part]));
}
