import { LANGUAGES, say, text, type Language } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import { html, type Html, type Part } from '../html.ts';
import type { ProductPageData } from '../product-pages.ts';
import { fileAddresses, linksFrom, siteAddresses, type Links, type ScriptName } from '../places.ts';

/** Language and address of the page that is being rendered. */
export interface PageContext {
  language: Language;
  links: Links;
  /** Renders a sentence in the language of the page. */
  words: (sentence: Text) => string;
}

/** A page before it is rendered in a language. */
export interface PageDraft {
  place: string;
  title: Text;
  /** Parent pages, starting below the home page. */
  parents?: readonly { title: Text | string; place: string }[];
  scripts?: readonly ScriptName[];
  /** Feeds that the page links in its head. */
  feeds?: readonly { place: string; type: string; title: Text }[];
  content: (context: PageContext) => Part;
  /** Date of this page's notes, as words or YYYY-MM-DD. Default: the date of the site's notes. */
  asOf?: string;
}

/** Date and address of the generated site. */
export interface SiteBuild {
  /** Date of the notes, YYYY-MM-DD. */
  asOf: string;
  /** Day for which support is calculated, YYYY-MM-DD. */
  day: string;
  /** Base address of the site; ends with a slash. */
  address: string;
}

/** Content security policy: no other sites, no inline scripts or styles. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

/** Feeds of a product. */
export function feedsOf({ product }: ProductPageData): NonNullable<PageDraft['feeds']> {
  const title = text('site.feed.title', { name: product.names.display });
  return [
    { place: siteAddresses.atom(product.id), type: 'application/atom+xml', title },
    { place: siteAddresses.jsonFeed(product.id), type: 'application/feed+json', title },
  ];
}

export function pageContext(place: string, language: Language): PageContext {
  return { language, links: linksFrom(place, language), words: (sentence) => say(sentence, language) };
}

/** Renders a page in a language, as HTML. */
export function renderPage(draft: PageDraft, language: Language, build: SiteBuild): string {
  const context = pageContext(draft.place, language);
  const { links, words } = context;
  const title = words(draft.title);
  const heading = draft.place === siteAddresses.home ? title : `${title} – ${words(text('site.name'))}`;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${heading}</title>
        <link rel="stylesheet" href="${links.file(fileAddresses.style)}" />
        ${LANGUAGES.map(
          (other) => html`<link rel="alternate" hreflang="${other}" href="${links.alternate(other)}" /> `,
        )}${(draft.feeds ?? []).map(
          ({ place, type, title: name }) =>
            html`<link rel="alternate" type="${type}" title="${words(name)}" href="${links.to(place)}" /> `,
        )}${(draft.scripts ?? []).map(
          (name) => html`<script src="${links.file(fileAddresses.script(name))}" defer></script> `,
        )}
      </head>
      <body>
        <a class="skip" href="#content">${words(text('site.skip'))}</a>
        ${pageHeader(draft, context)}
        <main id="content">
          ${breadcrumbs(draft, context)}
          <h1>${title}</h1>
          ${draft.content(context)}
        </main>
        <footer>
          <p>${words(text('site.asOf', { asOf: draft.asOf ?? build.asOf, built: build.day }))}</p>
          <p>${words(text('site.licence'))}</p>
        </footer>
      </body>
    </html> `;
  return page.text;
}

function pageHeader({ place }: PageDraft, { links, words, language }: PageContext): Html {
  const entries = [
    [siteAddresses.home, text('site.nav.home')],
    [siteAddresses.search, text('site.nav.search')],
    [siteAddresses.data, text('site.nav.data')],
  ] as const;
  return html`<header>
    <nav aria-label="${words(text('site.nav'))}">
      <strong>${words(text('site.name'))}</strong>
      ${entries.map(
        ([target, title]) =>
          html`<a href="${links.to(target)}" ${target === place ? html` aria-current="page"` : null}
            >${words(title)}</a
          > `,
      )}
    </nav>
    <nav aria-label="${words(text('site.nav.otherLanguage'))}">
      ${LANGUAGES.filter((other) => other !== language).map(
        (other) =>
          html`<a href="${links.alternate(other)}" hreflang="${other}" lang="${other}"
            >${say(text('site.language'), other)}</a
          > `,
      )}
    </nav>
  </header>`;
}

function breadcrumbs({ parents = [] }: PageDraft, { links, words }: PageContext): Part {
  if (parents.length === 0) return null;
  return html`<nav class="path" aria-label="${words(text('site.nav.path'))}">
    <ol>
      ${parents.map(
        ({ title, place }) =>
          html`<li><a href="${links.to(place)}">${typeof title === 'string' ? title : words(title)}</a></li>`,
      )}
    </ol>
  </nav> `;
}
