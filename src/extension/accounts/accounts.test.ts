import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { ageText } from '../age-text.ts';
import { consoleLink } from './console-link.ts';
import { readKeptScan, writeKeptScan } from './kept-scan.ts';
import { readSavedSelections, removeSelection, addSelection } from './selections.ts';
import { accountNodes } from '../tree/account-nodes.ts';
import type { TreeNode } from '../tree/node.ts';
import { AccountScan } from '../worker/account-scan.ts';
import { createAnalyser } from '../worker/analyser.ts';
import { EMPTY_CONFIG } from '../../config/index.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { say } from '../../l10n/index.ts';
import type { Asset, Inventory } from '../../model/index.ts';
import { runningAsset, scanOf } from '../../../test/support/accounts/account-scan.ts';
import { scanFiles, temporaryFolder } from '../../../test/support/workspace.ts';

const TODAY = '2026-11-24';
const TERMS = { options: { today: TODAY, config: EMPTY_CONFIG }, baseline: null, problems: [] };

function cluster(name: string, account = '111111111111', region = 'eu-west-1'): Asset[] {
  const owner = runningAsset('database', name, account, region);
  const member = runningAsset('db-instance', `${name}-1`, account, region, {
    links: [{ role: 'member-of', assetId: owner.id }],
  });
  return [owner, member];
}

const names = (nodes: readonly TreeNode[] | undefined): string[] => (nodes ?? []).map(({ label }) => label);

test('the accounts tree lists accounts down to instances, and its rows lead to the code', async (t) => {
  const code = await scanFiles(t, {
    'main.tf':
      'resource "aws_rds_cluster" "o" {\n  cluster_identifier = "orders"\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.0"\n}\n',
  });
  const accounts = new AccountScan();
  const summary = await accounts.set(writeKeptScan(scanOf(cluster('orders'))));
  assert.equal(summary?.clusters, 1);
  const rows = accounts.rows(new Map([['/w', code]]), await loadCatalogue(null), TERMS);
  assert.ok(rows);
  const [account] = accountNodes(rows, 'all', 'en');
  assert.equal(account?.label, '111111111111');
  assert.match(account.description, /^one · 1 database$/);
  const [region] = account.children?.() ?? [];
  assert.equal(region?.label, 'eu-west-1');
  const [orders] = region.children?.() ?? [];
  assert.equal(orders?.label, 'Aurora MySQL 3.04.2');
  assert.match(orders.description, /^\d+ urgent · declared 3\.04\.0 · orders$/);
  assert.equal(orders.code?.folder, '/w');
  assert.equal(orders.code.location.file, 'main.tf');
  assert.equal(orders.folder, null);
  assert.deepEqual(names(orders.children?.()), ['orders-1']);
  assert.deepEqual(accounts.driftOf('/w', code.assets[0]?.id ?? '', new Map([['/w', code]])), {
    product: 'aurora-mysql',
    declared: '3.04.0',
    running: ['3.04.2'],
  });
});

test('links a resource to neither of two folders that could declare it', async (t) => {
  const file =
    'resource "aws_rds_cluster" "o" {\n  cluster_identifier = "orders"\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.0"\n}\n';
  const [one, two] = [await scanFiles(t, { 'main.tf': file }), await scanFiles(t, { 'main.tf': file })];
  const folders = new Map<string, Inventory>([
    ['/one', one],
    ['/two', two],
  ]);
  const accounts = new AccountScan();
  await accounts.set(writeKeptScan(scanOf(cluster('orders'))));
  const catalogue = await loadCatalogue(null);
  const { findings, problems } = accounts.analyse('/one', folders, catalogue, { today: TODAY });
  assert.equal(
    findings.some(({ ruleId }) => ruleId === 'version-drift'),
    false,
  );
  assert.match(say(problems[0]?.text ?? { key: '', args: {} }, 'en'), /\/one\/main\.tf.*\/two\/main\.tf/);
});

test('reads kinds of schema 1 from a kept scan of an older version', () => {
  const kept = writeKeptScan(scanOf(cluster('orders')));
  const older = kept.replaceAll('"kind":"database"', '"kind":"aurora-cluster"');
  assert.notEqual(older, kept);
  assert.deepEqual(readKeptScan(older), readKeptScan(kept));
});

test('builds a level of the tree only when it is opened, for 2,000 clusters in 60 accounts and 17 Regions', async () => {
  const assets = Array.from({ length: 2_000 }, (_, index) =>
    cluster(`c${index}`, String(100_000_000_000 + (index % 60)), `region-${index % 17}`),
  ).flat();
  const accounts = new AccountScan();
  await accounts.set(writeKeptScan(scanOf(assets)));
  const rows = accounts.rows(new Map(), await loadCatalogue(null), TERMS);
  assert.ok(rows);
  assert.equal(rows.rows.length, 4_000);
  const roots = accountNodes(rows, 'all', 'en');
  assert.equal(roots.length, 60);
  let opened = 0;
  for (const root of roots) {
    for (const region of root.children?.() ?? []) opened += region.children?.().length ?? 0;
  }
  assert.equal(opened, 2_000);
});

test('findings in the configured baseline count neither in the tree nor in the report', async (t) => {
  const file =
    'resource "aws_rds_cluster" "o" {\n  cluster_identifier = "orders"\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.04.0"\n}\n';
  const folder = temporaryFolder(t, { 'main.tf': file });
  const worker = createAnalyser({ cacheFolder: temporaryFolder(t, {}) });
  await worker.scanFolder(folder);
  await worker.setAccounts(writeKeptScan(scanOf(cluster('orders'))));
  const severities = async (): Promise<unknown[]> =>
    ((await worker.accountRows())?.rows ?? []).map(({ severity }) => severity);
  const report = async (): Promise<Report> =>
    JSON.parse((await worker.accountReport('json', 'en')) ?? '') as Report;
  assert.ok((await severities()).every((severity) => severity !== null));
  assert.ok(
    (await report()).findings.some(
      ({ ruleId, suppressed }) => ruleId === 'version-drift' && suppressed === null,
    ),
  );

  writeFileSync(path.join(folder, 'known.json'), JSON.stringify(await report()));
  writeFileSync(path.join(folder, '.errata-lens.yaml'), 'baseline: known.json\n');
  assert.deepEqual(await severities(), [null, null]);
  assert.ok((await report()).findings.every(({ suppressed }) => suppressed?.by === 'known.json'));

  writeFileSync(path.join(folder, 'known.json'), 'not a scan');
  assert.match((await report()).problems[0]?.message ?? '', /known\.json/);
});

interface Report {
  findings: { ruleId: string; suppressed: { by: string } | null }[];
  problems: { message: string }[];
}

test('reads a kept scan back unchanged, and skips and reports damaged parts', () => {
  const scan = scanOf(cluster('orders'));
  assert.deepEqual(readKeptScan(writeKeptScan(scan)), scan);
  const damaged = JSON.parse(writeKeptScan(scan)) as { inventory: { assets: unknown[] } };
  damaged.inventory.assets[0] = { id: 7 };
  const read = readKeptScan(JSON.stringify(damaged));
  assert.equal(read?.inventory.assets.length, 1);
  assert.match(say(read.inventory.problems[0]?.text ?? { key: '', args: {} }, 'en'), /^1 asset of the kept/);
  for (const other of ['', 'null', '{"format":2}', '[]']) assert.equal(readKeptScan(other), null);
});

test('saved sets are replaced by name and deleted, and invalid entries are ignored', () => {
  const one = { name: 'prod', profiles: ['a'], regions: [] };
  const kept = addSelection(addSelection(readSavedSelections(undefined), one), {
    ...one,
    regions: ['eu-west-1'],
  });
  assert.deepEqual(kept.sets, [{ ...one, regions: ['eu-west-1'] }]);
  assert.deepEqual(readSavedSelections({ last: 3, sets: [kept.sets[0], { name: '' }, null] }), kept);
  assert.deepEqual(removeSelection(kept, 'prod').sets, []);
});

test('links to the console of the partition, and to no other host', () => {
  const link = (arn: string): string | null => consoleLink('database', 'a b#c', arn);
  assert.equal(
    link('arn:aws:rds:eu-west-1:1:cluster:x'),
    'https://eu-west-1.console.aws.amazon.com/rds/home?region=eu-west-1#database:id=a%20b%23c;is-cluster=true',
  );
  assert.match(
    link('arn:aws-cn:rds:cn-north-1:1:cluster:x') ?? '',
    /^https:\/\/cn-north-1\.console\.amazonaws\.cn\//,
  );
  assert.match(
    link('arn:aws-us-gov:rds:us-gov-west-1:1:cluster:x') ?? '',
    /\.console\.amazonaws-us-gov\.com\//,
  );
  assert.equal(link('arn:evil:rds:eu-west-1:1:cluster:x'), null);
  assert.equal(link('arn:aws:rds:evil.example/:1:cluster:x'), null);
});

test('formats an age in a suitable unit', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const ageAt = (at: string): string => say(ageText(at, now), 'en');
  assert.equal(ageAt('2026-11-24T11:59:30Z'), 'just now');
  assert.equal(ageAt('2026-11-24T11:59:00Z'), '1 min ago');
  assert.equal(ageAt('2026-11-24T09:00:00Z'), '3 h ago');
  assert.equal(ageAt('2026-11-20T12:00:00Z'), '4 days ago');
});
