import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverPages } from '../../../src/catalogue/sources/aurora-mysql/discover.ts';
import type { ReadPage } from '../../../src/catalogue/sources/source.ts';
import { GUIDE } from '../../support/aurora-page.ts';

/** Reads from a few pages by name; all others are not there. */
function site(pages: Readonly<Record<string, string>>): { read: ReadPage; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read: (url) => {
      const name = url.slice(GUIDE.length);
      asked.push(name);
      const body = pages[name];
      if (body === undefined) return Promise.reject(new Error(`no ${name}`));
      return Promise.resolve({
        url,
        body,
        contentType: name.endsWith('json') ? 'application/json' : 'text/html',
      });
    },
  };
}

const link = (name: string, text: string): string => `<p><a href="./${name}">${text}</a></p>`;
const page = (digits: string): string => `AuroraMySQL.Updates.${digits}.html`;
const contents = (...entries: readonly object[]): string => JSON.stringify({ contents: entries });
const INDEX = link(page('20Updates'), 'version 2');
const SILENT = {
  'Welcome.html': INDEX,
  'doc-history.html': INDEX,
  [page('30Updates')]: INDEX,
  [page('84Updates')]: INDEX,
};

test('contents, index pages, welcome page and history together, each page once', async () => {
  const { read } = site({
    'toc-contents.json': contents({
      title: 'Notes',
      href: 'Welcome.html',
      contents: [
        {
          title: 'Old',
          href: page('11Updates'),
          contents: [{ title: '… (version 2.31.1)', href: page('2311') }],
        },
        { title: '… (version 1.2)', href: page('12') },
      ],
    }),
    'Welcome.html': INDEX,
    'doc-history.html': `<table><tr><td>${link(`AmazonRDS/latest/AuroraMySQLReleaseNotes/${page('2312')}`, 'Aurora MySQL version 2.31.2')}</td></tr></table>`,
    [page('20Updates')]:
      `<ul><li>${link(page('2311'), '… (version 2.31.1)')}</li><li>${link(page('2313'), '… (version 2.31.3)')}</li></ul>`,
    [page('30Updates')]: link(page('3290'), '… (version 3.29.0)'),
    [page('84Updates')]: `<p><a href="${GUIDE}${page('8431')}#x">Aurora MySQL 8.4.31, July 4, 2031</a></p>`,
  });
  const { pages, problems } = await discoverPages(read);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    pages,
    ['2311', '2312', '2313', '3290', '8431'].map((digits) => GUIDE + page(digits)),
  );
});

test('pages of version 1 are left out by their titles, whatever their file names', async () => {
  const { read } = site({
    ...SILENT,
    'toc-contents.json': contents(
      { title: '… (version 1.16)', href: page('20171211') },
      { title: '… (version 2.01)', href: page('20180206') },
      { title: 'No version told', href: page('2099') },
    ),
    [page('20Updates')]: link(page('20171211'), 'the one of 2017'),
  });
  const { pages } = await discoverPages(read);
  assert.deepEqual(pages, [GUIDE + page('20180206'), GUIDE + page('2099')]);
});

test('a new index page is found and read', async () => {
  const { read, asked } = site({
    ...SILENT,
    'toc-contents.json': contents({
      title: 'Database engine updates for version 9',
      href: page('90Updates'),
    }),
    [page('20Updates')]: INDEX,
    [page('90Updates')]: link(page('9001'), '… (version 9.0.1)'),
  });
  const { pages } = await discoverPages(read);
  assert.deepEqual(pages, [GUIDE + page('9001')]);
  assert.ok(!asked.includes(page('11Updates')));
});

test('links to other guides and other pages are no release pages', async () => {
  const { read } = site({
    ...SILENT,
    'toc-contents.json': contents({ title: 'x', href: 'AuroraMySQL.CVE_list.html' }),
    [page('20Updates')]:
      `${link(page('2311'), 'x')}<a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/${page('2399')}">x</a>
      <a href="${page('serverless_2_07_01')}">x</a><a href="#top">x</a><a href="mailto:a@b.example">x</a>`,
  });
  assert.deepEqual((await discoverPages(read)).pages, [GUIDE + page('2311')]);
});

test('a source that cannot be read, or has no links, is a problem; the others stand in', async () => {
  const { read } = site({
    ...SILENT,
    'toc-contents.json': '<html>Not JSON</html>',
    [page('20Updates')]: link(page('2311'), 'x'),
    [page('30Updates')]: '<h1>Oops</h1>',
    'doc-history.html': link(page('2311'), 'x'),
    'Welcome.html': INDEX,
  });
  const { pages, problems } = await discoverPages((url) =>
    url.endsWith('84Updates.html') ? Promise.reject(new Error('off')) : read(url),
  );
  assert.deepEqual(pages, [GUIDE + page('2311')]);
  assert.deepEqual(
    problems.map(({ source, text }) => [source.slice(GUIDE.length), text.key]),
    [
      ['toc-contents.json', 'catalogue.page.noLinks'],
      [page('30Updates'), 'catalogue.page.noLinks'],
      [page('84Updates'), 'catalogue.fetch.failed'],
    ],
  );
});

test('damaged entries of the contents do not cost the good ones', async () => {
  const { read } = site({
    ...SILENT,
    'toc-contents.json': contents(
      { title: 5, href: page('2311') },
      { contents: 'none' },
      { title: 'x', href: page('2312'), contents: [null, 7, { href: page('2313') }] },
    ),
    [page('20Updates')]: INDEX,
  });
  const { pages } = await discoverPages(read);
  assert.deepEqual(
    pages,
    ['2311', '2312', '2313'].map((digits) => GUIDE + page(digits)),
  );
});

test('no page anywhere is a problem', async () => {
  const { read } = site({
    ...SILENT,
    'toc-contents.json': contents({ title: 'x', href: 'Welcome.html' }),
    [page('20Updates')]: INDEX,
  });
  const { pages, problems } = await discoverPages(read);
  assert.deepEqual(pages, []);
  assert.deepEqual(
    problems.map(({ text }) => text.key),
    ['catalogue.page.noPages'],
  );
});
