import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { writeKeptScan } from '../accounts/kept-scan.ts';
import { resourceKey, checklistView } from '../checklist/view.ts';
import type { ChecklistView, RowView } from '../webview/checklist/messages.ts';
import { createAnalyser } from './analyser.ts';
import type { WorkerApi } from './protocol.ts';
import type { Asset, UnreadableCall } from '../../model/index.ts';
import { supportPackMarkdown } from '../../report/index.ts';
import { scanOf as keptScanOf } from '../../../test/support/accounts/account-scan.ts';
import { apiAsset } from '../../../test/support/checks/checklist.ts';

const CODE = `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders"
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.10.1"
  enabled_cloudwatch_logs_exports = ["error"]
}
`;
/** The running cluster has lost the log export of its declaration. */
const running = apiAsset('database', 'orders', {
  dbClusterIdentifier: 'orders',
  enabledCloudwatchLogsExports: [],
});
const REFUSED: UnreadableCall = {
  operation: 'rds:DescribeEventSubscriptions',
  account: '111122223333',
  region: 'eu-west-1',
  reason: 'AccessDenied',
};

function scanOf(at: string, assets: readonly Asset[], unreadable: UnreadableCall[] = []): string {
  const { tier, inventory } = keptScanOf(assets);
  return writeKeptScan({ at, tier, inventory: { ...inventory, unreadable } });
}

async function folderOf(t: TestContext, files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'errata-lens-panel-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
  return folder;
}

async function shown(worker: WorkerApi, folder: string): Promise<ChecklistView> {
  const account = await worker.accountChecklist();
  return checklistView(
    [await worker.checklistOf(folder), ...(account === null ? [] : [account])],
    'en',
    true,
  );
}

function rowOf({ rows }: ChecklistView, resource: string, check: string): RowView {
  const row = rows.find(({ key }) => key === `${resource} ${check}`);
  assert.ok(row, `${resource} ${check}`);
  return row;
}

test('lists running resources beside the code, each with its own answers as of its own scan', async (t) => {
  const folder = await folderOf(t, { 'main.tf': CODE });
  const worker = createAnalyser({ cacheFolder: folder });
  const before = await shown(worker, folder);
  assert.equal(await worker.accountChecklist(), null, 'nothing without a scan');

  await worker.setAccounts(scanOf('2026-11-20T04:05:06.000Z', [running], [REFUSED]));
  const view = await shown(worker, folder);
  assert.deepEqual(
    view.resources.map(({ name, kind }) => [name, kind]),
    [
      ['aws_rds_cluster.orders', 'Aurora cluster'],
      ['orders', 'Aurora cluster · 111122223333 · eu-west-1'],
    ],
  );
  const code = view.resources[0]?.key ?? '';
  // Key in a row of the tree: running resources are in no folder.
  const account = resourceKey(null, running.id);
  assert.equal(view.resources[1]?.key, account);

  const exported = 'aurora-log-export-error';
  assert.equal(rowOf(view, code, exported).answer, 'pass');
  assert.deepEqual(
    view.rows.filter(({ resource }) => resource === code),
    before.rows,
    'what runs changes no answer about the code',
  );
  const row = rowOf(view, account, exported);
  assert.equal(row.answer, 'fail');
  assert.equal(row.resourceName, 'orders · 111122223333 · eu-west-1');
  assert.deepEqual(row.places, [{ label: `${running.id}, as of 2026-11-20`, open: null }]);
  assert.equal(row.fix?.fixInFile, null, 'no edit mends what runs');
  assert.match(row.fix.command, /aws rds modify-db-cluster .*orders/);

  const refused = rowOf(view, account, 'rds-event-subscription');
  assert.equal(refused.answer, 'unknown');
  assert.match(refused.evidence, /DescribeEventSubscriptions/);

  await worker.setAccounts(
    scanOf('2026-11-23T00:00:00.000Z', [
      { ...running, settings: { ...running.settings, enabledCloudwatchLogsExports: ['error'] } },
    ]),
  );
  const renewed = rowOf(await shown(worker, folder), account, exported);
  assert.equal(renewed.answer, 'pass');
  assert.match(renewed.places[0]?.label ?? '', /as of 2026-11-23$/);
});

test('accepts a check of a running resource by its ARN, from the configuration of any open folder', async (t) => {
  const accepted = `accepted:
  - check: aurora-log-export-error
    resource: ${running.id}
    reason: shipped by an agent
    date: 2026-11-24
`;
  const first = await folderOf(t, { 'main.tf': CODE });
  const second = await folderOf(t, { '.errata-lens.yaml': accepted });
  const worker = createAnalyser({ cacheFolder: first });
  await worker.scanFolder(first);
  const other = apiAsset('database', 'orders', running.settings, {
    id: running.id.replace('eu-west-1', 'us-east-1'),
  });
  await worker.setAccounts(scanOf('2026-11-20T00:00:00.000Z', [running, other]));
  const canAccept = async (): Promise<(boolean | undefined)[]> => {
    const view = await shown(worker, first);
    return [running, other].map(
      ({ id }) => rowOf(view, resourceKey(null, id), 'aurora-log-export-error').canAccept,
    );
  };
  assert.deepEqual(await canAccept(), [true, true]);
  await worker.scanFolder(second);
  assert.deepEqual(await canAccept(), [false, true]);
});

test('includes running resources and the age of the scan in the incident page and the support case', async (t) => {
  const folder = await folderOf(t, { 'main.tf': CODE });
  const worker = createAnalyser({ cacheFolder: folder });
  assert.deepEqual(await worker.incidentSubjects(null), []);
  assert.equal(await worker.supportPackOf(null, running.id, ''), null);
  const cluster = apiAsset('database', 'orders', {
    ...running.settings,
    recentEvents: [{ date: '2026-11-20T03:00:00.000Z', message: 'DB instance restarted' }],
  });
  await worker.setAccounts(scanOf('2026-11-20T04:05:06.000Z', [cluster]));
  assert.deepEqual(
    (await worker.incidentSubjects(null)).map(({ assetId, name }) => [assetId, name]),
    [[running.id, 'orders']],
  );
  const pack = await worker.supportPackOf(null, running.id, '');
  assert.ok(pack);
  assert.deepEqual(
    pack.timeline?.map(({ at, expires }) => [at, expires]),
    [['2026-11-20T03:00:00.000Z', '2026-12-04T03:00:00.000Z']],
  );
  const written = supportPackMarkdown(pack, { language: 'en', timeZone: 'Asia/Tokyo' });
  assert.match(written, /The account was read 2026-11-20 04:05.* Later events are not included\./);
  const [declared] = await worker.incidentSubjects(folder);
  const ofCode = await worker.supportPackOf(folder, declared?.assetId ?? '', '');
  assert.equal(ofCode?.readAt, null);
  assert.equal((await worker.incidentOf(null, running.id, 'restart'))?.clusters[0]?.id, running.id);
});
