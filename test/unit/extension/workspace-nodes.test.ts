import assert from 'node:assert/strict';
import test from 'node:test';
import { findingsOf } from '../../../src/analysis/index.ts';
import type { TreeNode } from '../../../src/extension/tree/node.ts';
import { workspaceNodes } from '../../../src/extension/tree/workspace-nodes.ts';
import { assetRows } from '../../../src/extension/worker/asset-rows.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { scanFiles } from '../../support/workspace.ts';

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

test('the workspace tree shows the worst first, with its version, its serious bugs and its support', async (t) => {
  const rows = await rowsOf(t, OLD);
  const [first, second] = workspaceNodes([{ folder: '/w', name: 'w', rows }], 'all', 'en');
  assert.equal(first?.label, 'aws_rds_cluster.shop');
  assert.match(first.description, /^2\.11\.1 · .*\d+ urgent · support ended · main\.tf:3$/);
  assert.equal(first.folder, '/w');
  assert.equal(first.assetId, rows[0]?.id);
  assert.match(first.spoken, /^Aurora cluster, aws_rds_cluster\.shop, 2\.11\.1/);
  assert.deepEqual(
    first.children?.().map(({ kind, label }) => [kind, label]),
    [['instance', 'aws_rds_cluster_instance.shop']],
  );
  assert.equal(
    second?.description,
    '3 · main.tf:13',
    'a partial version is shown as far as it is known, without a count',
  );
});

test('names from files cannot mark up a tooltip', async (t) => {
  const rows = await rowsOf(t, OLD);
  const nodes = workspaceNodes([{ folder: '/w', name: 'w', rows }], 'all', 'en');
  const tooltip = nodes.find(({ label }) => label.includes('a_b_'))?.tooltip ?? '';
  assert.match(tooltip, /a_b\\_\\\*c\\\*/);
});

test('the filter leaves out what has nothing as bad, and folders without anything', async (t) => {
  const rows = await rowsOf(t, OLD);
  const folders = [
    { folder: '/w', name: 'w', rows },
    { folder: '/v', name: 'v', rows: rows.filter(({ version }) => version === '3') },
  ];
  const names = (nodes: readonly TreeNode[]): string[] => nodes.map(({ label }) => label);
  assert.deepEqual(names(workspaceNodes(folders, 'all', 'en')), ['w', 'v']);
  const bad = workspaceNodes(folders, 'high', 'en');
  assert.deepEqual(names(bad), ['w']);
  assert.deepEqual(names(bad[0]?.children?.() ?? []), ['aws_rds_cluster.shop']);
});
