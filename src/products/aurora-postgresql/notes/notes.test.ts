import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withAdditions } from '../../../catalogue/additions.ts';
import type { Release } from '../../../model/index.ts';
import { parseBabelfish, parsePlanManagement } from './additions.ts';
import { readHeading } from './headings.ts';
import { auroraPostgresqlSource } from './index.ts';
import { parseReleases } from './page.ts';
import { UPDATES } from './urls.ts';
import type { Page, RawRelease } from '../../source.ts';

// Pages in our own words, in every form of the real ones.

function markdown(body: string, url = UPDATES): Page {
  return { url: url.replace('.html', '.md'), body, contentType: 'text/markdown' };
}

function releasesOf(body: string): readonly RawRelease[] {
  return parseReleases(markdown(`# Updates\n\n${body}`)).releases;
}

function inShort(releases: readonly RawRelease[]): string[] {
  return releases.map(({ version, date, dayBound, status, items }) =>
    [version, `${date}${dayBound === 'latest' ? '?' : ''}`, ...status, `${items.length} items`].join(' '),
  );
}

test('classifies headings as release, minor version, major version or none', () => {
  const read = (text: string): string => {
    const heading = readHeading(text);
    if (heading === null || heading.kind === 'major') return heading?.kind ?? 'none';
    return [
      heading.kind,
      heading.version,
      heading.kind === 'release' ? (heading.date ?? '-') : '',
      ...heading.status,
    ]
      .filter(Boolean)
      .join(' ');
  };
  for (const [text, expected] of [
    ['Aurora PostgreSQL 17.7.2, March 20, 2026', 'release 17.7.2 2026-03-20'],
    ['Aurora PostgreSQL 17.7, December, 18, 2025', 'release 17.7 2025-12-18'],
    ['Aurora PostgreSQL 12.9.18, January 16th, 2026', 'release 12.9.18 2026-01-16'],
    ['Aurora PostgreSQL 15.5.7, Febraury 5, 2025', 'release 15.5.7 2025-02-05'],
    ['Aurora PostgreSQL 14.10, Decemeber, 21, 2023', 'release 14.10 2023-12-21'],
    ['Aurora PostgreSQL 12.9.15 April 29, 2025', 'release 12.9.15 2025-04-29'],
    ['Aurora PostgreSQL 12.17.6, February 5 2025', 'release 12.17.6 2025-02-05'],
    ['Aurora PostgreSQL 12.17.0, December 21, 2023', 'release 12.17 2023-12-21'],
    ['Aurora PostgreSQL release 3.3.2', 'release 11.8.2 -'],
    ['Amazon Aurora PostgreSQL-Compatible Edition 31.4, May 6, 2031', 'release 31.4 2031-05-06'],
    ['Aurora PostgreSQL patch version 31.4.1 (released 6 May 2031)', 'release 31.4.1 2031-05-06'],
    ['Aurora PostgreSQL 2.9', 'release 10.17 -'],
    ['Aurora PostgreSQL 18.1 in the Amazon RDS Preview environment', 'release 18.1 - beta'],
    ['Aurora PostgreSQL Limitless Database 16.9.102, November 21, 2025', 'release 16.9.102 2025-11-21'],
    ['apg_plan_mgmt version 7.7 for Aurora PostgreSQL 17.9, April 6, 2026', 'release 17.9 2026-04-06'],
    ['PostgreSQL 17.7', 'minor 17.7'],
    ['PostgreSQL 15.2 (Deprecated)', 'minor 15.2 deprecated'],
    ['PostgreSQL 9.6.6 Aurora PostgreSQL 1.1 (Deprecated)', 'minor 9.6.6 deprecated'],
    ['PostgreSQL 16 versions (includes some deprecated versions)', 'major'],
    ['Amazon Aurora PostgreSQL Limitless Database version 16.9-limitless', 'major'],
    ['High priority enhancements', 'none'],
    ['PostgreSQL 16 and its parameters', 'none'],
  ] as const)
    assert.equal(read(text), expected, text);
});

test('reads releases under a minor version, and minor versions that are releases themselves', () => {
  const releases = releasesOf(`
## PostgreSQL 31 versions (includes some deprecated versions)

###### Version updates
+ [PostgreSQL 31.4](#x)

### PostgreSQL 31.4 (Deprecated)

This one is compatible.

###### Releases and patches
+ [Aurora PostgreSQL 31.4.1](#y)

#### Aurora PostgreSQL 31.4.1, May 6, 2031

**Critical stability enhancements**
+ Fixed a crash in made-up code.

#### Aurora PostgreSQL 31.4

**General enhancements.**
+ Fixed a leak in made-up code.

### PostgreSQL 31.2, Aurora PostgreSQL 9.0

You can find what is new below.
1. Fixed a hang in made-up code.
1. Added a made-up function.

### How to make a cluster
1. Open the console.
`);
  assert.deepEqual(inShort(releases), [
    '31.4.1 2031-05-06 deprecated 1 items',
    '31.4 2031-05-06? deprecated 1 items',
    '31.2 2031-05-06? 2 items',
  ]);
  assert.deepEqual(
    releases.map(({ items }) => items.map(({ section }) => section)),
    [['Critical stability enhancements'], ['General enhancements'], ['', '']],
  );
});

test('reads a day below the title, and items in a table', () => {
  const [release] = releasesOf(`
#### Aurora PostgreSQL 31.4

Release date: May 6, 2031

**General enhancements**

| Area | Change |
| --- | --- |
| Storage | Fixed a crash in made-up code. |
| Memory | Fixed a leak in made-up code. |
`);
  assert.deepEqual(inShort(release === undefined ? [] : [release]), ['31.4 2031-05-06 2 items']);
});

const PARTS = `**High priority enhancements**
+ Backported fixes for the following security issues:
  + [CVE-2031-1001](https://example.org/CVE-2031-1001)
  + [CVE-2031-1002](https://example.org/CVE-2031-1002)
+ Fixed a hang in made-up code.
+ Updated the following extensions:
  + made_up to version 2.1.
  + The other_one extension to 7.0.
+ Provided options for timeouts:
  + made_up.connect_timeout
+ Fixed a bug that shows under the following circumstances:
  + A query has no rows.
  + The moon is full.
+ Improved what was slow.
`;

test('attaches parts to a bullet that ends in a colon, nested or beside it', () => {
  const read = (body: string) => releasesOf(`#### Aurora PostgreSQL 31.4, May 6, 2031\n\n${body}`)[0];
  const nested = read(PARTS);
  const flat = read(PARTS.replaceAll('\n  +', '\n+'));
  assert.deepEqual(flat?.items, nested?.items);
  assert.deepEqual(
    nested?.items.map(({ text, cves }) => [text, cves.length]),
    [
      ['Backported fixes for the following security issues: CVE-2031-1001; CVE-2031-1002', 2],
      ['Fixed a hang in made-up code.', 0],
      ['Updated the following extensions: made_up to version 2.1. The other_one extension to 7.0.', 0],
      ['Provided options for timeouts: made_up.connect_timeout', 0],
      ['Fixed a bug that shows under the following circumstances: A query has no rows. The moon is full.', 0],
      ['Improved what was slow.', 0],
    ],
  );
  assert.deepEqual(nested.extensions, [
    { name: 'made_up', version: '2.1' },
    { name: 'other_one', version: '7.0' },
  ]);
});

test('reads labels in bullets and CVEs outside their list, and skips other text', () => {
  const [release] = releasesOf(`#### Aurora PostgreSQL 31.4, May 6, 2031

###### Note
+ Read this first.

###### High priority enhancements
+ Backported a fix for the following security issue:

CVE-2031-1003.

+ **General enhancements

Fixed an ownership problem of made-up code.

+ Plan enhancements:
  + Fixed a plan that was not taken.

###### Differences between PostgreSQL 31 and Aurora PostgreSQL 31
+ There are none.
`);
  assert.deepEqual(
    release?.items.map(({ section, text, cves }) => [section, text, ...cves]),
    [
      [
        'High priority enhancements',
        'Backported a fix for the following security issue: CVE-2031-1003.',
        'CVE-2031-1003',
      ],
      ['General enhancements', 'Fixed an ownership problem of made-up code.'],
      ['General enhancements – Plan enhancements', 'Fixed a plan that was not taken.'],
    ],
  );
});

test('assigns parts with version numbers of their own to an engine release', () => {
  const babelfish = parseBabelfish(
    markdown(`# Babelfish

## Babelfish for Aurora PostgreSQL 9.x versions

### Babelfish for Aurora PostgreSQL 9.5

This release of Aurora Babelfish is provided with Aurora PostgreSQL 31.3 and 31.4. More is said elsewhere.

#### Aurora Babelfish release 9.5.1, May 20, 2031

**Security enhancements**
+ Fixed made-up T-SQL.

#### Babelfish for Aurora PostgreSQL release 9.5.0, May 6, 2031
+ Added made-up T-SQL.
`),
  );
  const plans = parsePlanManagement(
    markdown(`# Plans

### apg_plan_mgmt version 2.9 for Aurora PostgreSQL 31.4

###### Extension improvements
+ Fixed plans that were not captured.
`),
  );
  const additions = [babelfish, plans].flatMap((page) => page.additions ?? []);
  const inWords = additions.map(({ branch, date, items }) => [
    branch,
    date,
    ...items.map(({ section }) => section),
  ]);
  assert.deepEqual(inWords, [
    ['31.3', '2031-05-20', 'Babelfish: Security enhancements'],
    ['31.4', '2031-05-20', 'Babelfish: Security enhancements'],
    ['31.3', '2031-05-06', 'Babelfish: '],
    ['31.4', '2031-05-06', 'Babelfish: '],
    ['31.4', null, 'Query plan management: Extension improvements'],
  ]);
  const release = (version: string, date: string): Release =>
    ({ version, date, branch: '31.4', items: [] }) as unknown as Release;
  const labelled = additions.map((addition) => ({ ...addition, items: addition.items as never }));
  const added = withAdditions([release('31.4.2', '2031-05-19'), release('31.4', '2031-05-06')], labelled);
  assert.deepEqual(
    added.map(({ version, items }) => `${version}: ${items.length}`),
    ['31.4.2: 1', '31.4: 2'],
  );
});

test('reports a page without releases, and lists one page per part', async () => {
  for (const parse of [parseReleases, parseBabelfish, parsePlanManagement]) {
    const { releases, problems } = parse(markdown('# Something else\n\n+ a list'));
    assert.deepEqual([releases.length, problems.length], [0, 1]);
  }
  const source = auroraPostgresqlSource(() => assert.fail('nothing to label'));
  const { pages } = await source.discover(() => assert.fail('nothing to read'));
  assert.equal(pages.length, 4);
  for (const url of pages)
    assert.equal(source.parse({ url, body: '', contentType: 'text/html' }).problems.length, 1);
  assert.deepEqual(source.hosts, ['docs.aws.amazon.com']);
});

test('reads the community release from a link in the notes, or else from the number', () => {
  const forms: Readonly<Record<string, string>> = {
    '17.7': 'https://www.postgresql.org/docs/17/release-17-6.html',
    '16.6': 'https://www.postgresql.org/docs/release/16.5/',
    '15.4': 'https://www.postgresql.org/docs/current/static/release-15-3.html',
    '9.6.22': 'https://www.postgresql.org/docs/9.6/static/release-9-6-21.html',
    '17.0': 'https://www.postgresql.org/docs/17/release-17.html',
    // A link to another major version, or to a major version as a whole, does not name the release.
    '14.6': 'https://www.postgresql.org/docs/13/release-13-1.html',
    '9.6.12': 'https://www.postgresql.org/docs/9.6/release-9-6.html',
  };
  const body = Object.entries(forms)
    .map(
      ([version, url]) =>
        `## PostgreSQL ${version}\n\nSee [its notes](${url}).\n\n- Fixed a made-up fault.\n`,
    )
    .join('\n');
  assert.deepEqual(
    Object.fromEntries(releasesOf(body).map(({ version, communityVersion }) => [version, communityVersion])),
    {
      '17.7': '17.6',
      '16.6': '16.5',
      '15.4': '15.3',
      '9.6.22': '9.6.21',
      '17.0': '17.0',
      '14.6': '14.6',
      '9.6.12': '9.6.12',
    },
  );
});
