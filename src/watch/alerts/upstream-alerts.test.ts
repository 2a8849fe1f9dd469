import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFolderStore, loadCatalogue, wholeCatalogue } from '../../catalogue/index.ts';
import { batchText, runOnce, type WatchRun } from '../index.ts';
import { scanFiles, temporaryFolder } from '../../../test/support/workspace.ts';

const FILES = {
  'rds.tf': 'resource "aws_db_instance" "plain" {\n  engine = "postgres"\n  engine_version = "16.6"\n}\n',
  'aurora.tf':
    'resource "aws_rds_cluster" "shared" {\n  engine = "aurora-postgresql"\n  engine_version = "16.6"\n}\n',
};

test('alerts once for new notes of PostgreSQL, for the versions that contain it', async (t) => {
  const whole = wholeCatalogue(await loadCatalogue(null));
  const inventory = await scanFiles(t, FILES);
  const store = createFolderStore(temporaryFolder(t));
  const printed: string[] = [];
  const look = (today: string, isNewest: boolean): Promise<WatchRun> =>
    runOnce({
      store,
      refresh: () =>
        Promise.resolve({
          ...whole,
          releases: whole.releases.filter(
            ({ product, version }) => isNewest || product !== 'postgresql' || version !== '16.14',
          ),
          kept: [],
          unreadExtraPages: [],
          pages: new Map(),
        }),
      inventory: () => Promise.resolve(inventory),
      channels: [],
      print: (batches) => {
        printed.push(...batches.map((batch) => batchText(batch, 'en')));
      },
      builtBy: 'test',
      today,
    });
  await look('2026-12-01', false);
  const { alerts } = await look('2026-12-02', true);
  const [alert, ...others] = alerts.filter(({ product }) => product === 'postgresql');
  assert.deepEqual([alert?.kind, alert?.release, others], ['new-release', '16.14', []]);
  assert.equal(alert?.assetIds.length, 2);
  const words = printed.at(-1) ?? '';
  assert.match(words, /PostgreSQL 16\.14 \(\d{4}-\d\d-\d\d\) lists \d+ fixes for bugs in /);
  assert.match(words, /RDS for PostgreSQL 16\.6, which 1 of your databases runs/);
  assert.match(words, /Aurora PostgreSQL 16\.6, which 1 of your clusters runs/);
  assert.match(words, /RDS for PostgreSQL 16\.6: .*16\.15/);
  const repeated = await look('2026-12-03', true);
  assert.deepEqual(
    repeated.alerts.filter(({ product }) => product === 'postgresql'),
    [],
  );
});
