import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalogue, wholeCatalogue } from '../../catalogue/index.ts';
import { say } from '../../l10n/index.ts';
import type { Catalogue, Item, KnownBug } from '../../model/index.ts';
import { bugOf, itemOf } from '../../../test/support/catalogue/catalogue.ts';
import { watchFiles } from '../../../test/support/watch/looks.ts';

const FILES = {
  'rds.tf': 'resource "aws_db_instance" "plain" {\n  engine = "postgres"\n  engine_version = "16.6"\n}\n',
  'aurora.tf':
    'resource "aws_rds_cluster" "shared" {\n  engine = "aurora-postgresql"\n  engine_version = "16.6"\n}\n',
};

test('alerts once for new notes of PostgreSQL, for the versions that contain it', async (t) => {
  const whole = wholeCatalogue(await loadCatalogue(null));
  const { look, printed } = await watchFiles(t, FILES);
  const before = whole.releases.filter(
    ({ product, version }) => product !== 'postgresql' || version !== '16.14',
  );
  await look('2026-12-01', { ...whole, releases: before });
  const { alerts } = await look('2026-12-02', whole);
  const [alert, ...others] = alerts.filter(({ product }) => product === 'postgresql');
  assert.deepEqual([alert?.kind, alert?.release, others], ['new-release', '16.14', []]);
  assert.equal(alert?.assetIds.length, 2);
  const words = printed.at(-1) ?? '';
  assert.match(words, /PostgreSQL 16\.14 \(\d{4}-\d\d-\d\d\) lists \d+ fixes for bugs in /);
  assert.match(words, /RDS for PostgreSQL 16\.6, which 1 of your databases runs/);
  assert.match(words, /Aurora PostgreSQL 16\.6, which 1 of your clusters runs/);
  assert.match(words, /RDS for PostgreSQL 16\.6: .*16\.15/);
  const repeated = await look('2026-12-03', whole);
  assert.deepEqual(
    repeated.alerts.filter(({ product }) => product === 'postgresql'),
    [],
  );
});

/** Catalogue with an item, and the bug that it describes, in the notes of some releases of PostgreSQL. */
function withItem(
  catalogue: Catalogue,
  item: Item,
  versions: readonly string[],
  id = item.digest,
): Catalogue {
  const listings = versions.map((version) => ({ version, digest: item.digest }));
  const bug: KnownBug = bugOf(id, versions, { product: 'postgresql', cves: item.cves, listings });
  return {
    ...catalogue,
    releases: catalogue.releases.map((release) =>
      release.product === 'postgresql' && versions.includes(release.version)
        ? { ...release, items: [...release.items, item] }
        : release,
    ),
    bugs: [...catalogue.bugs, bug],
  };
}

const SAID = itemOf('Correct the order in which heron indexes are read.');
const REWORDED = itemOf('Correct the order in which heron indexes return rows, which lost some.');

test('alerts once if the notes of PostgreSQL describe a bug in other words, for its nearest release', async (t) => {
  const whole = wholeCatalogue(await loadCatalogue(null));
  const { look, printed } = await watchFiles(t, FILES);
  const versions = ['15.13', '16.9', '17.5'];
  await look('2026-12-01', withItem(whole, SAID, versions));
  const { alerts } = await look('2026-12-02', withItem(whole, REWORDED, versions, SAID.digest));
  assert.deepEqual(
    alerts.map(({ kind, product, versions: named }) => [kind, product, named]),
    [['changed-notes', 'postgresql', ['16.9', '16.6']]],
  );
  assert.equal(alerts[0]?.assetIds.length, 2);
  assert.deepEqual(alerts[0].changes, [{ before: SAID.text, after: REWORDED.text }]);
  assert.match(
    printed.at(-1) ?? '',
    /The notes of PostgreSQL 16\.9 were changed[^]*Aurora PostgreSQL 16\.6: /,
  );
});

test('alerts if a fix of the contained release of PostgreSQL is retracted', async (t) => {
  const whole = wholeCatalogue(await loadCatalogue(null));
  const { look } = await watchFiles(t, FILES);
  await look('2026-12-01', withItem(whole, SAID, ['16.6']));
  const { alerts } = await look('2026-12-02', whole);
  assert.deepEqual(
    alerts.map(({ kind, assetIds, changes }) => [kind, assetIds.length, changes]),
    [['changed-notes', 2, [{ before: SAID.text, after: null }]]],
  );
});

test('alerts once for a CVE that is added to earlier notes of PostgreSQL', async (t) => {
  const whole = wholeCatalogue(await loadCatalogue(null));
  const { look, printed } = await watchFiles(t, FILES);
  const cve = itemOf('Check the size of heron arrays (CVE-2031-0001).', { cves: ['CVE-2031-0001'] });
  await look('2026-12-01', whole);
  const { alerts } = await look('2026-12-02', withItem(whole, cve, ['15.13', '16.9', '17.5']));
  assert.deepEqual(
    alerts.map(({ kind, product, assetIds }) => [kind, product, assetIds.length]),
    [['new-bug', 'postgresql', 2]],
  );
  assert.match(
    printed.at(-1) ?? '',
    /notes of 16\.9 now list .*, a bug of Aurora PostgreSQL 16\.6, .*; RDS for PostgreSQL 16\.6, /,
  );
});

test('names the versions that contain a withdrawn release of PostgreSQL', async (t) => {
  const whole = wholeCatalogue(await loadCatalogue(null));
  const { look, printed } = await watchFiles(t, FILES);
  await look('2026-12-01', whole);
  const url = 'https://www.postgresql.org/docs/release/16.6/';
  const kept = [{ product: 'postgresql', version: '16.6', url, reason: 'unlisted' }];
  const { alerts } = await look('2026-12-02', { ...whole, kept });
  assert.deepEqual(
    alerts.map(({ kind, release, assetIds }) => [kind, release, assetIds.length]),
    [['withdrawn', '16.6', 2]],
  );
  assert.match(
    printed.at(-1) ?? '',
    /PostgreSQL 16\.6, which Aurora PostgreSQL 16\.6 contains \(1 of your clusters runs it\), RDS /,
  );
});

test('names unread notes of PostgreSQL, and takes their first reading as the baseline', async (t) => {
  const whole = wholeCatalogue(await loadCatalogue(null));
  const { look, printed } = await watchFiles(t, {
    ...FILES,
    'older.tf': FILES['rds.tf'].replace('16.6', '15.4').replace('plain', 'older'),
  });
  const pages = ['15', '16'].map((major) => `https://raw.example/release-${major}.sgml`);
  const unreadOf = (...majors: readonly string[]) =>
    whole.releases
      .filter(({ product, line }) => product === 'postgresql' && majors.includes(line))
      .map(({ version, line }) => {
        return {
          product: 'postgresql',
          version,
          url: `https://raw.example/release-${line}.sgml`,
          reason: 'unreadable',
        };
      });
  const first = await look('2026-12-01', { ...whole, kept: unreadOf('16') });
  assert.deepEqual([first.outcome, first.unread, first.unreadPages], ['baseline', [], pages.slice(1)]);
  const { alerts } = await look('2026-12-02', whole);
  assert.deepEqual(alerts, []);
  const readOn = { ...whole.readOn, postgresql: '2026-11-30T00:00:00Z' };
  const down = { ...whole, asOf: '2026-12-03T00:00:00Z', source: 'live' as const, readOn };
  const run = await look('2026-12-03', { ...down, kept: unreadOf('15', '16') });
  assert.deepEqual([run.outcome, run.unread, run.unreadPages], ['looked', ['postgresql'], []]);
  assert.match(
    run.problems.map(({ text }) => say(text, 'en')).join(),
    /The notes of PostgreSQL are as of 2026-11-30: the last refresh could not read them/,
  );
  const week = await look('2026-12-10', { ...down, kept: unreadOf('15', '16') });
  assert.deepEqual(
    week.alerts.map(({ kind, product, assetIds }) => [kind, product, assetIds.length]),
    [['source-unreadable', 'postgresql', 3]],
  );
  assert.match(printed.at(-1) ?? '', /The release notes of PostgreSQL have been unreadable since 2026-12-03/);
});
