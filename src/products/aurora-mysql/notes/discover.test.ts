import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverPages } from './discover.ts';
import type { ReadPage } from '../../source.ts';
import type { Problem } from '../../../model/index.ts';
import { GUIDE } from '../../../../test/support/pages/aurora-page.ts';

/** Reader of a few pages by name; all others are missing. */
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
const toIndex = (digits: string): object => ({ title: 'an index', href: page(digits) });
const keysOf = (problems: readonly Problem[]): [string, string][] =>
  problems.map(({ source, text }) => [source.slice(GUIDE.length), text.key]);

test('joins pages of the contents and of index pages, each once', async () => {
  const { read, asked } = site({
    'toc-contents.json': contents({
      title: 'Notes',
      href: 'Welcome.html',
      contents: [
        {
          title: 'Old',
          href: page('11Updates'),
          contents: [{ title: '… (version 2.31.1)', href: page('2311') }, toIndex('84Updates')],
        },
        { title: '… (version 1.2)', href: page('12') },
        toIndex('20Updates'),
      ],
    }),
    [page('20Updates')]:
      `<ul><li>${link(page('2311'), '… (version 2.31.1)')}</li><li>${link(page('2313'), '… (version 2.31.3)')}</li></ul>`,
    [page('84Updates')]:
      `<table><tr><td><a href="${GUIDE}${page('8431')}#x">Aurora MySQL 8.4.31, July 4, 2031</a></td></tr></table>`,
  });
  const { pages, problems } = await discoverPages(read);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    pages,
    ['2311', '8431', '2313'].map((digits) => GUIDE + page(digits)),
  );
  assert.deepEqual(asked, ['toc-contents.json', page('84Updates'), page('20Updates')]);
});

test('excludes pages of version 1 by their titles, whatever their file names', async () => {
  const { read } = site({
    'toc-contents.json': contents(
      toIndex('20Updates'),
      { title: '… (version 1.16)', href: page('20171211') },
      { title: '… (version 2.01)', href: page('20180206') },
      { title: 'No version told', href: page('2099') },
    ),
    [page('20Updates')]: link(page('20171211'), 'the one of 2017'),
  });
  const { pages } = await discoverPages(read);
  assert.deepEqual(pages, [GUIDE + page('20180206'), GUIDE + page('2099')]);
});

test('follows an index page that only another one names', async () => {
  const { read } = site({
    'toc-contents.json': contents(toIndex('20Updates')),
    [page('20Updates')]: link(page('90Updates'), 'version 9'),
    [page('90Updates')]: link(page('9001'), '… (version 9.0.1)'),
  });
  assert.deepEqual(await discoverPages(read), { pages: [GUIDE + page('9001')], problems: [] });
});

test('finds index pages on the welcome page if the contents are unreadable', async () => {
  const { read } = site({
    'toc-contents.json': '<html>Not JSON</html>',
    'Welcome.html': link(page('30Updates'), 'version 3'),
    [page('30Updates')]: link(page('3290'), 'x'),
  });
  const { pages, problems } = await discoverPages(read);
  assert.deepEqual(pages, [GUIDE + page('3290')]);
  assert.deepEqual(keysOf(problems), [['toc-contents.json', 'catalogue.page.noLinks']]);
});

test('reads known index pages if contents and welcome page fail, and reports each failure', async () => {
  const { read } = site({
    [page('20Updates')]: link(page('2311'), 'x'),
    [page('30Updates')]: '<h1>Oops</h1>',
  });
  const { pages, problems } = await discoverPages(read);
  assert.deepEqual(pages, [GUIDE + page('2311')]);
  assert.deepEqual(keysOf(problems), [
    ['toc-contents.json', 'catalogue.fetch.failed'],
    ['Welcome.html', 'catalogue.fetch.failed'],
    [page('30Updates'), 'catalogue.page.noLinks'],
    [page('84Updates'), 'catalogue.fetch.failed'],
  ]);
});

test('keeps pages of the contents if an index page is unreadable', async () => {
  const { read } = site({
    'toc-contents.json': contents(toIndex('20Updates'), { title: 'x', href: page('2311') }),
  });
  const { pages, problems } = await discoverPages(read);
  assert.deepEqual(pages, [GUIDE + page('2311')]);
  assert.deepEqual(keysOf(problems), [[page('20Updates'), 'catalogue.fetch.failed']]);
});

test('ignores links to other guides and other pages', async () => {
  const elsewhere = `https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/${page('2399')}`;
  const { read } = site({
    'toc-contents.json': contents(toIndex('20Updates'), { title: 'x', href: 'AuroraMySQL.CVE_list.html' }),
    [page('20Updates')]:
      `${link(page('2311'), 'x')}<a href="${elsewhere}">x</a><a href="${page('serverless_2_07_01')}">x</a>
      <a href="#top">x</a><a href="mailto:a@b.example">x</a>
      ${link(`AmazonRDS/latest/AuroraMySQLReleaseNotes/${page('2312')}`, 'relative to the wrong folder')}`,
  });
  assert.deepEqual((await discoverPages(read)).pages, [GUIDE + page('2311'), GUIDE + page('2312')]);
});

test('skips damaged entries of the contents', async () => {
  const { read } = site({
    'toc-contents.json': contents(
      { title: 5, href: page('2311') },
      { contents: 'none' },
      { title: 'x', href: page('2312'), contents: [null, 7, { href: page('2313') }] },
      toIndex('20Updates'),
    ),
    [page('20Updates')]: link(page('2311'), 'x'),
  });
  const { pages } = await discoverPages(read);
  assert.deepEqual(
    pages,
    ['2311', '2312', '2313'].map((digits) => GUIDE + page(digits)),
  );
});

test('reports a readable guide that lists no page', async () => {
  const { read } = site({
    'toc-contents.json': contents(toIndex('20Updates')),
    [page('20Updates')]: link('Welcome.html', 'back'),
  });
  const { pages, problems } = await discoverPages(read);
  assert.deepEqual(pages, []);
  assert.deepEqual(keysOf(problems), [['toc-contents.json', 'catalogue.page.noPages']]);
});
