import assert from 'node:assert/strict';
import path from 'node:path/posix';
import test from 'node:test';
import { createGraph } from './graph.ts';
import { terraform } from '../../../inventory/formats/terraform/index.ts';
import { apiAsset } from '../../../../test/support/checks/checklist.ts';
import { assetsOf } from '../../../../test/support/code/format.ts';

const GROUP = 'resource "aws_autoscaling_group" "web" {}\n';
const CLUSTER = 'resource "aws_rds_cluster" "db" {\n engine = "aurora-mysql"\n}\n';

/** Files of the clusters nearest to a group, in a file. */
function nearest(group: string, clusters: readonly string[]): string[] {
  const files = Object.fromEntries<string>([
    ...clusters.map((file) => [file, CLUSTER] as const),
    [group, clusters.includes(group) ? GROUP + CLUSTER : GROUP],
  ]);
  const units = [...new Set(Object.keys(files).map((file) => path.dirname(file)))];
  const assets = units.flatMap((unit) => [...assetsOf(terraform, unit, files, 'id').values()]);
  const graph = createGraph({ assets, suppressions: [], problems: [] });
  const [web] = graph.ofKind('auto-scaling-group');
  assert.ok(web);
  return graph.near(web, 'database').map(({ id }) => id.split('#')[0] ?? '');
}

test('prefers assets of the same folder, then of folders below, then of the next parent', () => {
  const all = ['shop/web/main.tf', 'shop/web/data/main.tf', 'shop/data/main.tf', 'pay/main.tf'];
  assert.deepEqual(nearest('shop/web/main.tf', all), ['shop/web/main.tf']);
  assert.deepEqual(nearest('shop/web/main.tf', all.slice(1)), ['shop/web/data/main.tf']);
  assert.deepEqual(nearest('shop/web/main.tf', all.slice(2)), ['shop/data/main.tf']);
  assert.deepEqual(nearest('shop/web/main.tf', all.slice(3)), ['pay/main.tf']);
  assert.deepEqual(nearest('shop/web/main.tf', []), []);
});

test('distinguishes folders with a common prefix', () => {
  assert.deepEqual(nearest('shop/web/main.tf', ['shop/website/main.tf', 'shop/web/b/main.tf']), [
    'shop/web/b/main.tf',
  ]);
});

test('treats files of the top folder as equally near to every folder', () => {
  assert.deepEqual(nearest('main.tf', ['a/main.tf', 'b/c/main.tf']), ['a/main.tf', 'b/c/main.tf']);
  assert.deepEqual(nearest('a/b/main.tf', ['main.tf', 'c/main.tf']), ['main.tf', 'c/main.tf']);
});

test('distinguishes deeply nested folders', () => {
  const deep = 'd/'.repeat(1000);
  assert.deepEqual(nearest(`${deep}a/main.tf`, [`${deep}b/main.tf`, 'd/x/main.tf']), [`${deep}b/main.tf`]);
});

test('finds no near assets in another Region or in code for a running asset', () => {
  const web = apiAsset('auto-scaling-group', 'web', {});
  const cluster = apiAsset('database', 'db', {});
  const { location } = cluster;
  assert.ok('region' in location);
  const elsewhere = { ...cluster, id: 'db-2', location: { ...location, region: 'eu-north-1' } };
  const declared = [...assetsOf(terraform, '.', { 'main.tf': CLUSTER }).values()];
  const graph = createGraph({ assets: [web, elsewhere, ...declared], suppressions: [], problems: [] });
  assert.deepEqual(graph.near(web, 'database'), []);
});
