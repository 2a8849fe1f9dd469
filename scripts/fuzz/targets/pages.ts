import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifyItems } from '../../../src/catalogue/update/read-release-page.ts';
import { classifyCurated } from '../../../src/catalogue/curation/labels.ts';
import { readBulletin, readFeed } from '../../../src/products/amazon-linux/alas/index.ts';
import { FetchFailure } from '../../../src/products/index.ts';
import { amazonLinux2Notes } from '../../../src/products/amazon-linux-2/notes.ts';
import { amazonLinux2023Notes } from '../../../src/products/amazon-linux-2023/notes.ts';
import { parseCalendar } from '../../../src/products/aurora-mysql/notes/calendar.ts';
import { parseCveTable } from '../../../src/products/aurora-mysql/notes/cve-table.ts';
import { auroraMysqlSource } from '../../../src/products/aurora-mysql/notes/index.ts';
import { readDocument } from '../../../src/products/pages/read.ts';
import type { Page, ReleaseNoteSource } from '../../../src/products/source.ts';
import { runTask } from '../../../src/threads/index.ts';
import { advisoryItem, bulletinPage, feedOf } from '../../../test/support/pages/alas.ts';
import { bullets, GUIDE, PAGE, wrapped } from '../../../test/support/pages/aurora-page.ts';
import { mutations } from '../../../test/support/hostile/mutations.ts';
import { AL2023_GUIDE, AL2_GUIDE, paragraphs, tableOf } from '../../../test/support/pages/os-page.ts';
import type { FuzzInput, FuzzTarget } from '../target.ts';

const AURORA = auroraMysqlSource(classifyCurated);
const FEED = 'https://alas.aws.amazon.com/AL2023/alas.rss';

interface GeneratedPage {
  what: string;
  url: string;
  texts: readonly string[];
  read(page: Page): void;
}

const PAGES: readonly GeneratedPage[] = [
  {
    what: 'release notes of Aurora MySQL',
    url: PAGE,
    texts: [
      wrapped(
        `<p><b>Version:</b> 3.29.1</p><p>Aurora MySQL 3.29 versions are compatible with MySQL 8.0.91.</p>
         <h2>Improvements</h2><p><b>Security fixes:</b></p>${bullets('Fixed CVE-2031-11111.', 'Fixed <code>a</code> in the binary log (Bug #12345678).')}
         <h3>Availability improvements</h3>${bullets('Fixed an issue which could cause a restart when <code>SELECT</code> runs.')}`,
        'Aurora MySQL database engine updates 2031-05-06 (version 3.29.1)',
      ),
      wrapped(
        `<h2>New features</h2>${bullets('Added A:<ul><li>one</li><li>two</li></ul>', 'Added B.')}<h2>Integration of MySQL bug fixes</h2><ul><li>(Bug #1)</li></ul>`,
      ),
    ],
    read: (page) => readRelease(AURORA, page),
  },
  {
    what: 'release notes of Aurora MySQL in Markdown',
    url: PAGE.replace('.html', '.md'),
    texts: [
      '# Aurora MySQL database engine updates 2031-05-06 (version 3.29.1)<a name="a"></a>\n\n**Version:** 3.29.1\n\n## Improvements\n\n**Security fixes:**\n+ Fixed [CVE-2031-11111](https://x.example/).\n+ Fixed `a`\n  + one\n    + two\n\n1. first\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n',
    ],
    read: (page) => readRelease(AURORA, page),
  },
  {
    what: 'release notes of Amazon Linux 2',
    url: `${AL2_GUIDE}relnotes-20310509.html`,
    texts: [
      wrapped(
        `<h2>Package updates</h2>${paragraphs('curl-8.1-1.amzn2.x86_64', 'kernel-5.10.1-1.amzn2')}<h2>Major updates</h2>${bullets('A new kernel.')}`,
        'Amazon Linux 2 version 2.0.20310506.0 release notes',
      ),
    ],
    read: (page) => readRelease(amazonLinux2Notes, page),
  },
  {
    what: 'release notes of Amazon Linux 2023',
    url: `${AL2023_GUIDE}relnotes-2023.30.20310506.html`,
    texts: [
      wrapped(
        `<h2>Changes</h2>${tableOf(['Package', 'CVE'], ['curl-8.1-1.amzn2023', 'CVE-2031-1'])}<p><b>Updated packages:</b></p>${bullets('curl-8.1-1.amzn2023.x86_64')}`,
        'Amazon Linux 2023 version 2023.30.20310506 release notes',
      ),
    ],
    read: (page) => readRelease(amazonLinux2023Notes, page),
  },
  {
    what: 'calendar of releases',
    url: `${GUIDE}AuroraMySQL.release-calendars.html`,
    texts: [
      wrapped(
        tableOf(
          ['Aurora MySQL version', 'Release date', 'End of standard support'],
          ['<b>3.29</b> (of MySQL 8.0.91) (LTS)', 'July 31, 2031', 'April 30, 2034'],
        ),
        'Release calendars',
      ),
    ],
    read: (page) => void parseCalendar(page),
  },
  {
    what: 'table of CVEs',
    url: `${GUIDE}AuroraMySQL.CVE_list.html`,
    texts: [
      wrapped(
        bullets(
          '<a href="https://x.example/?id=CVE-2031-11111">CVE-2031-11111</a>: <a href="./AuroraMySQL.Updates.3290.html">3.29.0</a>',
        ),
        'Security',
      ),
    ],
    read: (page) => void parseCveTable(page),
  },
  {
    what: 'feed of advisories',
    url: FEED,
    texts: [
      feedOf(
        advisoryItem(
          'ALAS2023-2031-100',
          'important',
          'kernel',
          ['CVE-2031-0001', 'CVE-2031-0002'],
          '2031-05-06',
        ),
        advisoryItem('ALAS2-2031-7', 'medium', 'curl', [], '2031-05-07'),
      ),
    ],
    read: ({ body, url }) => void readFeed(body, url),
  },
  {
    what: 'page of an advisory',
    url: `${FEED}.html`,
    texts: [
      bulletinPage(['curl'], { x86_64: ['curl-8.1-1.amzn2023.x86_64'], src: ['curl-8.1-1.amzn2023.src'] }),
    ],
    read: (page) => {
      readBulletin(page);
      readDocument(page);
    },
  },
];
const BY_NAME = new Map(PAGES.map((page) => [page.what, page]));

const SNIPPETS = [
  ...[
    '<ul>',
    '</ul>',
    '<li>',
    '<p>',
    '</p>',
    '<table><tr><td>',
    '<h2>',
    '<code>',
    '<!--',
    '-->',
    '&amp;',
    '&#x110000;',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '**',
    '`',
    '+ ',
    '  + ',
    '# ',
    '| ',
    '[a](b)',
    '<a name="x">',
    'CVE-2031-',
    '(Bug #',
    '<script>',
  ],
];

function readRelease(source: ReleaseNoteSource, page: Page): void {
  const { releases } = source.parse(page);
  for (const release of releases) {
    assert.match(release.date, /^\d{4}-\d\d-\d\d$/, 'a release has no day');
    for (const item of classifyItems(release, source).items) {
      assert.notEqual(item.text?.trim(), '', 'an item has no words');
    }
  }
}

/** Changed pages of every kind that a refresh reads. */
export const pages: FuzzTarget = {
  name: 'pages',
  share: 12,
  inputs: fc.oneof(
    ...PAGES.map(({ what, texts }) =>
      fc
        .tuple(fc.constantFrom(...texts), mutations(texts, { snippets: SNIPPETS, most: 4000 }))
        .map(([text, mutate]): FuzzInput => ({ what, text: mutate(text) })),
    ),
  ),
  check: ({ what, text }) => {
    const page = BY_NAME.get(what);
    if (page === undefined) throw new Error(`no page is called ${what}`);
    const contentType = page.url.endsWith('.md') ? 'text/markdown' : 'text/html';
    runTask(what, () => {
      try {
        page.read({ url: page.url, body: text, contentType });
      } catch (error) {
        // Rejected before parsing, because the page is larger than any real one.
        if (!(error instanceof FetchFailure)) throw error;
      }
    });
  },
};
