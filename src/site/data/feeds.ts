import { say, text, type Language } from '../../l10n/index.ts';
import { html } from '../html.ts';
import { countWithUrgency, type ProductPageData, type ReleaseDetails } from '../product-pages.ts';
import type { SiteBuild } from '../pages/page.ts';
import { addressInLanguage, siteAddresses } from '../places.ts';

const MAX_ENTRIES = 50;

interface Entry {
  url: string;
  title: string;
  date: string;
  summary: string;
}

/** Atom feed of a product's newest releases. */
export function atomFeed(productPages: ProductPageData, language: Language, build: SiteBuild): string {
  const { id, names } = productPages.product;
  const entries = entriesOf(productPages, language, build);
  const self = addressOf(siteAddresses.atom(id), language, build);
  const updated = isoTime(entries[0]?.date ?? build.asOf);
  const title = say(text('site.feed.title', { name: names.display }), language);
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
      <title>${title}</title>
      <id>${self}</id>
      <link rel="self" href="${self}" />
      <link href="${addressOf(siteAddresses.product(id), language, build)}" />
      <updated>${updated}</updated>
      <author><name>Errata Lens</name></author>
      ${entries.map(
        ({ url, title: name, date, summary }) =>
          html`<entry>
            <title>${name}</title>
            <id>${url}</id>
            <link href="${url}" />
            <updated>${isoTime(date)}</updated>
            <summary>${summary}</summary>
          </entry> `,
      )}
    </feed> `.text;
}

/** JSON Feed 1.1 of a product's newest releases. */
export function jsonFeed(productPages: ProductPageData, language: Language, build: SiteBuild): object {
  const { id, names } = productPages.product;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: say(text('site.feed.title', { name: names.display }), language),
    home_page_url: addressOf(siteAddresses.product(id), language, build),
    feed_url: addressOf(siteAddresses.jsonFeed(id), language, build),
    language,
    items: entriesOf(productPages, language, build).map(({ url, title, date, summary }) => ({
      id: url,
      url,
      title,
      content_text: summary,
      date_published: isoTime(date),
    })),
  };
}

function entriesOf({ product, releases }: ProductPageData, language: Language, build: SiteBuild): Entry[] {
  const newest = releases
    .toSorted((a, b) => b.release.date.localeCompare(a.release.date))
    .slice(0, MAX_ENTRIES);
  return newest.map(({ release: { version, date }, answer, fixes, bugs }: ReleaseDetails) => ({
    url: addressOf(siteAddresses.release(product.id, version), language, build),
    title: answer.name,
    date,
    summary: say(
      text('site.feed.entry', {
        fixes: fixes.length,
        urgent: bugs === null ? null : countWithUrgency(bugs, 'urgent'),
      }),
      language,
    ),
  }));
}

function addressOf(place: string, language: Language, { address }: SiteBuild): string {
  return new URL(addressInLanguage(place, language), address).href;
}

function isoTime(date: string): string {
  return `${date}T00:00:00Z`;
}
