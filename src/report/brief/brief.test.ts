import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeBrief, versionsInUse, type ChangeBrief } from '../../analysis/index.ts';
import { say } from '../../l10n/index.ts';
import { EMPTY_INVENTORY, type Inventory } from '../../model/index.ts';
import { briefHtml, briefMarkdown } from '../index.ts';
import { inventoryOf } from '../../../test/support/checks/checklist.ts';
import { AURORA_SUPPORT, bugOf, catalogueOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const EVIL = `</style><script>alert(1)</script><img src=x onerror='a()'>"&`;
const CATALOGUE = {
  ...catalogueOf(
    [
      releaseOf('2.11.1', '2023-02-14', { upgradeFrom: ['2'] }),
      releaseOf('2.12.6', '2026-03-09', { upgradeFrom: ['2'] }),
      releaseOf('3.10.4', '2026-01-30', { upgradeFrom: ['2'], lts: true, status: ['deprecated'] }),
      releaseOf('3.10.5', '2026-07-30', { upgradeFrom: ['2'], lts: true }),
    ],
    [
      { ...bugOf('aaaaaaaaaa', ['2.12.6'], { impact: 'data', severity: 'critical' }), title: EVIL },
      bugOf('bbbbbbbbbb', ['2.12.6'], { impact: 'observability', severity: 'low' }),
    ],
  ),
  support: AURORA_SUPPORT,
};
const DAY = { today: '2026-11-27' };

const CODE = `resource "aws_rds_cluster" "orders" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.11.1"
}
resource "aws_rds_cluster_instance" "reader" {
  count              = 2
  cluster_identifier = aws_rds_cluster.orders.id
}
resource "aws_rds_cluster" "next" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3.10.5"
}
`;

function found(to?: string, inventory: Inventory = EMPTY_INVENTORY): ReturnType<typeof changeBrief> {
  const [first] = versionsInUse(CATALOGUE, inventory, DAY);
  return changeBrief(CATALOGUE, inventory, {
    ...DAY,
    product: 'aurora-mysql',
    from: '2.11.1',
    assets: first?.assets ?? [],
    ...(to === undefined ? {} : { to }),
  });
}

function briefOf(to?: string, inventory?: Inventory): ChangeBrief {
  const brief = found(to, inventory);
  assert.ok('target' in brief);
  return brief;
}

describe('a change brief', () => {
  test('takes the version with the most urgent bugs by default, and lists its assets', () => {
    const inventory = inventoryOf('tf', CODE);
    assert.deepEqual(
      versionsInUse(CATALOGUE, inventory, DAY).map(({ version, urgent }) => [version, urgent]),
      [
        ['2.11.1', 1],
        ['3.10.5', 0],
      ],
    );
    const { runs, tests } = briefOf(undefined, inventory);
    assert.deepEqual(
      runs.map(({ name }) => name),
      ['aws_rds_cluster.orders'],
    );
    assert.ok(tests.some(({ feature }) => feature === 'replicas'));
  });

  test('targets the recommended release, or any newer one on request', () => {
    assert.equal(briefOf().target.version, '3.10.5');
    assert.equal(briefOf().isRecommended, true);
    assert.equal(briefOf('2.12.6').target.clears.length, 2);
    assert.equal(briefOf('2.12.6').isRecommended, true, 'the other step of the advice');
    assert.deepEqual(found('2.07.1'), { noTarget: true });
    assert.deepEqual(found('9.9.9'), { noTarget: true });
  });

  test('explains its absence for a version outside the catalogue', () => {
    const none = changeBrief(CATALOGUE, EMPTY_INVENTORY, { ...DAY, product: 'aurora-mysql', from: '9.9.9' });
    assert.ok('why' in none);
  });

  test('asks for one release of a range', () => {
    const none = changeBrief(CATALOGUE, EMPTY_INVENTORY, { ...DAY, product: 'aurora-mysql', from: '2.12' });
    assert.ok('why' in none);
    assert.match(say(none.why, 'en'), /Aurora MySQL 2\.12 is a range of releases\. Name the one that runs/);
    assert.match(say(none.why, 'ja'), /Aurora MySQL 2\.12 は範囲です/);
  });

  test('names withdrawn releases on the path', () => {
    assert.deepEqual(
      briefOf().near.map(({ version, isWithdrawn }) => [version, isWithdrawn]),
      [['3.10.4', true]],
    );
  });

  test('contains all facts of the decision, in both languages', () => {
    for (const language of ['en', 'ja'] as const) {
      const markdown = briefMarkdown(briefOf('2.12.6'), language);
      for (const words of ['2.11.1', '2.12.6', '2024-10-31', '2026-12-01', '3.10.5'])
        assert.ok(markdown.includes(words), `${language}: ${words}`);
      assert.equal(markdown.match(/^## /gm)?.length, 12);
    }
    const markdown = briefMarkdown(briefOf('2.12.6'), 'en');
    assert.match(markdown, /It fixes 1 of 1 urgent known bug and 2 of 2 in all\./);
    assert.match(
      markdown,
      /- When: upgrade to 2\.12\.6 now, and to 3\.10\.5 before 2026-12-01, as advised\./,
    );
  });
});

describe('a change brief as HTML', () => {
  const pages = (['en', 'ja'] as const).map((language) => briefHtml(briefOf('2.12.6'), language));

  test('marks the requirements of a blue/green deployment', () => {
    const [before = '', after = ''] = briefMarkdown(briefOf('2.12.6'), 'en').split(
      '\nWith a blue/green deployment instead\n',
    );
    assert.match(before, /## Downtime and demands\n[^#]*\n$/);
    assert.match(after, /^\n- Needs the binary log/);
  });

  test('is one file without scripts, and links only to the vendor', () => {
    for (const page of pages) {
      assert.doesNotMatch(page, /<script|<img|<link|@import|url\(|<[a-z][^>]*\s(?:on\w+|src)=/i);
      assert.match(page, /default-src 'none'/);
      for (const [, url = ''] of page.matchAll(/href="([^"]*)"/g)) assert.match(url, /^https:\/\/[\w.-]+\//);
    }
  });

  test('escapes text from outside', () => {
    for (const page of pages) {
      assert.ok(page.includes('&lt;/style&gt;&lt;script&gt;alert(1)'));
      assert.ok(!page.includes(EVIL));
    }
  });

  test('draws a bar for each target and a line for each minor version', () => {
    const [page = ''] = pages;
    assert.equal(page.match(/<svg role="img"/g)?.length, 2);
    assert.match(page, /2 of 2 fixed; urgent: 1 of 1/);
    assert.match(page, /class="year3"/);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.match(page, />2029-06-30</);
  });
});

test('rejects a target newer than the catalogue or older than the version, with the reason', () => {
  const newer = found('3.99.0');
  assert.ok('why' in newer);
  assert.match(say(newer.why, 'en'), /3\.99\.0 is newer than the catalogue/);
  assert.match(say(newer.why, 'ja'), /3\.99\.0 はカタログより新しい/);
  assert.deepEqual(found('2.11.1'), { noTarget: true });
});
