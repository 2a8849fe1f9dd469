import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load } from 'cheerio/slim';
import { parseReleases } from '../../../src/products/aurora-postgresql/notes/page.ts';
import { UPDATES } from '../../../src/products/aurora-postgresql/notes/urls.ts';
import type { RawRelease } from '../../../src/products/source.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

/** Title of a release, split into its version and date. */
const TITLE = />(Aurora PostgreSQL) (\d+\.\d+(?:\.\d+)?), ([A-Z][a-z]+),? (\d+)[a-z]*, (\d{4})</g;
const LABEL = /<p><b>([^<]*?)[.:]?<\/b><\/p>/g;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The page in a form that it does not have today. */
type Rewrite = (html: string) => string;

function titled(title: string): Rewrite {
  return (html) => html.replace(TITLE, `>${title}<`);
}

function labelled(label: string): Rewrite {
  return (html) => html.replace(LABEL, label);
}

/** Turns lists of items into tables; nested lists stay in the cell of their item. */
function tabled(rowsOf: (items: readonly string[]) => string): Rewrite {
  return (html) => {
    const $ = load(html);
    $('div.itemizedlist > ul')
      .filter((_, list) => $(list).parents('li').length === 0)
      .each((_, list) => {
        const items = $(list)
          .children('li')
          .toArray()
          .map((item) => $(item).html() ?? '');
        $(list).replaceWith(`<table>${rowsOf(items)}</table>`);
      });
    return $.html();
  };
}

function row(before = ''): (item: string) => string {
  return (item) => `<tr>${before}<td>${item}</td></tr>`;
}

const FORMS: Readonly<Record<string, Rewrite>> = {
  'headings a level higher': (html) => html.replace(/<(\/?)h3/g, '<$1h2').replace(/<(\/?)h4/g, '<$1h3'),
  'headings a level lower': (html) => html.replace(/<(\/?)h4/g, '<$1h5'),
  'labels as headings': labelled('<h5>$1</h5>'),
  'labels with a colon': labelled('<p><strong>$1:</strong></p>'),
  'labels with a colon outside': labelled('<p><b>$1</b>:</p>'),
  'labels outside of paragraphs': labelled('<b>$1</b>'),
  'labels as terms': labelled('<dl><dt>$1</dt></dl>'),
  'lists without wrappers': (html) =>
    html
      .replaceAll('<div class="itemizedlist">', '')
      .replaceAll('</ul></div>', '</ul>')
      .replace(/ class="(?:listitem|itemizedlist)"/g, ''),
  'items without paragraphs': (html) =>
    html.replace(/<li class="listitem">\s*<p>([\s\S]*?)<\/p>/g, '<li class="listitem">$1'),
  'numbered lists': (html) => html.replace(/<(\/?)ul/g, '<$1ol'),
  'lists of CVEs inside their bullet': (html) =>
    html.replace(
      /(issues?:<\/p>)\s*<\/li>\s*((?:<li class="listitem">\s*<p><a href="[^"]*CVE[^>]*>.*?<\/p>\s*<\/li>\s*)+)/gs,
      '$1<ul>$2</ul></li>',
    ),
  'items in a table': tabled((items) => `<tr><th>Description</th></tr>${items.map(row()).join('')}`),
  'items in a table of numbers and texts': tabled(
    (items) => `<tr><th>No.</th><th>Description</th></tr>${items.map(row('<td>1</td>')).join('')}`,
  ),
  'items in a list in a cell': tabled(
    (items) => `<tr><td><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></td></tr>`,
  ),
  'an end tag too many below each label': (html) => html.replace(LABEL, '$&</div></section></div>'),
  'sections that unfold': (html) =>
    html.replace(/<h4([^>]*)>(.*?)<\/h4>/g, '</details><details><summary><h4$1>$2</h4></summary>'),
  'expandable sections': (html) =>
    html.replaceAll('<h4 ', '</awsui-expandable-section><awsui-expandable-section><h4 '),
  tabs: (html) =>
    html.replaceAll('<h4', '<awsdocs-tabs><dl><dd><h4').replaceAll('</h4>', '</h4></dd></dl></awsdocs-tabs>'),
  'other ids, comments and blanks that do not break': (html) =>
    html
      .replace(/ id="(?!main-col)[^"]*"/g, ' id="x"')
      .replaceAll('<li', '<!-- x --><li')
      .replace(/ (?=\d)/g, '&nbsp;'),
  'titles with "version"': titled('$1 version $2, $3 $4, $5'),
  'titles of the edition': titled('Amazon Aurora PostgreSQL-Compatible Edition $2, $3 $4, $5'),
  'titles of a patch': titled('$1 patch version $2, $3 $4, $5'),
  'dates in brackets': titled('$1 $2 (released $3 $4, $5)'),
  'dates behind a dash': titled('$1 $2 – $3 $4, $5'),
  'days first': titled('$1 $2, $4 $3 $5'),
  'dates by numbers': (html) =>
    html.replace(TITLE, (_, name, version, month: string, day: string, year) => {
      const number = String(MONTHS.indexOf(month.slice(0, 3)) / 3 + 1);
      return `>${name} ${version}, ${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}<`;
    }),
  'dates below the title': (html) =>
    html.replace(
      /<h4([^>]*)>(Aurora PostgreSQL \d+\.\d+(?:\.\d+)?), ([^<]*)<\/h4>/g,
      '<h4$1>$2</h4><p>Release date: $3</p>',
    ),
};

// The newest releases of the vendor's own page (if ../shared exists) in every form that the page may have.
describe('the newest twelve releases of Aurora PostgreSQL', { skip: needsShared }, () => {
  const body = needsShared === false ? readFileSync(sharedPath('docs-mirror', UPDATES.slice(8)), 'utf8') : '';
  const read = (html: string): ReadonlyMap<string, RawRelease> =>
    new Map(
      parseReleases({ url: UPDATES, body: html, contentType: 'text/html' }).releases.map((release) => [
        release.version,
        release,
      ]),
    );
  const today = [...read(body).values()].sort((a, b) => b.date.localeCompare(a.date)).slice(0, 12);

  for (const [name, rewrite] of Object.entries(FORMS))
    test(`are read unchanged from a page with ${name}`, () => {
      const page = rewrite(body);
      assert.notEqual(page, body);
      const found = read(page);
      for (const { version, date, items } of today) {
        const release = found.get(version);
        assert.equal(release?.date, date, version);
        assert.deepEqual(
          release.items.map(({ text, cves }) => [text, cves]),
          items.map(({ text, cves }) => [text, cves]),
          version,
        );
      }
    });
});
