import { releaseDay, supportOf } from '../../analysis/index.ts';
import { LIST_SEPARATOR, text } from '../../l10n/index.ts';
import { lastDayOf, type Catalogue, type Release } from '../../model/index.ts';
import { html, type Part } from '../html.ts';
import { countWithUrgency, type ProductPageData, type ReleaseDetails } from '../product-pages.ts';
import { siteAddresses } from '../places.ts';
import { feedsOf, type SiteBuild, type PageDraft, type PageContext } from './page.ts';
import { supportTimeline } from './support.ts';
import { releaseLink, table } from './tables.ts';

/** Page about a product: its releases by major version, their support, and links. */
export function productPage(
  productPages: ProductPageData,
  catalogue: Catalogue,
  build: SiteBuild,
): PageDraft {
  const { product, releases } = productPages;
  const name = product.names.display;
  return {
    place: siteAddresses.product(product.id),
    title: text('site.product.title', { name }),
    feeds: feedsOf(productPages),
    content: (context) => {
      const { words, links } = context;
      return [
        html`<ul class="ways">
          <li>
            <a href="${links.to(siteAddresses.changes(product.id))}"
              >${words(text('site.product.changes'))}</a
            >
          </li>
          <li><a href="${links.to(siteAddresses.search)}">${words(text('site.search.title'))}</a></li>
          ${linesWithBugs(productPages).map(
            (line) =>
              html`<li>
                <a href="${links.to(siteAddresses.matrix(product.id, line))}"
                  >${words(text('site.matrix.title', { name, line }))}</a
                >
              </li> `,
          )}
          <li>
            ${words(text('site.product.feeds'))}:
            <a href="${links.to(siteAddresses.atom(product.id))}">Atom</a>,
            <a href="${links.to(siteAddresses.jsonFeed(product.id))}">JSON Feed</a>
          </li>
        </ul>`,
        supportTimeline(productPages, catalogue, build, context),
        [...Map.groupBy(releases, ({ release }) => release.line)].map(([line, own]) => {
          const title = words(text('site.product.releases', { line }));
          return html`<h2>${title}</h2>
            ${releaseTable(title, own, catalogue, build, context)} `;
        }),
      ];
    },
  };
}

/** Major versions that have a release with known bugs, newest first. */
export function linesWithBugs({ releases }: Pick<ProductPageData, 'releases'>): string[] {
  const affected = releases.filter(({ bugs }) => (bugs ?? []).length > 0);
  return [...new Set(affected.map(({ release }) => release.line))];
}

function releaseTable(
  name: string,
  releases: readonly ReleaseDetails[],
  catalogue: Catalogue,
  { day }: SiteBuild,
  context: PageContext,
): Part {
  const { words } = context;
  const columns = ['version', 'date', 'status', 'support', 'urgent', 'all'] as const;
  return table(
    name,
    columns.map((column) => words(text(`site.column.${column}`))),
    releases.map(({ release, bugs }) => [
      releaseLink(release.product, release.version, context),
      words(releaseDay(release)),
      statusOf(release, context),
      supportCell(release, catalogue, day, context),
      bugs === null ? '–' : countWithUrgency(bugs, 'urgent'),
      bugs === null ? '–' : bugs.length,
    ]),
  );
}

function statusOf({ lts, status }: Release, { language, words }: PageContext): string {
  const marks = [...(lts ? (['lts'] as const) : []), ...status];
  return marks.map((each) => words(text(`site.status.${each}`))).join(LIST_SEPARATOR[language]);
}

function supportCell(release: Release, catalogue: Catalogue, day: string, { words }: PageContext): string {
  const ends = standardEnd(release, catalogue, day);
  if (ends === null) return words(text('site.unknown'));
  return words(text(lastDayOf(ends) < day ? 'site.ended' : 'site.supported', { date: ends }));
}

/** Last day or month of a release's standard support; null if the vendor publishes none. */
export function standardEnd(release: Release, catalogue: Catalogue, day: string): string | null {
  const { product, version } = release;
  return supportOf(catalogue, product, version, day)?.standardEnds ?? null;
}
