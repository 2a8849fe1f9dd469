import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalogue, wholeCatalogue } from '../../catalogue/index.ts';
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
