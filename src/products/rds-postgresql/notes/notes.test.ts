import assert from 'node:assert/strict';
import test from 'node:test';
import type { Labels } from '../../../model/index.ts';
import { rdsPostgresql } from '../index.ts';
import type { Page, RawRelease } from '../../source.ts';

const GUIDE = rdsPostgresql.notes?.guide ?? '';

const UPDATES = `# Updates
## PostgreSQL 16 versions
###### Minor versions
- [16.6-R2](#a)
### PostgreSQL version 16.6-R2 on Amazon RDS
Version 16.6-R2 is here. This release contains a fix for CVE-2031-0002 in harbours.
### PostgreSQL version 16.6 on Amazon RDS (Deprecated)
General enhancements
- Fixed a leak in the hold of a ship that sails at night.
- Added a flag for every mast.

This version also includes the following extension changes:
- The harbor_fdw extension was updated to version 2.1.6.
- Fixed an extension harbor_fdw that sank after an upgrade.
- pg_anchor
### PostgreSQL version 16.0 in the Amazon RDS Preview environment
- Fixed nothing yet.
`;
const EXTENDED = `# Extended Support
### Amazon RDS Extended Support version 11.22-RDS.20310514
CVEs fixed:
- [CVE-2031–0001](https://nvd.example/CVE-2031-0001)

Extensions updated:
- The postgis extension was updated to version 3.4.6.
`;
const HISTORY = `# History
| Change | Description | Date |
|---|---|---|
| Versions 16.7, 16.6 and 16.6-R2 | They are here. | February 3, 2031 |
| Version 16.6 | It is here. | January 3, 2031 |
| Version 16.0 in Preview | Soon. | January 1, 2030 |
| Version 18 Beta 3 in Preview | Soon. | January 1, 2031 |
`;
const CALENDAR = `# Calendars
| PostgreSQL major version | Community | RDS release date | RDS end of standard support date | Paid from: RDS start of Extended Support year 1 pricing | Dearer from: RDS start of Extended Support year 3 pricing | At last: RDS end of Extended Support date |
|---|---|---|---|---|---|---|
| PostgreSQL 16 | 1 January 2029 | 9 January 2029 | 28 February 2035 | 1 March 2035 | 1 March 2037 | 28 February 2038 |
| PostgreSQL 11Deprecated | 1 January 2024 | 9 January 2024 | 28 February 2029 | 1 April 2029 | 1 April 2031 | 31 March 2032 |

| PostgreSQL minor engine version | Community | RDS release date | RDS end of standard support date |
|---|---|---|---|
| 16.6** | 1 January 2031 | 3 January 2031 | March 2032 |
| 11.22* | 1 January 2029 | 3 January 2029 | 28 February 2029 |

| Minor engine version | Community | RDS release date | RDS end of Extended Support date |
|---|---|---|---|
| 11.22-rds.20310224* | Not applicable | 15 May 2031 | 31 March 2032 |
`;

const PAGES: Record<string, string> = {
  'postgresql-versions': UPDATES,
  'postgresql-extendedsupport': EXTENDED,
  'doc-history': HISTORY,
  'postgresql-release-calendar': CALENDAR,
};

function page(url: string): Page {
  const name = url.slice(GUIDE.length).replace(/\.html$/, '');
  return { url: `${GUIDE}${name}.md`, contentType: 'text/markdown', body: PAGES[name] ?? '' };
}

const LABELS: Labels = {
  ...{ kind: 'fix', impact: null, severity: null, consequences: [], features: [], needs: [] },
  ...{ traits: [], why: [] },
};

async function source() {
  const found = await rdsPostgresql.notes?.source(() => LABELS);
  assert.ok(found);
  return found;
}

test('reads releases with days, status and engine items, apart from extensions', async () => {
  const notes = await source();
  const { pages, listed = [] } = await notes.discover((url) => Promise.resolve(page(url)));
  assert.equal(pages.length, 2);
  const releases = pages.flatMap((url) => notes.parse(page(url)).releases);
  const shown = ({ version, date, dayBound, status, items }: RawRelease) => [
    ...[version, date, dayBound ?? '', status.join()],
    items.map(({ text, cves }) => [text, ...cves].join(' ')),
  ];
  assert.deepEqual(releases.map(shown), [
    [
      ...['16.6-R2', '2031-02-03', '', ''],
      ['This release contains a fix for CVE-2031-0002 in harbours. CVE-2031-0002'],
    ],
    [
      ...['16.6', '2031-01-03', '', 'deprecated'],
      [
        'Fixed a leak in the hold of a ship that sails at night.',
        'Added a flag for every mast.',
        'Fixed an extension harbor_fdw that sank after an upgrade.',
      ],
    ],
    ['16.0', '2030-01-01', '', 'beta', ['Fixed nothing yet.']],
    ['11.22-rds.20310514', '2031-05-15', 'earliest', 'extended-support', ['CVE-2031–0001 CVE-2031-0001']],
  ]);
  assert.deepEqual(releases[1]?.extensions, [{ name: 'harbor_fdw', version: '2.1.6' }]);
  assert.deepEqual(listed.map(({ version }) => version).sort(), ['16.6', '16.6-R2', '16.7']);
});

test('reads the end of Extended Support of a release, and standard support of its major version', async () => {
  const notes = await source();
  const { periods, problems } = await notes.support((url) => Promise.resolve(page(url)));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    periods.map((each) => [each.scope, each.standardEnds, each.extendedEnds, each.extendedOffered]),
    [
      ['16', '2035-02-28', '2038-02-28', true],
      ['11', '2029-02-28', '2032-03-31', true],
      ['16.6', '2032-03', null, false],
      ['11.22', '2029-02-28', '2032-03-31', true],
      ['11.22-rds.20310224', '2029-02-28', '2032-03-31', true],
    ],
  );
});

test('reports an empty or unrelated page', async () => {
  const notes = await source();
  for (const body of ['', '# Something else\n\n- a bullet']) {
    const { releases, problems } = notes.parse({
      url: `${GUIDE}postgresql-versions.md`,
      contentType: 'text/markdown',
      body,
    });
    assert.deepEqual([releases.length, problems.length], [0, 1]);
  }
});
