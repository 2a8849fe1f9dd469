import assert from 'node:assert/strict';
import test from 'node:test';
import { findingsOf } from '../../analysis/index.ts';
import type { TreeNode } from './node.ts';
import { urgentVersionsOf } from '../workspace/urgent-versions.ts';
import { workspaceNodes } from './workspace-nodes.ts';
import { shownFindings } from '../worker/judging/shown-findings.ts';
import { assetRows } from '../worker/asset-rows.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const TODAY = '2026-11-24';
const OLD = `resource "aws_rds_cluster" "shop" {
  engine         = "aurora-mysql"
  engine_version = "5.7.mysql_aurora.2.11.1"
}
resource "aws_rds_cluster_instance" "shop" {
  count              = 2
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = aws_rds_cluster.shop.engine
  engine_version     = aws_rds_cluster.shop.engine_version
}
resource "aws_rds_cluster" "a_b_*c*" {
  engine         = "aurora-mysql"
  engine_version = "8.0.mysql_aurora.3"
}
`;

async function rowsOf(t: test.TestContext, content: string): Promise<ReturnType<typeof assetRows>> {
  const catalogue = await loadCatalogue(null);
  const inventory = await scanFiles(t, { 'main.tf': content });
  return assetRows(catalogue, inventory.assets, findingsOf(catalogue, inventory, { today: TODAY }), TODAY);
}

test('lists the worst asset first, with its version, its serious bugs and its support', async (t) => {
  const rows = await rowsOf(t, OLD);
  const [first, second] = workspaceNodes([{ folder: '/w', name: 'w', rows }], 'all', 'en');
  assert.equal(first?.label, 'Aurora MySQL 2.11.1');
  assert.match(first.description, /^\d+ urgent · shop · main\.tf$/);
  assert.equal(first.support, 'ended');
  assert.match(first.tooltip, /^\*\*aws.*\n\n.*standard support ended 2024-10-31;.*\n\n/);
  assert.equal(first.folder, '/w');
  assert.equal(first.assetId, rows[0]?.id);
  assert.match(
    first.spoken,
    /^Aurora cluster, aws_rds_cluster\.shop, Aurora MySQL 2\.11\.1, \d+ urgent, .*support ended/,
  );
  assert.deepEqual(
    first.children?.().map(({ kind, label }) => [kind, label]),
    [['instance', 'shop']],
  );
  assert.equal(
    [second?.label, second?.description].join(' · '),
    'Aurora MySQL 3 · a_b_*c* · main.tf',
    'a partial version is shown as far as it is known, without a count',
  );
});

test('names a DB instance of RDS a database, in speech and in the tooltip', async (t) => {
  const code = 'resource "aws_db_instance" "a" {\n  engine = "postgres"\n  engine_version = "14.5"\n}\n';
  const rows = await rowsOf(t, code);
  for (const [language, kind] of [
    ['en', 'RDS database'],
    ['ja', 'RDS データベース'],
  ] as const) {
    const [node] = workspaceNodes([{ folder: '/w', name: 'w', rows }], 'all', language);
    assert.ok(node);
    assert.ok(node.spoken.startsWith(`${kind}, aws_db_instance.a, RDS for PostgreSQL 14.5, `), node.spoken);
    assert.ok(node.tooltip.includes(`· ${kind} 14.5`), node.tooltip);
  }
});

test('shows in the row of an asset that its version is unknown, and the reason in the tooltip', async (t) => {
  const rows = await rowsOf(
    t,
    'variable "v" {}\nresource "aws_rds_cluster" "b" {\n  engine         = "aurora-mysql"\n  engine_version = var.v\n}\n',
  );
  const [node] = workspaceNodes([{ folder: '/w', name: 'w', rows }], 'all', 'en');
  assert.equal(node?.label, 'Aurora MySQL');
  assert.equal(node.description, 'version unknown · b · main.tf');
  assert.equal(node.severity, 'info', 'neither a warning nor an all-clear');
  assert.match(
    node.tooltip,
    /version unknown \(var\.v has no value here\)\. Give it a default or a \\?\.tfvars/,
  );
});

test('names a row after its resource: keeps modules and keys, and drops types', async (t) => {
  const [row] = await rowsOf(t, OLD);
  assert.ok(row);
  for (const [name, label] of [
    ['module.my_db["eu.west_1"].aws_rds_cluster.orders_db', 'my_db["eu.west_1"].orders_db'],
    ['data.aws_ami.web', 'web'],
    ['DatabaseCluster.Shop.writer', 'Shop.writer'],
    ['OrdersCluster', 'OrdersCluster'],
  ] as const) {
    const nodes = workspaceNodes([{ folder: '/w', name: 'w', rows: [{ ...row, name }] }], 'all', 'en');
    assert.ok(nodes[0]?.description.endsWith(` · ${label} · main.tf`), nodes[0]?.description);
  }
});

test('shows a cluster that several files declare alike as one row with the files below it', async (t) => {
  const rows = await rowsOf(t, OLD);
  const other = rows.map((row) => ({
    ...row,
    id: `plan ${row.id}`,
    owner: row.owner === null ? null : `plan ${row.owner}`,
    location: { ...row.location, file: 'plan.json' },
  }));
  const [shop, partial, ...more] = workspaceNodes(
    [{ folder: '/w', name: 'w', rows: [...rows, ...other] }],
    'all',
    'en',
  );
  assert.deepEqual(more, []);
  assert.equal(shop?.label, 'Aurora MySQL 2.11.1');
  assert.match(shop.description, /^\d+ urgent · shop · 2 places$/);
  assert.deepEqual(
    shop.children?.().map(({ label, children }) => [label, children?.().length]),
    [
      ['main.tf', 1],
      ['plan.json', 1],
    ],
  );
  assert.equal(partial?.description, 'a_b_*c* · 2 places');
});

test('escapes names from files in a tooltip', async (t) => {
  const rows = await rowsOf(t, OLD);
  const nodes = workspaceNodes([{ folder: '/w', name: 'w', rows }], 'all', 'en');
  const tooltip = nodes.find(({ description }) => description.includes('a_b_'))?.tooltip ?? '';
  assert.match(tooltip, /a_b\\_\\\*c\\\*/);
});

test('the filter hides assets below its severity, and folders without any left', async (t) => {
  const rows = await rowsOf(t, OLD);
  const folders = [
    { folder: '/w', name: 'w', rows },
    { folder: '/v', name: 'v', rows: rows.filter(({ version }) => version === '3') },
  ];
  const names = (nodes: readonly TreeNode[]): string[] => nodes.map(({ label }) => label);
  assert.deepEqual(names(workspaceNodes(folders, 'all', 'en')), ['w', 'v']);
  const bad = workspaceNodes(folders, 'high', 'en');
  assert.deepEqual(names(bad), ['w']);
  assert.deepEqual(names(bad[0]?.children?.() ?? []), ['Aurora MySQL 2.11.1']);
});

test('counts a version with urgent bugs once, and not in examples or if suppressed', async (t) => {
  const catalogue = await loadCatalogue(null);
  const old = OLD.replaceAll('shop', 'orders');
  const left = OLD.replace(
    'engine_version',
    '# errata-lens:ignore known-bugs -- replaced next week\n  engine_version',
  );
  const count = async (files: Record<string, string>): Promise<number> => {
    const inventory = await scanFiles(t, files);
    return urgentVersionsOf(shownFindings(findingsOf(catalogue, inventory, { today: TODAY }))).size;
  };
  assert.equal(await count({ 'a.tf': OLD, 'b/b.tf': old }), 1);
  assert.equal(await count({ 'a.tf': OLD, 'b/b.tf': old.replaceAll('2.11.1', '2.11.2') }), 2);
  assert.equal(await count({ 'examples/a.tf': OLD }), 0);
  assert.equal(await count({ 'a.tf': left.replace(/resource "aws_rds_cluster_instance"[^}]*}/, '') }), 0);
});
