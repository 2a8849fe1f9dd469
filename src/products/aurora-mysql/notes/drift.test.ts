import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCalendar } from './calendar.ts';
import { parseCveTable } from './cve-table.ts';
import { parseReleasePage } from './release-page/page.ts';
import { PAGE, TITLE, bullets, outline, wrapped } from '../../../../test/support/pages/aurora-page.ts';

const CONTENT = `<p><b>Version:</b> 2.31.1</p><p>Aurora MySQL 2.31 versions are compatible with MySQL 5.7.99.</p>
<h2 id="x.Improvements">Improvements</h2>
<p><b>Security fixes:</b></p>
<p>What the release mends:</p>
${bullets('<a href="https://x.example/CVE-2031-11111">CVE-2031-11111</a>')}
<p><b>Availability improvements:</b></p>
${bullets('Fixed A.', 'Fixed B when <code>c_d</code> is on.')}
<div class="awsdocs-note"><div class="awsdocs-note-title"><h6>Note</h6></div><div><p>It is phased.</p></div></div>
<h2>Comparison with Aurora MySQL version 1</h2>
${bullets('Hash joins.')}
<h2>Integration of MySQL community edition bug fixes</h2>
${bullets('It broke. (Bug #99001)', 'It hung. (Bug #99002)')}
<h2>MySQL 5.7 compatibility</h2>
<p>It lacks:</p>
${bullets('Some plugin')}`;
const HTML = wrapped(CONTENT);

const EXPECTED = [
  'Security fixes: CVE-2031-11111',
  'Availability improvements: Fixed A.',
  'Availability improvements: Fixed B when c_d is on.',
  'Integration of MySQL community edition bug fixes: It broke. (Bug #99001)',
  'Integration of MySQL community edition bug fixes: It hung. (Bug #99002)',
];

/** Changes of the vendor's pages that keep their meaning. */
const DRIFTS: Readonly<Record<string, (html: string) => string>> = {
  'nothing changes': (html) => html,
  'classes and ids vanish': (html) => html.replace(/ (?:class|id)="[^"]*"/g, ''),
  'other wrappers': (html) => html.replaceAll('<div', '<section').replaceAll('</div', '</section'),
  'paragraphs in bullets vanish': (html) => html.replace(/(<li[^>]*>)\s*<p>(.*?)<\/p>/g, '$1$2'),
  'white space is missing': (html) => html.replace(/\s*\n\s*/g, ' '),
  'headings one level deeper': (html) => html.replaceAll('h2>', 'h3>').replaceAll('<h2', '<h3'),
  'sections at level 3, labels at level 2': (html) =>
    html
      .replaceAll(/<h2([^>]*)>(.*?)<\/h2>/g, '<h3$1>$2</h3>')
      .replaceAll(/<p><b>(.*?fixes|.*?improvements):<\/b><\/p>/g, '<h2>$1</h2>'),
  'labels become headings of the same level': (html) =>
    html.replaceAll(/<p><b>(.*?fixes|.*?improvements):<\/b><\/p>/g, '<h2>$1</h2>'),
  'labels become deeper headings': (html) =>
    html.replaceAll(/<p><b>(.*?fixes|.*?improvements):<\/b><\/p>/g, '<h4>$1</h4>'),
  'labels lose their colons': (html) => html.replaceAll(':</b>', '</b>'),
  'colons follow the bold text': (html) => html.replaceAll(':</b>', '</b>:'),
  'bold has another tag': (html) => html.replaceAll('b>', 'strong>'),
  'bullets become cells of a table': (html) =>
    html
      .replaceAll(/<(\/?)ul/g, '<$1table')
      .replaceAll('<li', '<tr><td')
      .replaceAll('</li>', '</td></tr>'),
  'there are extra end tags': (html) => html.replaceAll(':</b></p>', ':</b></p></div></div>'),
  'headings become bold paragraphs': (html) => html.replaceAll(/<h2[^>]*>(.*?)<\/h2>/g, '<p><b>$1</b></p>'),
  'labels become list items': (html) =>
    html.replaceAll(
      /<p><b>((?!Version)[^<]*)<\/b><\/p>\s*(?:<p>[^<]*<\/p>\s*)?<div class="itemizedlist"><ul class="itemizedlist">/g,
      '<div><ul><li><b>$1</b></li>',
    ),
  'the title moves out of the text': (html) =>
    html.replace(/<h1.*?<\/h1>/, '').replace('<body', `<body><header><h1>${TITLE}</h1></header><p`),
  'tags are in capitals': (html) =>
    html.replaceAll(/<(\/?)([a-z0-9]+)/g, (_, slash: string, tag: string) => `<${slash}${tag.toUpperCase()}`),
  'bullets have no end tags': (html) => html.replaceAll('</li>', ''),
};

for (const [name, drift] of Object.entries(DRIFTS)) {
  test(`reads the same items if ${name}`, () => {
    const { releases, problems } = parseReleasePage({
      url: PAGE,
      body: drift(HTML),
      contentType: 'text/html',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(outline(releases[0]?.items ?? []), EXPECTED);
    assert.equal(releases[0]?.communityVersion, '5.7.99');
  });
}

test('reads what is left of a truncated page, or reports it', () => {
  for (let length = 0; length < HTML.length; length += 97) {
    const page = { url: PAGE, body: HTML.slice(0, length), contentType: 'text/html' };
    const { releases, problems } = parseReleasePage(page);
    assert.ok(releases.length === 1 || problems.length === 1, `cut at ${length}`);
  }
});

/** Page with some tags, words and characters removed, doubled, moved or replaced. */
const mutated = fc
  .array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 60 }),
      by: fc.oneof(
        fc.constantFrom(
          '',
          '<ul>',
          '</ul>',
          '<li>',
          '<h2>',
          '</h2>',
          '<b>',
          '</div></div>',
          '<!--',
          '<table><tr><td>',
          '&#0;',
          '\u0000',
          '版',
        ),
        fc.string({ maxLength: 20 }),
      ),
    }),
    { maxLength: 12 },
  )
  .map((changes) =>
    changes.reduce((html, { at, length, by }) => {
      const start = Math.floor(at * html.length);
      return html.slice(0, start) + by + html.slice(start + length);
    }, HTML),
  );

/** Damage can turn a page into one of version 1, or into an index page. */
function tellsOfNothing(body: string): boolean {
  return /versions? 1\.|database engine updates for/i.test(body);
}

test('returns a release or a problem for any damaged page', () => {
  fc.assert(
    fc.property(mutated, fc.constantFrom('.html', '.md'), (body, ending) => {
      const page = { url: PAGE.replace('.html', ending), body, contentType: 'text/html' };
      const { releases, problems } = parseReleasePage(page);
      assert.ok(releases.length > 0 || problems.length > 0 || tellsOfNothing(body));
      for (const { items } of releases) for (const { text } of items) assert.notEqual(text, '');
      assert.ok(Array.isArray(parseCalendar(page).periods));
      assert.ok(Array.isArray(parseCveTable(page).rows));
    }),
    { numRuns: 300 },
  );
});

test('reports an absurdly nested page as a problem', () => {
  const body = wrapped('<div>'.repeat(12_000) + CONTENT);
  const { releases, problems } = parseReleasePage({ url: PAGE, body, contentType: 'text/html' });
  assert.equal(releases.length + problems.length, 1);
});
