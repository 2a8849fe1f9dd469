import { text } from '../../l10n/index.ts';
import { html } from '../html.ts';
import type { KnownProduct } from '../known.ts';
import { places } from '../places.ts';
import type { PageDraft } from './page.ts';
import { releaseLink, table } from './tables.ts';

/** The first page: every product, and the ways in. */
export function homePage(products: readonly KnownProduct[]): PageDraft {
  return {
    place: places.home,
    title: text('site.tagline'),
    content: (reader) => {
      const { words, links } = reader;
      const columns = ['product', 'newest', 'date', 'releases', 'bugs'] as const;
      return [
        table(
          words(text('site.nav.home')),
          columns.map((column) => words(text(`site.column.${column}`))),
          products.map(({ product, releases, bugs }) => {
            // A preview is there to be tried, and of its day often only the last possible one is known.
            const newest = releases
              .map(({ release }) => release)
              .filter(({ status }) => !status.includes('beta'))
              .toSorted((a, b) => b.date.localeCompare(a.date))[0];
            return [
              html`<a href="${links.to(places.product(product.id))}">${product.names.display}</a>`,
              newest === undefined ? '–' : releaseLink(product.id, newest.version, reader),
              newest?.date ?? '–',
              releases.length,
              bugs.length,
            ];
          }),
        ),
        html`<p>
          <a class="button" href="${links.to(places.search)}">${words(text('site.search.title'))}</a>
        </p>`,
      ];
    },
  };
}
