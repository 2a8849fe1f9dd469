import { effectBetween, urgentAmong, type ChangeEffect } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { BugMatch } from '../../model/index.ts';
import { html, type Part } from '../html.ts';
import type { ProductPageData, ReleaseDetails } from '../product-pages.ts';
import { siteAddresses } from '../places.ts';
import type { PageDraft, PageContext } from './page.ts';
import { bugTable } from './tables.ts';

/** Maximum number of bugs of each kind; the page that compares in the browser lists all. */
const MAX_BUGS = 100;

/** Page that compares a release with one of its upgrade targets; null if the differences are unknown. */
export function changePage(
  productPages: ProductPageData,
  from: ReleaseDetails,
  to: ReleaseDetails,
): PageDraft | null {
  if (from.bugsAndUndetermined === null || to.bugsAndUndetermined === null) return null;
  const { id, names } = productPages.product;
  const [a, b] = [from.release.version, to.release.version];
  const effect = effectBetween(from.bugsAndUndetermined, to.bugsAndUndetermined);
  return {
    place: siteAddresses.change(id, a, b),
    title: text('site.changes.title', { name: names.display, from: a, to: b }),
    parents: [
      { title: names.display, place: siteAddresses.product(id) },
      { title: a, place: siteAddresses.release(id, a) },
    ],
    content: (context) => changeContent(effect, context, MAX_BUGS),
  };
}

/**
 * Content of a comparison, for generated pages and for the browser.
 * @param limit maximum number of bugs of each kind
 */
export function changeContent(effect: ChangeEffect, context: PageContext, limit = Infinity): Part {
  const { words } = context;
  const { clears, leaves, brings, undetermined, undeterminedThere } = effect;
  const counts = {
    clears: clears.length,
    urgent: urgentAmong(clears).length,
    leaves: leaves.length,
    brings: brings.length,
    undetermined: undetermined.length,
    there: undeterminedThere.length,
  };
  return [
    html`<p class="lead">${words(text('site.changes.summary', counts))}</p>`,
    changeSection('brings', brings, context, limit),
    changeSection('leaves', leaves, context, limit),
    changeSection('undetermined', undetermined, context, limit),
    changeSection('undeterminedThere', undeterminedThere, context, limit),
    changeSection('clears', clears, context, limit),
    html`<p>${words(text('bugs.honesty'))}</p>`,
  ];
}

function changeSection(
  kind: keyof ChangeEffect,
  matches: readonly BugMatch[],
  context: PageContext,
  limit: number,
): Part {
  if (matches.length === 0) return null;
  const { words } = context;
  const title = text(`site.changes.${kind}`, { count: matches.length });
  const rest = matches.length - limit;
  return html`<h2>${words(title)}</h2>
    ${bugTable(title, matches.slice(0, limit), context)}
    ${rest > 0 ? html`<p>${words(text('upgrade.list.more', { count: rest }))}</p>` : null} `;
}

/** Page that compares any two releases of a product in the browser, with links to the generated comparisons. */
export function comparisonPage(
  { product, releases }: ProductPageData,
  comparisons: readonly { from: string; to: string }[],
): PageDraft {
  const name = product.names.display;
  const counted = releases.filter(({ bugs }) => bugs !== null).map(({ release }) => release.version);
  return {
    place: siteAddresses.changes(product.id),
    title: text('site.changes.anyTitle', { name }),
    parents: [{ title: name, place: siteAddresses.product(product.id) }],
    scripts: ['answers'],
    content: (context) => {
      const { words, links } = context;
      return html`<form class="asks" data-product="${product.id}" hidden>
          ${(['from', 'to'] as const).map(
            (side, index) =>
              html`<label
                >${words(text(`site.changes.${side}`))}
                <select name="${side}">
                  ${counted.map(
                    (version) =>
                      html`<option${version === counted[index === 0 ? counted.length - 1 : 0] ? html` selected` : null}>${version}</option>`,
                  )}
                </select></label
              > `,
          )}
        </form>
        <noscript><p>${words(text('site.changes.way'))}</p></noscript>
        <div id="answer" aria-live="polite"></div>
        <h2>${words(text('site.changes.made'))}</h2>
        <ul class="columns">
          ${comparisons.map(
            ({ from, to }) =>
              html` <li>
                <a href="${links.to(siteAddresses.change(product.id, from, to))}">${from} → ${to}</a>
              </li>`,
          )}
        </ul>`;
    },
  };
}
