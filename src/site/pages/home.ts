import { text } from '../../l10n/index.ts';
import type { Catalogue, Text } from '../../model/index.ts';
import { html, type Part } from '../html.ts';
import { countWithUrgency, type ProductPageData, type ReleaseDetails } from '../product-pages.ts';
import { siteAddresses } from '../places.ts';
import { currentLines, type LineState } from './lines.ts';
import type { SiteBuild, PageDraft, PageContext } from './page.ts';
import { searchFields } from './search.ts';
import { releaseLink, table } from './tables.ts';

/** Age in days up to which a release is listed as new. */
const NEW_RELEASE_DAYS = 31;
const MAX_NEW_RELEASES = 20;

/** Home page: the project, the search, supported versions, and new releases. */
export function homePage(
  products: readonly ProductPageData[],
  catalogue: Catalogue,
  build: SiteBuild,
): PageDraft {
  return {
    place: siteAddresses.home,
    title: text('site.tagline'),
    content: (context) => [
      html`<p class="lead">${context.words(text('site.home.what'))}</p>
        <form class="asks" action="${context.links.to(siteAddresses.search)}" role="search">
          ${searchFields(products, 2, context)}
        </form>`,
      supportTable(products, catalogue, build, context),
      newReleases(products, build, context),
      html`<h2>${context.words(text('site.nav.home'))}</h2>
        <ul>
          ${products.map(
            ({ product, releases, bugs }) =>
              html`<li>
                <a href="${context.links.to(siteAddresses.product(product.id))}">${product.names.display}</a>:
                ${context.words(text('site.home.counts', { releases: releases.length, bugs: bugs.length }))}
              </li> `,
          )}
        </ul>`,
    ],
  };
}

/** Table of supported major versions: the newest release of each, and its support in colour and words. */
function supportTable(
  products: readonly ProductPageData[],
  catalogue: Catalogue,
  { day }: SiteBuild,
  context: PageContext,
): Part {
  const { words, links } = context;
  const title = words(text('site.home.support'));
  const columns = ['product', 'current', 'state', 'urgent', 'all', 'date'] as const;
  const rows = products.flatMap((productPages) =>
    currentLines(productPages, catalogue, day).map(({ line, current, state, standardEnds }) => {
      const { product, version, date } = current.release;
      const { display } = productPages.product.names;
      const name = display.endsWith(` ${line}`) ? display : `${display} ${line}`;
      return [
        html`<a href="${links.to(siteAddresses.product(product))}">${name}</a>`,
        releaseLink(product, version, context),
        html`<span class="state ${state}">${words(stateText(state, standardEnds))}</span>`,
        ...countsOf(current, context),
        html`<time>${date}</time>`,
      ];
    }),
  );
  return html`<h2>${title}</h2>
    ${table(
      title,
      columns.map((column) => words(text(`site.column.${column}`))),
      rows,
    )} `;
}

function stateText(state: LineState, standardEnds: string | null): Text {
  if (state === 'unknown' || standardEnds === null) return text('site.state.unknown');
  return text(`site.state.${state}`, { date: standardEnds });
}

/**
 * Number of urgent bugs and of all bugs. Words replace both if no bug is listed for the newest release yet, because 0
 * would look like an all-clear.
 */
function countsOf({ bugs }: ReleaseDetails, { words }: PageContext): Part[] {
  if (bugs === null) return ['–', '–'];
  return bugs.length === 0
    ? ['–', words(text('site.noneYet'))]
    : [countWithUrgency(bugs, 'urgent'), bugs.length];
}

/** List of releases in the month before the date of the notes. */
function newReleases(products: readonly ProductPageData[], { asOf }: SiteBuild, context: PageContext): Part {
  const { words } = context;
  const since = new Date(Date.parse(asOf.slice(0, 10)) - NEW_RELEASE_DAYS * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const fresh = products
    .flatMap((productPages) =>
      productPages.releases.map((each) => ({ ...each, name: productPages.product.names.display })),
    )
    .filter(({ release }) => release.date > since && release.date <= asOf)
    .toSorted((a, b) => b.release.date.localeCompare(a.release.date));
  const title = words(text('site.home.new', { since, until: asOf.slice(0, 10) }));
  if (fresh.length === 0)
    return html`<h2>${title}</h2>
      <p>${words(text('site.home.nothingNew'))}</p>`;
  const columns = ['version', 'date', 'fixes', 'urgent', 'all'] as const;
  return html`<h2>${title}</h2>
    ${table(
      title,
      columns.map((column) => words(text(`site.column.${column}`))),
      fresh
        .slice(0, MAX_NEW_RELEASES)
        .map(({ name, ...each }) => [
          html`<a
            href="${context.links.to(siteAddresses.release(each.release.product, each.release.version))}"
            >${name} ${each.release.version}</a
          >`,
          html`<time>${each.release.date}</time>`,
          each.fixes.length,
          ...countsOf(each, context),
        ]),
    )}
    ${fresh.length > MAX_NEW_RELEASES ? html`<p>${words(text('upgrade.list.more', { count: fresh.length - MAX_NEW_RELEASES }))}</p>` : null}`;
}
