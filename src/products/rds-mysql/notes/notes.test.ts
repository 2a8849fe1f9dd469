import assert from 'node:assert/strict';
import test from 'node:test';
import { versionAnswer, upgradeAnswer } from '../../../analysis/index.ts';
import { loadCatalogue } from '../../../catalogue/index.ts';
import { say } from '../../../l10n/index.ts';
import type { Labels } from '../../../model/index.ts';
import { rdsMysql } from '../index.ts';
import type { Page, RawRelease } from '../../source.ts';

const URL = rdsMysql.notes?.guide ?? '';

const NAME = 'RDS for MySQL';
const END_OF_LIFE = 'Community end of life date';
const DATES = ['Community release date', 'RDS release date'].join(' | ');
const PRICED = [1, 3].map((year) => `RDS start of Extended Support year ${year} pricing date`).join(' | ');
const COLUMNS = ['MySQL engine version', DATES].join(' | ');
const BODY = `# Versions
**Topics**
+ [MySQL version 8.0.46](#a)

## Minor versions
| ${COLUMNS} | RDS end of standard support date |
|---|---|---|---|
| 8.4.11 | 28 July 2031 | 21 August 2031 | 21 August 2032 |
| 8.0.46* | 21 April 2031 | 8 May 2031 | 31 July 2031 |

| ${COLUMNS} | RDS end of Extended Support date |
|---|---|---|---|
| 8.0.46-RDS.20310624* | Not applicable | 15 July 2031 | 31 July 2032 |

### What is new
#### MySQL version 8.4.11
MySQL version 8.4.11 is here.

**New features**
+ Updated the zones of time to base them on \`tzdata2031c\`.
+ Fixed an anchor that dropped by itself when the harbour was full.
#### MySQL version 8.0.45
+ Fixed a mast that leaned.
## Major versions
| MySQL major version | ${DATES} | ${END_OF_LIFE} | RDS end of standard support date | ${PRICED} | RDS end of Extended Support date |
|---|---|---|---|---|---|---|---|
| MySQL 8.4 | 30 April 2029 | 21 November 2029 | 30 April 2034 | 31 July 2034 | 1 August, 2034 | 1 August 2036 | 31 July 2037 |
| MySQL 8.0* | 19 April 2023 | 23 October 2023 | 30 April 2031 | 31 July 2031 | 1 August 2031 | 1 August 2033 | 31 July 2034 |
## Moves to another major version
+ MySQL 5.7 to MySQL 8.0
+ MySQL 8.0 to MySQL 8.4
## Extended Support
### RDS Extended Support for ${NAME} version 8.0.46-RDS.20310624
**Bugs fixed:**
+ Fixed a leak below the waterline.

**CVEs fixed:**
+ [CVE-2031-0001](hhttps://nvd.example/CVE-2031-0001)
## MySQL version 9.7 in the Database Preview environment
+ Fixed nothing yet.
`;

const page: Page = { url: URL, contentType: 'text/markdown', body: BODY };
const LABELS: Labels = {
  ...{ kind: 'fix', impact: null, severity: null, consequences: [], features: [], needs: [] },
  ...{ traits: [], why: [] },
};

async function source() {
  const found = await rdsMysql.notes?.source(() => LABELS);
  assert.ok(found);
  return found;
}

test('reads releases, days and fixes from one page, and skips previews', async () => {
  const notes = await source();
  await notes.discover(() => Promise.resolve(page));
  const { releases, problems } = notes.parse(page);
  assert.deepEqual(problems, []);
  const shown = ({ version, date, dayBound, status, items }: RawRelease) => [
    ...[version, date, dayBound ?? '', status.join(), items.map(({ text }) => text).join(' ')],
  ];
  assert.deepEqual(releases.map(shown), [
    ['8.4.11', '2031-08-21', '', '', 'Fixed an anchor that dropped by itself when the harbour was full.'],
    ['8.0.45', '2031-05-08', 'latest', '', 'Fixed a mast that leaned.'],
    [
      ...['8.0.46-rds.20310624', '2031-07-15', '', 'extended-support'],
      'Fixed a leak below the waterline. CVE-2031-0001',
    ],
  ]);
});

test('reads which major versions can be upgraded to each release', async () => {
  const { releases } = (await source()).parse(page);
  assert.deepEqual(
    releases.map(({ version, upgradeFrom }) => [version, upgradeFrom]),
    [
      ['8.4.11', ['8.0']],
      ['8.0.45', ['5.7']],
      ['8.0.46-rds.20310624', ['5.7']],
    ],
  );
});

test('reads support of major and minor versions, and of Extended Support releases', async () => {
  const notes = await source();
  const { periods, problems } = await notes.support(() => Promise.resolve(page));
  assert.deepEqual(problems, []);
  assert.deepEqual(
    periods.map((each) => [each.scope, each.standardEnds, each.extendedEnds, each.extendedOffered]),
    [
      ['8.4', '2034-07-31', '2037-07-31', true],
      ['8.0', '2031-07-31', '2034-07-31', true],
      ['8.4.11', '2032-08-21', null, false],
      ['8.0.46', '2031-07-31', '2034-07-31', true],
      ['8.0.46-rds.20310624', '2031-07-31', '2032-07-31', true],
    ],
  );
});

test('reports an empty or unrelated page', async () => {
  const notes = await source();
  for (const body of ['', '# Something else\n\n- a bullet']) {
    const { releases, problems } = notes.parse({ ...page, body });
    assert.deepEqual([releases.length, problems.length], [0, 1]);
  }
});

test('judges a release that left the page by later fixes only', async () => {
  const catalogue = await loadCatalogue(null);
  const { covered, counts, standing, scope } = versionAnswer(catalogue, 'rds-mysql', '8.0.35', '2026-12-01');
  assert.equal(covered.coverage, 'known');
  assert.ok(counts.listed > 0);
  assert.match(
    standing.map((each) => say(each, 'en')).join(' '),
    /8\.0\.35 is no longer on the vendor's page/,
  );
  assert.ok(scope !== null && /MySQL 8\.0\.36 to 8\.0\.46 fixes are not counted/.test(say(scope, 'en')));
  // The page has its neighbours, so this version never existed.
  assert.equal(versionAnswer(catalogue, 'rds-mysql', '8.0.38', '2026-12-01').covered.coverage, 'not-covered');
  assert.equal(versionAnswer(catalogue, 'rds-mysql', '5.6.40', '2026-12-01').covered.coverage, 'not-covered');
  const { advice } = upgradeAnswer(catalogue, 'rds-mysql', '8.0.35', { day: '2026-12-01' });
  assert.equal(advice?.advice?.now?.version, '8.0.46-rds.20260624');
});

test('counts 82 CVEs of Extended Support releases for 5.7.44', async () => {
  const catalogue = await loadCatalogue(null);
  const { matches } = versionAnswer(catalogue, 'rds-mysql', '5.7.44', '2026-12-01');
  const sure = matches.filter(({ confidence }) => confidence !== 'low');
  assert.equal(new Set(sure.flatMap(({ bug }) => bug.cves)).size, 82);
});
