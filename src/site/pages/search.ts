import { text } from '../../l10n/index.ts';
import { html, type Html } from '../html.ts';
import type { ProductPageData } from '../product-pages.ts';
import { siteAddresses } from '../places.ts';
import type { PageDraft, PageContext } from './page.ts';

/** Page that searches for known bugs in the browser, with the same ranking as the product. */
export function searchPage(products: readonly ProductPageData[]): PageDraft {
  return {
    place: siteAddresses.search,
    title: text('site.search.title'),
    scripts: ['answers'],
    content: (context) => {
      const { words } = context;
      return html`<p>${words(text('site.search.how'))}</p>
        <noscript><p>${words(text('site.needsScript'))}</p></noscript>
        <form class="asks" hidden>${searchFields(products, 4, context)}</form>
        <section
          id="answer"
          aria-live="polite"
          aria-label="${words(text('site.search.results'))}"
        ></section>`;
    },
  };
}

/** Fields for a symptom and its version. The page fills them from its address. */
export function searchFields(
  products: readonly ProductPageData[],
  lines: number,
  { words }: PageContext,
): Html {
  return html`<label class="wide"
      >${words(text('site.search.symptom'))}
      <textarea name="symptom" rows="${lines}" maxlength="4000"></textarea>
    </label>
    <label
      >${words(text('site.column.version'))}
      <select name="version">
        ${products.map(({ product, releases }) => {
          const counted = releases.filter(({ bugs }) => bugs !== null && bugs.length > 0);
          return counted.length === 0
            ? null
            : html`<optgroup label="${product.names.display}">
                ${counted.map(
                  ({ release }) =>
                    html`<option value="${product.id} ${release.version}">
                      ${product.names.display} ${release.version}
                    </option>`,
                )}
              </optgroup>`;
        })}
      </select></label
    >
    <button type="submit">${words(text('site.search.go'))}</button>`;
}
