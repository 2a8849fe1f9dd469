import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { html, externalLink } from '../html.ts';
import type { ProductPageData } from '../product-pages.ts';
import { LICENCE } from '../data/licence.ts';
import { fileAddresses, siteAddresses } from '../places.ts';
import type { PageDraft } from './page.ts';

/** Page about the data files and their licence. */
export function dataPage(products: readonly ProductPageData[]): PageDraft {
  return {
    place: siteAddresses.data,
    title: text('site.data.title'),
    content: ({ words, links }) => {
      const heading = (title: Text) => html`<h2>${words(title)}</h2> `;
      return [
        heading(text('site.data.licence')),
        html`<p>${words(text('site.data.licenceText'))} ${externalLink(LICENCE.url, LICENCE.id)}</p>`,
        heading(text('site.data.catalogue')),
        html`<ul>
          <li>
            <a href="${links.file(fileAddresses.catalogue)}">${words(text('site.data.catalogueFile'))}</a>
          </li>
          <li><a href="${links.file(fileAddresses.schema)}">${words(text('site.data.schemaFile'))}</a></li>
        </ul>`,
        heading(text('site.data.osv')),
        html`<p>
          <a href="${links.file(fileAddresses.osvIndex)}">${words(text('site.data.osvFile'))}</a>.
          ${words(text('site.data.osvText'))}
        </p>`,
        heading(text('site.data.renovate')),
        html`<ul>
          ${products.map(
            ({ product }) =>
              html`<li>
                <a href="${links.file(fileAddresses.renovate(product.id))}">${product.names.display}</a>
              </li>`,
          )}
        </ul>`,
        heading(text('site.data.feeds')),
        html`<ul>
          ${products.map(
            ({ product }) =>
              html`<li>
                ${product.names.display}:
                <a
                  href="${links.to(siteAddresses.atom(product.id))}"
                  aria-label="${product.names.display} Atom"
                  >Atom</a
                >,
                <a
                  href="${links.to(siteAddresses.jsonFeed(product.id))}"
                  aria-label="${product.names.display} JSON Feed"
                  >JSON Feed</a
                >
              </li>`,
          )}
        </ul>`,
      ];
    },
  };
}
