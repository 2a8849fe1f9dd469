import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyOsItem } from './classify.ts';
import { readHtml } from '../../pages/html.ts';
import { listedReleases } from './release-index.ts';
import { amazonLinux2Notes } from '../../amazon-linux-2/notes.ts';
import { amazonLinux2023Notes } from '../../amazon-linux-2023/notes.ts';
import type { Page } from '../../source.ts';
import {
  AL2_GUIDE,
  AL2023_GUIDE,
  bullets,
  osReleaseOf,
  packageLines,
  paragraphs,
  parseOs,
  tableOf,
} from '../../../../test/support/pages/os-page.ts';
import { wrapped } from '../../../../test/support/pages/aurora-page.ts';

const PACKAGES = `<h2>Package updates</h2>${paragraphs('curl-8.1-1.amzn2.x86_64')}`;

function named(title: string, url: string): [string, string] | null {
  const [release] = parseOs('amazon-linux-2', PACKAGES, { title, url }).releases;
  return release ? [release.version, release.date] : null;
}

test('reads version or day from the title, and the day of publication from the address', () => {
  assert.deepEqual(
    named('Amazon Linux 2 version 2.0.20310506.1 release notes', `${AL2_GUIDE}relnotes-20310509.html`),
    ['2.0.20310506.1', '2031-05-09'],
  );
  assert.deepEqual(
    named('Amazon Linux 2 version 2.0.20310506 release notes', `${AL2_GUIDE}relnotes-20310401.html`),
    ['2.0.20310506', '2031-05-06'],
  );
  assert.deepEqual(named('Amazon Linux 2 5/6/2019 release notes', `${AL2_GUIDE}relnotes-5-6-2019.html`), [
    '2.0.20190506',
    '2019-05-06',
  ]);
});

test('corrects a slip in the title by the address of the page', () => {
  assert.deepEqual(
    named('Amazon Linux 2 version 2.0.203100506.0 release notes', `${AL2_GUIDE}relnotes-20310506.html`),
    ['2.0.20310506.0', '2031-05-06'],
  );
  assert.deepEqual(
    named('Amazon Linux 2 version 2.0.20310506.1.0 release notes', `${AL2_GUIDE}relnotes-20310506.html`),
    ['2.0.20310506.1', '2031-05-06'],
  );
  assert.deepEqual(named('Amazon Linux 2 13/45/2031 release notes', `${AL2_GUIDE}relnotes-20310506.html`), [
    '2.0.20310506',
    '2031-05-06',
  ]);
});

test('reports another page as a problem with its address', () => {
  for (const title of [
    'Page not found',
    'Amazon Aurora updates',
    'Amazon Linux 2023 version 2023.30.20310506 release notes',
  ]) {
    const { releases, problems } = parseOs('amazon-linux-2', PACKAGES, { title });
    assert.deepEqual(releases, []);
    assert.equal(problems[0]?.source, `${AL2_GUIDE}relnotes-20310509.html`);
  }
  assert.equal(parseOs('amazon-linux-2', '<p>Nothing here.</p>').problems.length, 1);
});

test('reads bullets and paragraphs as notices with their lists, and leaves boilerplate out', () => {
  const content = `<h2>Release Summary</h2>
    <p>This release represents an update.</p>
    <p><b>Notable updates</b></p>
    ${bullets('chrony went to 4.0', 'bash was rebuilt')}
    <p>Do this before you update:</p>${bullets('stop the agent', 'start it again')}
    <pre><code>systemctl stop agent</code></pre>
    <h6>Security updates</h6>${bullets('See the Amazon Linux Security Center.')}
    <h2>Contact us</h2><p>Write to somebody.</p>`;
  assert.deepEqual(
    osReleaseOf('amazon-linux-2023', content).items.map(({ section, text }) => `${section}: ${text}`),
    [
      'Notable updates: chrony went to 4.0',
      'Notable updates: bash was rebuilt',
      'Notable updates: Do this before you update: stop the agent start it again systemctl stop agent',
    ],
  );
});

test('joins a section about one problem to one notice', () => {
  const content = `<h2>Important: This release was recalled</h2><p>Hosts may hang.</p><h3>What to do</h3><p>Go back:</p><pre><code>yum downgrade kernel</code></pre>${PACKAGES}`;
  const [notice, ...rest] = osReleaseOf('amazon-linux-2', content).items;
  assert.deepEqual(rest, []);
  assert.equal(
    notice?.text,
    'Important: This release was recalled. Hosts may hang. What to do Go back: yum downgrade kernel',
  );
  assert.equal(
    classifyOsItem({ section: '', cves: [], communityBugs: [], text: notice.text }).topic,
    'recalled',
  );
});

test('classifies notices by topic, and kernel fixes as fixes', () => {
  const classify = (text: string, section = 'Major updates'): string => {
    const { kind, topic, impact } = classifyOsItem({ section, text, cves: [], communityBugs: [] });
    return `${kind} ${topic ?? impact ?? ''}`;
  };
  for (const change of [
    'The default kernel becomes 9.1 next month',
    'Coming: default kernel change on 6 May',
    'New images have switched the default kernel to 9.1',
  ])
    assert.equal(classify(change), 'notice default-kernel', change);
  for (const explained of [
    'The parameter kernel-default gives the newest kernel (now 9.1)',
    'We recommend kernel 9.1 as the default kernel, or a move to the next generation',
  ])
    assert.equal(classify(explained), 'notice other', explained);
  assert.equal(classify('redis6 is past its end of life'), 'notice end-of-support');
  assert.equal(classify('The python3 symbolic link now points elsewhere'), 'notice python');
  assert.equal(classify('Containers may not start', 'Known issues'), 'notice known-issue');
  assert.equal(classify('The image starts faster'), 'notice other');
  assert.equal(classify('Fixed a hang of the loader'), 'fix functionality');
  assert.equal(classify('cifs: no null dereference', 'Other Fixes'), 'fix functionality');
});

test('reads HTML like its Markdown twin', () => {
  const markdown = `# Amazon Linux 2023 version 2023.30.20310506 release notes

## Repository Updates

### Core Updated Packages

| Package |
| --- |
|  curl-8.1-1.amzn2023  |
|  kernel6.30-6.30.1-2.amzn2023  |

## Release Summary

**Notable updates**
+ chrony went to 4.0
`;
  const html = `<h2>Repository Updates</h2><h3>Core Updated Packages</h3>${tableOf(['Package'], ['curl-8.1-1.amzn2023'], ['kernel6.30-6.30.1-2.amzn2023'])}
    <h2>Release Summary</h2><p><b>Notable updates</b></p>${bullets('chrony went to 4.0')}`;
  const twin = osReleaseOf('amazon-linux-2023', '', {
    body: markdown,
    contentType: 'text/markdown',
    url: `${AL2023_GUIDE}relnotes-2023.30.20310506.md`,
  });
  assert.deepEqual(twin, osReleaseOf('amazon-linux-2023', html));
  assert.deepEqual(packageLines(twin.packages), ['curl 8.1-1.amzn2023', 'kernel6.30 6.30.1-2.amzn2023']);
});

test('reads names and days of releases from an index in any form', () => {
  const read = (content: string): string[] =>
    listedReleases('amazon-linux-2', readHtml(wrapped(content)), (href) => href.replace('./', AL2_GUIDE)).map(
      ({ version, date, packages }) => `${version} ${date} ${packages === undefined ? 'unread' : 'read'}`,
    );
  const link = (name: string, text: string): string => `<a href="./relnotes-${name}.html">${text}</a>`;
  const expected = ['2.0.20310506.1 2031-05-09 unread', '2.0.20310401.0 2031-04-01 unread'];
  const cells = [
    [link('20310509', 'Packages'), 'Amazon Linux 2 2.0.20310506.1 has them.', 'May 9, 2031'],
    [link('20310401', 'Packages'), 'Amazon Linux 2 2.0.20310401.0 has them.', 'April 1, 2035'],
  ];
  assert.deepEqual(read(tableOf(['Change', 'Description', 'Date'], ...cells)), expected);
  assert.deepEqual(
    read(paragraphs('ChangeDescriptionDate', ...cells.flat(), '2.0.20310301.0 has no link', 'March 1, 2031')),
    expected,
  );
  assert.deepEqual(read(bullets(link('20310506', '2.0.20310506'), link('20310401', 'April 1, 2031'))), [
    '2.0.20310506 2031-05-06 unread',
  ]);
});

function site(
  guide: string,
  files: Readonly<Record<string, string>>,
): { read: (url: string) => Promise<Page>; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    read(url) {
      const name = url.replace(guide, '');
      asked.push(name);
      const body = files[name];
      if (body === undefined) return Promise.reject(new Error('HTTP 404'));
      return Promise.resolve({ url, body, contentType: 'text/html' });
    },
  };
}

test('finds release pages in the table of contents, index pages and pages they link to', async () => {
  const link = (name: string): string => `<a href="./${name}.html#here">${name}</a>`;
  const { read, asked } = site(AL2_GUIDE, {
    'toc-contents.json': JSON.stringify({
      contents: [{ href: 'relnotes.html', contents: [{ href: 'relnotes-5-6-2019.html' }, {}] }],
    }),
    'relnotes.html': wrapped(bullets(link('relnotes-al2'), link('unrelated'))),
    'relnotes-al2.html': wrapped(
      bullets(
        link('relnotes-al2-2031'),
        `${link('relnotes-20310509')} 2.0.20310506.0 May 9, 2031`,
        link('relnotes-al2'),
      ),
    ),
    'relnotes-al2-2031.html': wrapped(
      bullets(link('relnotes-20310401'), '<a href="https://example.com/relnotes-20310402.html">x</a>'),
    ),
  });
  const { pages, listed, problems } = await amazonLinux2Notes.discover(read);
  assert.deepEqual(
    pages.map((url) => url.replace(AL2_GUIDE, '')),
    ['relnotes-20310401.html', 'relnotes-20310509.html', 'relnotes-5-6-2019.html'],
  );
  assert.deepEqual(
    listed?.map(({ version, date }) => [version, date]),
    [['2.0.20310506.0', '2031-05-09']],
  );
  assert.deepEqual(problems, []);
  assert.equal(new Set(asked).size, asked.length);
});

test('continues without a missing index', async () => {
  const { read } = site(AL2023_GUIDE, {
    'relnotes.html': wrapped(bullets('<a href="relnotes-2023.30.html">30</a>')),
    'relnotes-2023.30.html': wrapped(
      bullets('<a href="./relnotes-2023.30.20310506.html">AL2023 version 2023.30.20310506</a>'),
    ),
  });
  const { pages, listed, problems } = await amazonLinux2023Notes.discover(read);
  assert.deepEqual(pages, [`${AL2023_GUIDE}relnotes-2023.30.20310506.html`]);
  assert.deepEqual(
    listed?.map(({ version }) => version),
    ['2023.30.20310506'],
  );
  assert.deepEqual(
    problems.map(({ source }) => source.replace(AL2023_GUIDE, '')),
    ['toc-contents.json', 'document-history.html'],
  );
});

test('reads ends of support from the guides, and keeps a different date of another page', async () => {
  const read = (): Promise<Page> => Promise.reject(new Error('not asked'));
  const [al2] = (await amazonLinux2Notes.support(read)).periods;
  assert.equal(al2?.standardEnds, '2026-06-30');
  const [al2023] = (await amazonLinux2023Notes.support(read)).periods;
  assert.deepEqual([al2023?.standardEnds, al2023?.maintenanceEnds], ['2027-06-30', '2029-06-30']);
  assert.equal(al2023?.alternatives?.length, 1);
});

test('ignores an empty bullet', () => {
  const { items } = osReleaseOf(
    'amazon-linux-2',
    `<h2>Major updates</h2>${bullets('A new kernel.', '')}${PACKAGES}`,
  );
  assert.deepEqual(
    items.map(({ text }) => text),
    ['A new kernel.'],
  );
});
