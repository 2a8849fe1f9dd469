import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { auroraMysqlSource, readCveTable } from '../../../src/products/aurora-mysql/notes/index.ts';
import { twinUrl } from '../../../src/products/pages/twin.ts';
import type { Page, RawRelease } from '../../../src/products/source.ts';
import { digestOf } from '../../../src/model/index.ts';
import { GUIDE } from '../../support/pages/aurora-page.ts';
import { countBullets } from '../../support/mirror/bullet-count.ts';
import { titledVersions } from '../../support/mirror/mirror-days.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

const FOLDER = 'docs-mirror/docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes';
const source = auroraMysqlSource(() => {
  throw new Error('not asked here');
});

function readNow(url: string): Page {
  const name = url.slice(GUIDE.length);
  const body = readFileSync(sharedPath(FOLDER, name), 'utf8');
  return { url, body, contentType: name.endsWith('.md') ? 'text/markdown' : 'text/html' };
}

/** Rejects if the mirror has no such page. */
function read(url: string): Promise<Page> {
  return new Promise((resolve) => {
    resolve(readNow(url));
  });
}

/** The mirror's releases by version, and the keys of the problems by page. */
async function readMirror(): Promise<{ releases: Map<string, RawRelease>; problems: string[] }> {
  const { pages, problems } = await source.discover(read);
  const parsed = pages.map((url) => source.parse(readNow(url)));
  return {
    releases: new Map(parsed.flatMap((page) => page.releases.map((release) => [release.version, release]))),
    problems: [...problems, ...parsed.flatMap((page) => page.problems)].map(
      ({ source: url, text }) => `${url.slice(GUIDE.length)} ${text.key}`,
    ),
  };
}

test('reads as many items from every page as it has bullets', { skip: needsShared }, async (t) => {
  const { releases } = await readMirror();
  for (const release of releases.values()) {
    assert.equal(release.items.length, countBullets(readNow(release.url).body), release.version);
  }
  const lines = Map.groupBy(releases.values(), ({ line }) => line);
  for (const [line, all] of lines) {
    const items = all.reduce((sum, { items: { length } }) => sum + length, 0);
    t.diagnostic(`line ${line}: ${all.length} releases, ${items} items`);
  }
});

test('finds every release of versions 2, 3 and 8.4', { skip: needsShared }, async () => {
  const { releases, problems } = await readMirror();
  assert.deepEqual([...releases.keys()].sort(), titledVersions());
  assert.deepEqual([...new Set([...releases.values()].map(({ line }) => line))].sort(), ['2', '3', '8.4']);
  const wrong = [...releases.values()].flatMap(({ url }) =>
    wrongLinks(readNow(url).body).map(() => `${url.slice(GUIDE.length)} catalogue.page.linkMismatch`),
  );
  assert.ok(wrong.length > 0);
  assert.deepEqual(problems.toSorted(), wrong.sort());
});

test('reads facts of single releases', { skip: needsShared }, async () => {
  const { releases } = await readMirror();
  const fact = (version: string): Partial<RawRelease> => {
    const { date, lts, status, communityVersion, comparedTo, osUpgrade, upgradeFrom } =
      releases.get(version) ?? {};
    return { date, lts, status, communityVersion, comparedTo, osUpgrade, upgradeFrom } as Partial<RawRelease>;
  };
  const plain = { lts: false, comparedTo: null, osUpgrade: false, upgradeFrom: ['2'] };
  assert.deepEqual(fact('2.11.5'), {
    ...plain,
    date: '2024-03-26',
    status: ['default', 'extended-support'],
    communityVersion: '5.7.12',
    osUpgrade: true,
  });
  assert.deepEqual(fact('2.12.0.1'), {
    ...plain,
    date: '2023-10-25',
    status: ['beta', 'extended-support'],
    communityVersion: '5.7.40',
  });
  assert.deepEqual(fact('3.04.0'), {
    ...plain,
    date: '2023-07-31',
    lts: true,
    status: [],
    communityVersion: '8.0.28',
  });
  assert.deepEqual(fact('3.01.0'), {
    ...plain,
    date: '2021-11-18',
    status: ['deprecated'],
    communityVersion: '8.0.23',
    comparedTo: '2.10.0',
    upgradeFrom: [],
  });
  assert.deepEqual(fact('8.4.7'), {
    ...plain,
    date: '2026-05-21',
    status: [],
    communityVersion: '8.4.7',
    comparedTo: '3.12.0',
    upgradeFrom: ['3'],
  });
  assert.ok([...releases.values()].every(({ communityVersion }) => communityVersion !== null));
});

test('finds every item judged by hand, with the same identity', { skip: needsShared }, async () => {
  const { releases } = await readMirror();
  const judged = readFileSync(sharedPath('gold', 'items.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; version: string; section: string });
  for (const { id, version, section } of judged) {
    const item = releases.get(version)?.items.find(({ text }) => digestOf(text) === id);
    assert.ok(item, `${version} ${id}`);
    assert.equal(item.isSubPoint ?? false, false);
    // The labels name the section around headings of level 3, which the reader overlooked.
    if (section !== 'Improvements') assert.equal(item.section, section.replace(/:$/, ''), `${version} ${id}`);
  }
});

test('reads the same releases from the Markdown twins of the pages', { skip: needsShared }, () => {
  for (const name of ['AuroraMySQL.Updates.3105.html', 'AuroraMySQL.Updates.847.html']) {
    const html = source.parse(readNow(GUIDE + name));
    const markdown = source.parse(readNow(twinUrl(GUIDE + name)));
    const digests = ({ releases }: typeof html): string[] =>
      releases.flatMap(({ items }) => items.map(({ section, text }) => `${section} ${digestOf(text)}`));
    assert.ok(digests(html).length > 20);
    assert.deepEqual(digests(markdown), digests(html));
    assert.deepEqual(
      markdown.releases.map(({ items, ...facts }) => ({ ...facts, items: items.length })),
      html.releases.map(({ items, ...facts }) => ({ ...facts, items: items.length })),
    );
  }
});

test("finds every bug that the vendor's table of MySQL bugs names", { skip: needsShared }, async () => {
  const { releases } = await readMirror();
  const table = readNow(`${GUIDE}AuroraMySQL.Updates.MySQLBugs.html`).body;
  let rows = 0;
  for (const row of table.split('<tr>')) {
    const version = /\(version ([\d.]+)/.exec(row)?.[1] ?? '';
    const release = releases.get(version);
    if (!release) continue;
    const known = new Set(release.items.flatMap(({ communityBugs }) => communityBugs));
    const kept = row.replace(/reverts the fixes for [^.]*/g, '');
    for (const [, number = ''] of kept.matchAll(/#\s?(\d{5,9})/g))
      assert.ok(known.has(number), `${version} ${number}`);
    rows++;
  }
  assert.ok(rows > 20);
});

test('reads support periods from the release calendar', { skip: needsShared }, async () => {
  const { periods, problems } = await source.support(read);
  assert.deepEqual(problems, []);
  const calendar = readNow(`${GUIDE}AuroraMySQL.release-calendars.html`).body;
  const rows = [
    ...calendar.matchAll(/<td>(?:<b>|\*\*)?(?:Aurora MySQL version )?(\d[\d.]*)(?![\d.]| [A-Z])/g),
  ];
  assert.deepEqual(
    periods.map(({ scope }) => scope),
    // The number of a footnote follows 2.11 and 2.12 directly.
    rows.map(([, cell = '']) => cell.replace(/^(2\.\d\d)\d$/, '$1')),
  );
  assert.deepEqual(
    periods.filter(({ lts }) => lts).map(({ scope }) => scope),
    ['3.10', '3.04'],
  );
  const minor = periods.find(({ scope }) => scope === '2.11');
  assert.deepEqual(
    [minor?.standardEnds, minor?.extendedStarts, minor?.extendedYear3Starts, minor?.extendedEnds],
    ['2024-10-31', '2024-12-01', '2026-12-01', '2029-06-30'],
  );
});

test("reads the vendor's table of CVEs", { skip: needsShared }, async () => {
  const { rows, problems } = await readCveTable(read);
  const table = readNow(`${GUIDE}AuroraMySQL.CVE_list.html`).body;
  const bullets = table.match(/<li class="listitem"><p><a [^>]*CVE-(?:(?!<\/li>).)*/gs) ?? [];
  const bare = bullets.filter((bullet) => !bullet.includes('AuroraMySQL.Updates.'));
  assert.ok(bullets.length > 300 && bare.length > 0);
  assert.equal(rows.length, bullets.length);
  assert.equal(rows.filter(({ versions }) => versions.length === 0).length, bare.length);
  const keys = Map.groupBy(problems, ({ text }) => text.key);
  assert.equal(keys.get('catalogue.page.linkMismatch')?.length, wrongLinks(table).length);
  assert.equal(keys.get('catalogue.page.cveWithoutVersion')?.length, 1);
});

/** Links to another CVE or release than their text names, found by regular expressions alone. */
function wrongLinks(html: string): string[] {
  const cves = [...html.matchAll(/<a href="[^"]*(CVE-\d{4}-\d+)"[^>]*>(?:<[^>]+>)*\s*(CVE-\d{4}-\d+)/g)];
  const releases = [...html.matchAll(/<a href="\.\/AuroraMySQL\.Updates\.(\d+)\.html">([\d.]+)</g)];
  return [
    ...cves.filter(([, target, words]) => target !== words),
    ...releases.filter(([, target, words]) => target !== words?.replaceAll('.', '')),
  ].map(([link]) => link);
}
